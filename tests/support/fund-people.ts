import type { StaffRole } from "#app/domain/accounts/actor.ts";

/** Everybody's, in the browser tests. */
export const password = "heng-mountain-temple-hangs";

interface FundPerson {
  email: string;
  name: string;
  locale: "zh" | "en";
  roles: readonly StaffRole[];
}

export const fundPeople = [
  { email: "administrator@fund.example", name: "冯示例", locale: "zh", roles: ["administrator"] },
  { email: "officer@fund.example", name: "周示例", locale: "zh", roles: ["officer"] },
  { email: "chair@fund.example", name: "王示例", locale: "zh", roles: ["committee_chair"] },
] as const satisfies readonly FundPerson[];

export const reviewerPeople = [
  {
    email: "reviewer1@experts.example",
    name: "蒋示例",
    affiliation: "示例大学一院",
    discipline: "technology",
  },
  { email: "reviewer2@experts.example", name: "沈示例", affiliation: "示例研究所", discipline: "industry" },
  {
    email: "reviewer3@experts.example",
    name: "韩示例甲",
    affiliation: "示例会计事务所",
    discipline: "finance",
  },
].map((person) => ({ ...person, locale: "zh" as const, discipline: person.discipline as "technology" }));
