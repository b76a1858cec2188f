import type { Prose } from "./prose.ts";

/** Notice of PIPL Arts. 14, 17 and 19 (domain.md §6). */
export const privacy: Record<"zh" | "en", Prose> = {
  zh: {
    title: "隐私说明",
    lead: "本平台只收集审核申报所需的个人信息，存放在中国境内，不使用境外的字体、验证码或统计服务。",
    sections: [
      {
        id: "what",
        heading: "收集什么，为什么",
        points: [
          "账号：姓名、邮箱、登录记录。用于确认身份和通知进展。",
          "法定代表人、联系人、核心团队：姓名、职务、联系方式、履历。用于形式审查和专家评审。",
          "不收集：身份证号、银行账号、生物识别信息。签约阶段如需提供，会另行告知并征得同意。",
        ],
      },
      {
        id: "who",
        heading: "谁能看到",
        points: [
          "本企业成员、基金办经办人员、完成回避申报的评审专家、投委会委员和审计人员，各自只看到工作需要的部分。",
          "向合作银行提供材料须经企业单独同意；不同意不影响评审。",
          "公示只公开企业名称、专题、支持方式和项目摘要。",
        ],
      },
      {
        id: "how-long",
        heading: "保存多久",
        paragraphs: [
          "未获支持的申报保存10年，获得支持的按档案规定保存30年或永久。操作日志至少保存3年。到期后删除内容，只保留证明记录未被改动的哈希。",
        ],
      },
      {
        id: "rights",
        heading: "您的权利",
        points: [
          "查阅、复制、更正自己的个人信息，撤回单独同意：在“我的账号”中操作，或联系基金办。",
          "填写团队成员信息前，请告知本人用途并取得同意。",
          "发生个人信息泄露时，基金办会按法律规定告知您。",
        ],
      },
      { id: "cookies", heading: "Cookie", paragraphs: ["只使用两个：登录会话和语言。没有广告或跟踪。"] },
    ],
  },
  en: {
    title: "Privacy",
    lead: "This portal collects only the personal information it needs to assess applications, keeps it in mainland China and uses no foreign fonts, captchas or analytics.",
    sections: [
      {
        id: "what",
        heading: "What is collected, and why",
        points: [
          "Accounts: name, e-mail address and sign-in records, to identify you and tell you about progress.",
          "Legal representative, contacts and core team: names, positions, contact details and careers, for the formal check and expert review.",
          "Not collected: identity numbers, bank accounts or biometrics. If signing an agreement needs them, you will be told and asked separately.",
        ],
      },
      {
        id: "who",
        heading: "Who can see it",
        points: [
          "Members of your company, the fund office, reviewers who have declared they have no conflict, committee members and auditors, each only as far as their work needs.",
          "Sharing with partner banks needs your separate consent; refusing does not affect the review.",
          "A public notice shows only company name, call, instrument and public abstract.",
        ],
      },
      {
        id: "how-long",
        heading: "How long it is kept",
        paragraphs: [
          "Unsuccessful applications: 10 years. Supported ones: 30 years or permanently under the archive rules. Activity logs: at least three years. After that the content is erased; only hashes remain that prove nothing was altered.",
        ],
      },
      {
        id: "rights",
        heading: "Your rights",
        points: [
          "You may see, copy and correct your personal information and withdraw a separate consent, under “My account” or through the fund office.",
          "Before entering team members’ details, tell them what for and get their consent.",
          "If personal information leaks, the fund office will notify you as the law requires.",
        ],
      },
      {
        id: "cookies",
        heading: "Cookies",
        paragraphs: ["Only two: your session and your language. No advertising, no tracking."],
      },
    ],
  },
};
