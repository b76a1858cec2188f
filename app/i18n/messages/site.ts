import { defineMessages } from "../define-messages.ts";

/** Navigation, footer and the pages that say "not here". */
export const siteMessages = defineMessages({
  zh: {
    portalName: "山西省集成电路产业投资基金（拟设立）申报平台",
    calls: "申报专题",
    guide: "申报指南",
    notices: "公示公告",
    workspace: "我的申报",
    reviews: "我的评审",
    staff: "工作台",
    contact: "联系基金办",
    privacy: "隐私说明",
    accessibility: "无障碍说明",
    verifyAudit: "核验审计链",
    demoMail: "演示邮箱",
    notFoundTitle: "没有找到这个页面",
    notFoundBody:
      "地址可能写错了，页面可能已经移走，或者它不对您开放。您可以从首页重新开始；登录后再打开原来的链接也许有用。",
    forbiddenTitle: "这一步没有执行",
    forbiddenBody: "您的账号不能做这件事，或者情况已经变化。什么都没有改动。",
    failedTitle: "出了问题，这次没有办成",
    failedBody:
      "不是您的操作有误。已经显示“已保存”的内容都在。请过几分钟再试；如果还是不行，请把下面的编号告诉基金办。",
    reference: "编号",
    goHome: "回到首页",
  },
  en: {
    portalName: "Shanxi IC Industry Investment Fund (planned) application portal",
    calls: "Calls",
    guide: "How to apply",
    notices: "Notices",
    workspace: "My applications",
    reviews: "My reviews",
    staff: "Fund office",
    contact: "Contact the fund office",
    privacy: "Privacy",
    accessibility: "Accessibility",
    verifyAudit: "Verify the audit chain",
    demoMail: "Demo mailbox",
    notFoundTitle: "Page not found",
    notFoundBody:
      "The address may be mistyped, the page may have moved, or it may not be open to you. Start again from the home page; if you were given a link, sign in and open it again.",
    forbiddenTitle: "This step was not carried out",
    forbiddenBody: "Your account cannot do this, or things have changed meanwhile. Nothing was altered.",
    failedTitle: "Something went wrong and this was not done",
    failedBody:
      "It was nothing you did. Everything shown as “saved” is still there. Try again in a few minutes; if it keeps failing, give the fund office the reference below.",
    reference: "Reference",
    goHome: "Go to the home page",
  },
});
