import { defineMessages } from "#app/i18n/define-messages.ts";

/** What surrounds every mail. */
export const frameWords = defineMessages({
  zh: {
    fund: "山西省集成电路产业投资基金（拟设立）",
    sender: "申报平台 · 基金办",
    greeting: (p: { name: string }) => (p.name === "" ? "您好：" : `${p.name}：`),
    copyAddress: "按钮打不开时，复制这个地址：",
    signed: (p: { at: string }) => `基金办 · ${p.at}`,
    doNotReply: "本邮件由平台发出，回复没有人能看到。",
    contact: "有问题请联系基金办：",
    demo: "演示邮件：其中的企业、人员、金额与日期均为虚构。",
    testSubject: (p: { subject: string }) => `【测试】${p.subject}`,
    test: "测试申报：在专题开放之前试填，不是真实申报，开放时自动清除。",
    due: "截止：",
    then: "之后：",
    late: "逾期：",
    colon: "：",
    and: "、",
  },
  en: {
    fund: "Shanxi IC Industry Investment Fund (planned)",
    sender: "Application portal · Fund Office",
    greeting: (p) => (p.name === "" ? "Hello," : `Dear ${p.name},`),
    copyAddress: "If the button does not work, copy this address:",
    signed: (p) => `Fund Office · ${p.at}`,
    doNotReply: "The portal sent this mail; nobody reads replies to it.",
    contact: "Questions go to the Fund Office: ",
    demo: "Demonstration mail: every company, person, amount and date is invented.",
    testSubject: (p) => `[TEST] ${p.subject}`,
    test: "Test application: filled in before the call opens, not a real one; it is erased at opening.",
    due: "Due: ",
    then: "Then: ",
    late: "If late: ",
    colon: ": ",
    and: ", ",
  },
});
