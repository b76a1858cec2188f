import { defineMessages } from "../define-messages.ts";

/** The mailbox of a demonstration, where everybody reads everything. */
export const demoMailMessages = defineMessages({
  zh: {
    title: "演示邮箱",
    lead: "演示环境不寄出邮件。平台写给每个人的信都在这里，链接可以直接使用；人员和企业均为虚构。",
    recipient: "收件人邮箱或姓名",
    search: "查找",
    showAll: "查看全部",
    none: "还没有邮件。邮件在事情发生后几秒钟内出现。",
    noneFound: "没有写给这个人的邮件。",
    received: "时间",
    to: "收件人",
    subject: "主题",
    back: "返回演示邮箱",
    content: "邮件内容",
    asText: "纯文本",
  },
  en: {
    title: "Demo mailbox",
    lead: "This demonstration sends no mail. What the portal writes to anybody is here, and its links work. Every person and company is invented.",
    recipient: "Recipient’s address or name",
    search: "Find",
    showAll: "Show all",
    none: "No mail yet. Mails appear a few seconds after what they tell of.",
    noneFound: "No mail to this person.",
    received: "Time",
    to: "To",
    subject: "Subject",
    back: "Back to the demo mailbox",
    content: "The mail",
    asText: "Plain text",
  },
});
