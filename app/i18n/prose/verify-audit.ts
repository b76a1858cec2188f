import type { Prose } from "./prose.ts";

export const verifyAudit: Record<"zh" | "en", Prose> = {
  zh: {
    title: "核验审计链",
    lead: "每一次提交、审查、评审、决策和发函都写入一条只增不改的记录。每条记录都包含前一条的哈希，改动任何一条，后面的就对不上。",
    sections: [
      {
        id: "receipt",
        heading: "企业怎样核验自己的提交",
        paragraphs: [
          "回执上的 SHA-256 是对提交内容（全部答案、当时的表单和每个文件的哈希）计算得出的。基金办提供的归档包里有同一份内容，用任何 SHA-256 工具重新计算即可比对。",
        ],
      },
      {
        id: "chain",
        heading: "审计人员怎样核验整条链",
        points: [
          "链上每条记录由序号、时间、操作人编号、事件、对象和数据组成，按键名排序写成 JSON，连同前一条的哈希一起计算 SHA-256。",
          "在服务器上执行 npm run portal -- audit verify，会逐条重算，并指出第一条对不上的记录。",
          "审计人员可以在工作台查看链头（最后一条的序号和哈希），定期抄录到平台之外，日后比对。",
        ],
      },
      {
        id: "what-not",
        heading: "链上没有什么",
        paragraphs: ["记录只含编号、状态和数字，不含姓名、邮箱或申报内容。"],
      },
    ],
  },
  en: {
    title: "Verify the audit chain",
    lead: "Every submission, check, review, decision and letter is written to a record that only grows. Each entry covers the hash of the one before it, so changing any entry breaks all that follow.",
    sections: [
      {
        id: "receipt",
        heading: "How a company verifies its submission",
        paragraphs: [
          "The SHA-256 on your receipt is computed over what you submitted: all answers, the form as it then was, and the hash of every file. The archive package the fund office keeps contains the same content; any SHA-256 tool can compare the two.",
        ],
      },
      {
        id: "chain",
        heading: "How an auditor verifies the whole chain",
        points: [
          "Each entry holds its serial, time, the actor’s id, event, subject and data as JSON with sorted keys, hashed with SHA-256 together with the previous entry’s hash.",
          "On the server, npm run portal -- audit verify recomputes every entry and names the first one that does not fit.",
          "Auditors see the head of the chain (last serial and hash) at their desk and can copy it outside the portal to compare later.",
        ],
      },
      {
        id: "what-not",
        heading: "What the chain does not hold",
        paragraphs: [
          "Only ids, states and figures: no names, no addresses, nothing from the applications themselves.",
        ],
      },
    ],
  },
};
