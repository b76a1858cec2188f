import type { Prose } from "./prose.ts";

export const guide: Record<"zh" | "en", Prose> = {
  zh: {
    title: "申报指南",
    lead: "从注册到看到结果，企业要做什么、基金办要做什么、各自多久，都写在这里。各专题的支持范围和材料以专题页为准。",
    sections: [
      {
        id: "before",
        heading: "申报之前",
        points: [
          "先做资格自测：不用注册，约3分钟。自测只供参考，不会拦住您。",
          "准备统一社会信用代码、近三年审计报告、股权结构和项目资金方案。",
          "确认由谁提交：只有企业所有者可以签署并提交，同事可以一起填写。",
        ],
      },
      {
        id: "account",
        heading: "注册与企业",
        points: [
          "每人用自己的邮箱注册，验证邮箱后登录。不要多人共用一个账号。",
          "一个统一社会信用代码只对应一家企业。企业已经存在时，请向本企业所有者申请加入。",
          "所有者可以邀请同事：编辑可以填写，查看只能阅读。移除后立即生效。",
        ],
      },
      {
        id: "form",
        heading: "填写与保存",
        points: [
          "任务列表列出全部章节，可以从任何一节开始，随时离开。",
          "边填边存：页面显示“已保存”时，内容已经写入服务器磁盘。没有填完或填错也会保存。",
          "两个人改同一处时，两份文字都会保留，由您选择。",
          "金额一律按“万元”填写，旁边会读出亿元数，便于核对。",
          "不要填写身份证号、银行账号；不要上传涉及国家秘密的内容。",
        ],
      },
      {
        id: "submit",
        heading: "检查与提交",
        points: [
          "“提交前检查”逐条列出缺漏，点一下就到那一处。",
          "提交后立即给出回执：编号、版本、内容哈希和服务器时间。回执同时发到邮箱。",
          "截止前可以修改并再次提交，以最后一次提交为准。截止时间以本平台服务器时间（北京时间）为准。",
        ],
      },
      {
        id: "after",
        heading: "提交之后",
        points: [
          "形式审查：材料不齐时一次性告知全部问题，5个工作日内补正，最多两轮。",
          "专家评审：专家先申报利益冲突，再独立打分；看不到别人的分数。分歧大的项目合议。",
          "投委会审议：通过、附条件通过、暂缓或否决。结果发布后发函通知，并在状态页显示。",
          "公示：只公开企业名称、专题、支持方式和项目摘要；未通过项目的分数不公开。",
        ],
      },
      {
        id: "help",
        heading: "遇到问题",
        paragraphs: [
          "页面出错时会给出一个编号，请把它告诉基金办。网络中断时不必着急：已显示“已保存”的内容都在，恢复后继续填写即可。",
        ],
      },
    ],
  },
  en: {
    title: "How to apply",
    lead: "What you do, what the fund office does and how long each step takes, from registering to the result. What a call supports and which documents it needs is on the call’s own page.",
    sections: [
      {
        id: "before",
        heading: "Before you start",
        points: [
          "Check your eligibility first: no account needed, about three minutes. It is advice and never blocks you.",
          "Have your unified social credit code, three years of audited statements, ownership structure and funding plan at hand.",
          "Agree who submits: only the company’s owner can sign and submit; colleagues can fill in the form together.",
        ],
      },
      {
        id: "account",
        heading: "Accounts and companies",
        points: [
          "Everyone registers with their own e-mail address and confirms it. Please do not share an account.",
          "One unified social credit code is one company. If yours exists already, ask its owner to invite you.",
          "Owners invite colleagues: editors fill in, viewers read. Removing someone takes effect at once.",
        ],
      },
      {
        id: "form",
        heading: "Filling in and saving",
        points: [
          "The task list shows every section; start anywhere and leave whenever you like.",
          "Your answers are saved as you type. “Saved” means they are on the server’s disk. Incomplete or wrong answers are kept too.",
          "If two people change the same answer, both texts are kept and you choose.",
          "Money is entered in RMB 10,000 (万元); the amount is read out beside the field.",
          "Do not enter identity numbers or bank accounts, and upload nothing that contains state secrets.",
        ],
      },
      {
        id: "submit",
        heading: "Checking and submitting",
        points: [
          "“Check your answers” lists every gap and takes you to it.",
          "You get a receipt at once: number, version, content hash and server time. It is also sent by e-mail.",
          "Until the call closes you may change your answers and submit again; the last submission counts. Closing times follow this portal’s server clock, Beijing time (UTC+8).",
        ],
      },
      {
        id: "after",
        heading: "After you submit",
        points: [
          "Formal check: if anything is missing you are told everything at once and have five working days to correct it, at most twice.",
          "Expert review: reviewers declare conflicts of interest first, then score independently without seeing other scores. Wide disagreement is moderated.",
          "Investment committee: approve, approve with conditions, defer or reject. Once released, you receive a letter and see the result on the status page.",
          "Public notice: only company name, call, instrument and public abstract. Scores of unsuccessful applications are not published.",
        ],
      },
      {
        id: "help",
        heading: "If something goes wrong",
        paragraphs: [
          "An error page shows a reference: give it to the fund office. If your connection drops, everything shown as “saved” is there; carry on when you are back online.",
        ],
      },
    ],
  },
};
