import type { DemoText } from "./demo-text.ts";

/** The one password of every demo account. */
export const demoPassword = "wafer-demo-portal-2026";

type StaffRole =
  "officer" | "committee_member" | "committee_chair" | "administrator" | "auditor" | "reviewer";

export interface DemoPerson {
  /** Under a domain that can never exist (RFC 2606), so that no mail reaches anybody. */
  email: string;
  name: string;
  locale: "zh" | "en";
}

export interface DemoStaff extends DemoPerson {
  key: string;
  roles: readonly StaffRole[];
}

/** The fund's people. */
export const demoStaff = [
  {
    key: "administrator",
    email: "administrator@fund.example",
    name: "冯示例",
    locale: "zh",
    roles: ["administrator"],
  },
  { key: "officer", email: "officer@fund.example", name: "周示例", locale: "zh", roles: ["officer"] },
  { key: "officer2", email: "officer2@fund.example", name: "吴示例", locale: "zh", roles: ["officer"] },
  { key: "chair", email: "chair@fund.example", name: "王示例", locale: "zh", roles: ["committee_chair"] },
  { key: "member", email: "member@fund.example", name: "郑示例", locale: "zh", roles: ["committee_member"] },
  {
    key: "member2",
    email: "member2@fund.example",
    name: "褚示例",
    locale: "zh",
    roles: ["committee_member"],
  },
  { key: "auditor", email: "auditor@fund.example", name: "陈示例", locale: "zh", roles: ["auditor"] },
] as const satisfies readonly DemoStaff[];

export type DemoStaffKey = (typeof demoStaff)[number]["key"];

/** People of the first two companies who have a sign-in of their own in the README. */
export const demoCompanyPeople = {
  owner: { email: "owner@jiazi.example", name: "韩示例", locale: "zh" },
  editor: { email: "editor@jiazi.example", name: "杨示例", locale: "zh" },
  viewer: { email: "viewer@jiazi.example", name: "朱示例", locale: "zh" },
  englishOwner: { email: "owner@yichou.example", name: "Alex Example", locale: "en" },
} as const satisfies Record<string, DemoPerson>;

export interface SignIn {
  email: string;
  who: DemoText;
  /** The page a sign-in leads to first. */
  sees: DemoText;
}

/** What `npm run demo` prints and the README repeats. */
export const signIns: readonly SignIn[] = [
  {
    email: demoCompanyPeople.owner.email,
    who: { zh: "企业所有人（甲子示例）", en: "Company owner (Jiazi Example)" },
    sees: { zh: "填报、签字提交、看状态", en: "fills in, signs and submits, follows the status" },
  },
  {
    email: demoCompanyPeople.editor.email,
    who: { zh: "企业编辑（甲子示例）", en: "Company editor (Jiazi Example)" },
    sees: { zh: "填报，不能提交", en: "fills in, cannot submit" },
  },
  {
    email: demoCompanyPeople.viewer.email,
    who: { zh: "企业查看人（甲子示例）", en: "Company viewer (Jiazi Example)" },
    sees: { zh: "只读", en: "reads only" },
  },
  {
    email: demoCompanyPeople.englishOwner.email,
    who: { zh: "企业所有人，英文界面（乙丑示例）", en: "Company owner in English (Yichou Example)" },
    sees: { zh: "补正中的申报", en: "an application to be corrected" },
  },
  {
    email: "reviewer1@experts.example",
    who: { zh: "评审专家", en: "Reviewer" },
    sees: { zh: "评审队列和打分页", en: "a queue and the score sheet" },
  },
  {
    email: "officer@fund.example",
    who: { zh: "基金办工作人员", en: "Officer" },
    sees: { zh: "形式审查、分派、排名、导出", en: "formal checks, assignment, ranking, exports" },
  },
  {
    email: "chair@fund.example",
    who: { zh: "投委会主任", en: "Committee chair" },
    sees: { zh: "决定与发布", en: "decisions and their release" },
  },
  {
    email: "member@fund.example",
    who: { zh: "投委会委员", en: "Committee member" },
    sees: { zh: "申报和评分，只读", en: "applications and scores, read only" },
  },
  {
    email: "administrator@fund.example",
    who: { zh: "管理员", en: "Administrator" },
    sees: { zh: "人员、邮件、批次、全部导出", en: "people, mail, calls, every export" },
  },
  {
    email: "auditor@fund.example",
    who: { zh: "审计员", en: "Auditor" },
    sees: { zh: "全部内容，只读", en: "everything, read only" },
  },
];
