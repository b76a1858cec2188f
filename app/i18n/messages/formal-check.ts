import type { FormalCheckCode } from "#app/domain/applications/formal-check.ts";
import { defineMessages } from "../define-messages.ts";

type Texts = {
  /** The line of the checklist, for the officer. */
  item: Record<FormalCheckCode, string>;
  /** What to look at before deciding it. */
  look: Record<FormalCheckCode, string>;
  /** The reason as the applicant reads it when the application is not accepted. */
  reason: Record<FormalCheckCode, string>;
};

export const formalCheckMessages = defineMessages({
  zh: {
    item: {
      F01: "独立法人，营业执照有效",
      F02: "在山西注册，或有书面落地计划",
      F03: "企业和法定代表人未被列为失信被执行人或严重失信主体",
      F04: "近三年无重大安全、质量、环境事故和重大违法",
      F05: "不属限制类、淘汰类产业，属于重点投资领域",
      F06: "材料真实，无抄袭",
      F07: "同一内容未重复申请财政资金",
      F08: "必备附件齐全",
      F09: "无影响控制权的知识产权或股权纠纷",
      F10: "不要求保本、保收益、固定回报或担保",
      F11: "材料不含国家秘密",
      F12: "在截止时间前提交",
      F13: "以往财政项目无逾期、无验收不合格",
      F14: "审计意见不是否定意见或无法表示意见",
    },
    look: {
      F01: "核对营业执照（A01）与统一社会信用代码；核验未通过的代码看人工核验结果。",
      F02: "核对注册地址；省外企业看落地计划的主体、时间和投入。",
      F03: "核对信用中国报告（A22），并在中国执行信息公开网查询企业和法定代表人。",
      F04: "核对无违法证明或承诺（A22），必要时函询应急、市场监管、生态环境部门。",
      F05: "核对国民经济行业代码，对照产业结构调整指导目录和省重点投资领域清单。",
      F06: "比对数据前后是否一致；附件与填报内容是否相符。",
      F07: "核对“已获财政或基金支持”表和历次批次记录。",
      F08: "对照附件清单逐份打开，看是否清晰、完整、盖章。",
      F09: "核对知识产权和股权部分的纠纷说明，并查裁判文书。",
      F10: "看退出安排和条款中的措辞；任何保本、固定回报都属于名股实债。",
      F11: "发现疑似涉密内容，立即停止流转并联系保密部门。",
      F12: "以本平台服务器记录的提交时间为准。",
      F13: "核对历次项目的验收记录。",
      F14: "核对近三年审计报告（A03）的意见段。",
    },
    reason: {
      F01: "企业不是独立法人，或营业执照已失效。",
      F02: "企业不在山西注册，也没有书面落地计划。",
      F03: "企业或法定代表人被列为失信被执行人或严重失信主体。",
      F04: "企业近三年发生过重大安全、质量、环境事故，或有重大违法行为。",
      F05: "项目属于限制类、淘汰类产业，或不在重点投资领域内。",
      F06: "申报材料存在不实或抄袭内容。",
      F07: "同一内容已获得财政资金支持。",
      F08: "补正后仍缺少必备附件。",
      F09: "存在影响企业控制权的知识产权或股权纠纷。",
      F10: "申报内容要求保本、固定回报或由基金提供担保。",
      F11: "申报材料含有不得在互联网平台提交的内容。",
      F12: "申报在截止时间之后提交。",
      F13: "以往财政支持项目逾期未结或验收不合格。",
      F14: "审计报告的意见为否定意见或无法表示意见。",
    },
  } as Texts,
  en: {
    item: {
      F01: "Independent legal entity with a valid licence",
      F02: "Registered in Shanxi, or a written landing plan",
      F03: "Neither company nor legal representative is listed as a dishonest judgment debtor or seriously dishonest",
      F04: "No major safety, quality or environmental accident or violation in three years",
      F05: "Not a restricted or phased-out industry; within the priority fields",
      F06: "True material, no plagiarism",
      F07: "No second public grant for the same content",
      F08: "All required attachments are there",
      F09: "No IP or ownership dispute that touches control",
      F10: "No guaranteed principal, return or surety is asked for",
      F11: "No state secrets in the material",
      F12: "Submitted before closing",
      F13: "No earlier public project overdue or failed",
      F14: "Audit opinion neither adverse nor disclaimed",
    },
    look: {
      F01: "Compare the business licence (A01) with the credit code; where the code failed its check, see the manual one.",
      F02: "See the registered address; for a company from elsewhere, who lands what and when.",
      F03: "See the Credit China report (A22) and search the court enforcement site for company and representative.",
      F04: "See the certificate or undertaking (A22); if in doubt, write to the authorities concerned.",
      F05: "Compare the industry code with the national catalogue and the province’s list of priority fields.",
      F06: "Do the figures agree with each other and with the attachments?",
      F07: "See the table of public money received and the records of earlier rounds.",
      F08: "Open each attachment on the list: legible, complete, sealed?",
      F09: "See the disputes named under IP and ownership, and search court judgments.",
      F10: "Read the exit plan and terms closely; any guaranteed return is debt disguised as equity.",
      F11: "If something looks classified, stop passing it on and call the secrecy office.",
      F12: "The submission time in this server’s records counts.",
      F13: "See the acceptance records of earlier projects.",
      F14: "Read the opinion paragraph of the last three audit reports (A03).",
    },
    reason: {
      F01: "The company is not an independent legal entity, or its licence is no longer valid.",
      F02: "The company is not registered in Shanxi and gave no written landing plan.",
      F03: "The company or its legal representative is listed as a dishonest judgment debtor or as seriously dishonest.",
      F04: "In the last three years the company had a major safety, quality or environmental accident or violation.",
      F05: "The project belongs to a restricted or phased-out industry or lies outside the priority fields.",
      F06: "The material contains untrue or copied content.",
      F07: "The same content already receives public money.",
      F08: "A required attachment is still missing after correction.",
      F09: "An IP or ownership dispute affects who controls the company.",
      F10: "The application asks for a guaranteed principal, a fixed return or a surety from the fund.",
      F11: "The material contains content that may not be submitted to an internet platform.",
      F12: "The application was submitted after closing.",
      F13: "An earlier publicly funded project is overdue or failed its acceptance.",
      F14: "The audit opinion is adverse or disclaimed.",
    },
  } as Texts,
});
