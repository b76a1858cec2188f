import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { MailFields } from "#emails/mail-fields.ts";

const call = { zh: "射频·功率·光电器件生产线专项", en: "RF, Power and Optoelectronic Production Lines" };
const company = {
  zh: "甲子示例功率半导体（忻州）有限公司",
  en: "Jiazi Example Power Semiconductor (Xinzhou) Co., Ltd.",
};
const application = {
  id: "0195f0c2-0000-7000-8000-000000000047",
  number: "SXIC-2026-C5-0047",
  title: { zh: "8英寸碳化硅功率器件生产线（一期）", en: "8-inch SiC power device line, phase 1" },
  call,
};
const letter = {
  decisionId: "0195f0c2-0000-7000-8000-0000000000d1",
  application,
  companyId: "0195f0c2-0000-7000-8000-0000000000c1",
  company,
  meetingOn: "2026-12-02",
};
const token = "2f7c1d9e8b6a4c3f2e1d0c9b8a7f6e5d4c3b2a19087f6e5d";
const expiresAt = "2026-11-24T02:12:00.000Z";
const dueAt = "2026-12-01T09:00:00.000Z";
const reason = "上传的审计报告缺第14–19页，看不到现金流量表附注。";

/** One believable set of fields for every mail. Every person and company is invented. */
export const exampleFields: { readonly [T in MailTemplate]: MailFields[T] } = {
  "verify-email": { token, expiresAt },
  "already-registered": {},
  "reset-password": { token, expiresAt },
  "password-changed": { at: expiresAt },
  "second-factor-changed": { at: expiresAt, change: "added" },
  "invite-staff": { token, expiresAt: dueAt, roles: ["officer", "reviewer"], invitedBy: "郑某某" },
  "invite-company-member": { token, expiresAt: dueAt, company, role: "editor", invitedBy: "赵某某" },
  "invite-call-tester": {
    ...{ token, expiresAt: dueAt, opensAt: "2027-01-15T01:00:00.000Z", invitedBy: "郑某某" },
    call: { code: "C5", title: { zh: "封装测试与材料", en: "Packaging, test and materials" } },
  },
  "company-uscc-confirmed": { companyId: application.id, company, uscc: "91140900MA0EXAMPL5" },
  "company-uscc-refused": {
    companyId: application.id,
    company,
    uscc: "91140900MA0EXAMPL5",
    reason: "营业执照上的代码末位是“6”，填写的是“5”。",
  },
  "application-submitted": {
    application,
    version: 2,
    sha256: "4be109d77c52f3a81e66b0c95d248f71a93c06ee2b58d41793f0c1aa7e0562bd",
    submittedAt: "2026-11-24T08:42:08.123Z",
    signedName: "赵某某",
    closesAt: dueAt,
    isCorrection: false,
  },
  "application-withdrawn": { application, at: expiresAt, by: "赵某某", closesAt: dueAt },
  "sign-off-requested": {
    ...{ application, requestId: application.id, by: "钱某某", note: "财务报表已按审计报告核对。" },
    ...{ missing: 2, until: dueAt, isCorrection: false },
  },
  "sign-off-declined": { application, by: "赵某某", reason: "设备清单第3行单价与报价单不一致。" },
  "formal-check-accepted": { application, at: expiresAt },
  "formal-check-not-accepted": { application, reasonCode: "F08", reasonText: reason },
  "correction-requested": {
    application,
    round: 1,
    dueAt,
    items: [
      {
        where: { zh: "财务报表：2025年度审计报告", en: "Financial statements: audit report 2025" },
        reason: "缺第14–19页。",
        wanted: "完整的2025年度审计报告（PDF）",
      },
      {
        where: { zh: "节能审查意见", en: "Energy review opinion" },
        reason: "答“已批复”，没有批复文件。",
        wanted: "批复文件，或把状态改为“受理”并上传受理通知",
      },
      {
        where: { zh: "设备清单第7行：离子注入机", en: "Equipment list, row 7: ion implanter" },
        reason: "出口许可未答。\n清单1,860.00万元，报价单1,680.00万元。",
        wanted: "补答，并更正单价或说明差异",
      },
    ],
  },
  "correction-resubmitted": { application, company, round: 1, at: expiresAt, items: 3 },
  "correction-due-soon": { application, round: 1, dueAt, days: 2, items: 3, open: 1 },
  "correction-extended": {
    application,
    round: 1,
    dueBefore: expiresAt,
    dueAt,
    reason: "审计机构延期出具报告。",
  },
  "correction-lapsed": { application, round: 1, dueAt },
  "application-lapsed": { application, company, round: 1, dueAt, items: 3, open: 1 },
  "application-moved": { application, move: "shortlist", reason: "" },
  "officer-assigned": { application, company },
  "reviewer-assigned": {
    assignmentId: application.id,
    number: application.number,
    call,
    dueAt,
    again: false,
  },
  "reviews-released": { runId: application.id, reviewerId: application.id, call, count: 12, dueAt },
  "assignment-withdrawn": { number: application.number, call },
  "reviewer-declined": { application, reviewer: "周某某", reason: "12月上旬出差，来不及。" },
  "reviewer-conflict": { application, reviewer: "周某某" },
  "question-waiting": { application, stage: "asked" },
  "question-forwarded": { application, questionId: application.id, dueAt },
  "question-settled": {
    ...{ questionId: application.id, number: application.number, call },
    outcome: "answered",
  },
  "review-submitted": { application, submitted: 2, assigned: 5 },
  "review-received": {
    assignmentId: application.id,
    number: application.number,
    at: expiresAt,
    remaining: 3,
  },
  "decision-recorded": {
    decisionId: letter.decisionId,
    number: application.number,
    call,
    meetingOn: letter.meetingOn,
  },
  "decision-approve": { ...letter, amountFen: 12_000_000_000 },
  "decision-approve-with-conditions": {
    ...letter,
    amountFen: 12_000_000_000,
    conditions: "1. 签约前取得节能审查批复。\n2. 自筹资金3.2亿元到位并提供银行流水。",
  },
  "decision-defer": {
    ...letter,
    reasonCode: "D23",
    reasonText: "请补充2026年9月以来的客户验证报告，说明车规认证的时间安排。",
  },
  "decision-reject": {
    ...letter,
    reasonCode: "D42",
    reasonText: "主要客户的意向没有书面文件，产能规模与已证实的订单相差较大。",
  },
  "call-extended": {
    callCode: "C5",
    call,
    closedBefore: "2026-12-01T09:00:00.000Z",
    closesAt: "2026-12-08T09:00:00.000Z",
    reason: "11月30日平台停机检修4小时，顺延一周。",
  },
  "closing-soon": { application: { ...application, number: null }, closesAt: dueAt, days: 3, missing: 12 },
};
