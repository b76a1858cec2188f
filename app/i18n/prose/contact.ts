import type { Prose } from "./prose.ts";

export const contact: Record<"zh" | "en", Prose> = {
  zh: {
    title: "联系基金办",
    lead: "各专题的联系人写在专题页和您的申报状态页上。基金为拟设立，本平台不承诺出资，不收取任何费用。",
    sections: [
      {
        id: "applicants",
        heading: "申报企业",
        paragraphs: ["登录后打开您的申报，状态页写明下一步是谁、何时、向谁询问。请附上申报编号。"],
      },
      {
        id: "technical",
        heading: "平台使用问题",
        paragraphs: [
          "请说明页面地址、发生时间和页面给出的编号。不要把密码或验证码告诉任何人；基金办不会索取。",
        ],
      },
      {
        id: "integrity",
        heading: "廉洁与回避",
        paragraphs: [
          "认为评审人员应当回避，或遇到以本基金名义收费、承诺出资的情况，请向基金办反映。实名反映会得到书面答复。",
        ],
      },
    ],
  },
  en: {
    title: "Contact the fund office",
    lead: "Each call’s contact is on the call’s page and on your application’s status page. The fund is planned; this portal promises no money and charges no fee.",
    sections: [
      {
        id: "applicants",
        heading: "Applicants",
        paragraphs: [
          "Sign in and open your application: its status page says who acts next, by when and whom to ask. Please quote your application number.",
        ],
      },
      {
        id: "technical",
        heading: "Using the portal",
        paragraphs: [
          "Tell us the page address, the time and the reference shown. Never give anyone your password or code; the fund office does not ask for them.",
        ],
      },
      {
        id: "integrity",
        heading: "Integrity and recusal",
        paragraphs: [
          "If you think a reviewer should stand aside, or someone charges a fee or promises money in the fund’s name, tell the fund office. Reports made under your name are answered in writing.",
        ],
      },
    ],
  },
};
