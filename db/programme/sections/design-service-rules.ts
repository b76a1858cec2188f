import { text } from "../ask.ts";
import type { Condition, RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const sumOf = (table: string, column: string): Condition => ({ sum: { of: table, value: cell(column) } });
const serviceCodes = [
  "frontend",
  "verification",
  "backend",
  "dft",
  "layout",
  "ip",
  "tapeout_agent",
  "test_agent",
];

function within(part: string, whole: string, zh: [string, string], en: [string, string]): RuleData {
  return {
    key: `${part}_within`,
    level: "error",
    forEach: "skills",
    at: [part, whole],
    holds: { le: [cell(part), cell(whole)] },
    params: { part: { value: cell(part), as: "integer" }, whole: { value: cell(whole), as: "integer" } },
    message: text(
      `{row}${zh[0]}{part}人，多于${zh[1]}{whole}人。`,
      `{row}: ${en[0]} ({part}) is more than ${en[1]} ({whole}).`,
    ),
    summary: text(`{row}${zh[0]}多于${zh[1]}`, `{row}: ${en[0]} exceeds ${en[1]}`),
  };
}

function money(year: number): RuleData[] {
  const earned = sumOf("service_lines", "service_revenue_year");
  const stated: Condition = { at: { of: "statements", row: String(year), column: "design_service_revenue" } };
  return [
    {
      key: "services_match_statement",
      level: "error",
      at: ["service_lines/service_revenue_year"],
      holds: { le: [earned, { add: [stated, 0.01] }] },
      params: { earned: { value: earned, as: "money" }, stated: { value: stated, as: "money" } },
      message: text(
        `${year}年各类服务收入合计{earned}，多于财务报表中的设计服务收入{stated}。`,
        `Services add up to {earned} in ${year}, above the design service revenue of {stated} in the statements.`,
      ),
      summary: text("各类服务收入多于报表", "Services earn more than the statements say"),
    },
  ];
}

const services: RuleData[] = [
  {
    key: "service_is_ticked",
    level: "error",
    forEach: "service_lines",
    at: ["service_type"],
    when: { answered: ref("service_types") },
    holds: {
      or: serviceCodes.map((code) => ({
        and: [{ eq: [cell("service_type"), code] }, { includes: [ref("service_types"), code] }],
      })),
    },
    message: text(
      "第{row}类服务没有在“服务类型”中勾选。请改其中一处。",
      "Service {row} is not ticked among the services. Change one of the two.",
    ),
    summary: text("第{row}类服务未勾选", "Service {row} is not ticked"),
  },
  {
    key: "mostly_own_work",
    level: "warning",
    forEach: "service_lines",
    at: ["subcontracted"],
    when: { not: when.cellIn("service_type", ["tapeout_agent", "test_agent"]) },
    holds: { le: [cell("subcontracted"), 30] },
    message: text(
      "第{row}类服务的转包比例超过30%。评审会看自有团队的交付能力。",
      "More than 30% of service {row} is subcontracted. Reviewers look at what your own people deliver.",
    ),
  },
];

const clients: RuleData[] = [
  {
    key: "client_shares",
    level: "error",
    at: ["service_clients/client_share"],
    holds: { le: [sumOf("service_clients", "client_share"), 100] },
    params: { sum: { value: sumOf("service_clients", "client_share"), as: "percent" } },
    message: text("各客户占收入合计{sum}，超过100%。", "Clients add up to {sum} of revenue, above 100%."),
  },
  {
    key: "one_client_dominates",
    level: "warning",
    at: ["service_clients/client_share"],
    holds: { le: [{ max: { of: "service_clients", value: cell("client_share") } }, 50] },
    params: {
      share: { value: { max: { of: "service_clients", value: cell("client_share") } }, as: "percent" },
    },
    message: text(
      "最大客户占收入{share}。请在“市场分析”中说明流失时怎样应对。",
      "The largest client makes {share} of revenue. Say in the market analysis what happens if it leaves.",
    ),
  },
  {
    key: "nda_with_clients",
    level: "warning",
    forEach: "service_clients",
    at: ["client_nda"],
    holds: { eq: [cell("client_nda"), true] },
    message: text(
      "第{row}位客户没有保密协议。设计数据在手而没有约定，风险由双方承担，请补签。",
      "There is no NDA with client {row}. Holding design data without one is a risk to both; sign it.",
    ),
  },
];

const staff: RuleData[] = [
  within("skill_senior", "skill_now", ["五年以上", "现有"], ["five years or more", "people now"]),
  within("skill_shanxi", "skill_now", ["在晋", "现有"], ["in Shanxi", "people now"]),
  {
    key: "skills_within_staff",
    level: "error",
    at: ["skills/skill_now", "employees_total"],
    holds: { le: [sumOf("skills", "skill_now"), ref("employees_total")] },
    params: {
      skills: { value: sumOf("skills", "skill_now"), as: "integer" },
      staff: { value: ref("employees_total"), as: "integer" },
    },
    message: text(
      "各技能人数合计{skills}人，多于职工总人数{staff}人。一人只计一处。",
      "Skills add up to {skills} people, above the {staff} employees. Count each person once.",
    ),
    summary: text("各技能人数多于职工总数", "More people by skill than employees"),
  },
  {
    key: "shanxi_skills_grow",
    level: "warning",
    at: ["skills/skill_target"],
    when: { gt: [sumOf("skills", "skill_now"), 0] },
    holds: { ge: [sumOf("skills", "skill_target"), sumOf("skills", "skill_shanxi")] },
    message: text(
      "第五年在晋人数少于现在。本专题支持在山西形成团队，请核对。",
      "Fewer people in Shanxi in the fifth year than now. This call is for teams that grow here; check it.",
    ),
  },
  {
    key: "utilisation_high",
    level: "warning",
    at: ["skills/utilisation"],
    holds: { le: [ref("utilisation_mean"), 95] },
    params: { mean: { value: ref("utilisation_mean"), as: "percent" } },
    message: text(
      "平均利用率{mean}，没有余量接新项目或培养新人。请核对口径。",
      "Utilisation of {mean} leaves nothing for new projects or training. Check how it is counted.",
    ),
  },
  {
    key: "utilisation_low",
    level: "warning",
    at: ["skills/utilisation"],
    holds: { ge: [ref("utilisation_mean"), 60] },
    params: { mean: { value: ref("utilisation_mean"), as: "percent" } },
    message: text(
      "平均利用率只有{mean}。请说明为什么还要扩充团队。",
      "Utilisation is only {mean}. Say why the team should still grow.",
    ),
  },
  {
    key: "desks_for_all",
    level: "warning",
    at: ["centre_seats", "skills/skill_target"],
    holds: { ge: [ref("centre_seats"), sumOf("skills", "skill_target")] },
    params: {
      seats: { value: ref("centre_seats"), as: "integer" },
      people: { value: sumOf("skills", "skill_target"), as: "integer" },
    },
    message: text(
      "交付中心有{seats}个工位，第五年在晋{people}人。请说明怎样安排。",
      "The centre has {seats} desks for {people} people in the fifth year. Say how they fit.",
    ),
  },
];

const security: RuleData[] = [
  {
    key: "security_held",
    level: "warning",
    at: ["security_certificates"],
    holds: { not: { includes: [ref("security_certificates"), "none"] } },
    message: text(
      "还没有数据安全认证。多数客户会要求等级保护或ISO/IEC 27001，请写明取得时间。",
      "No data security certificate yet. Most clients ask for MLPS or ISO/IEC 27001; say when you will have one.",
    ),
  },
  {
    key: "security_expired",
    level: "warning",
    at: ["security_expires"],
    holds: { ge: [ref("security_expires"), { today: true }] },
    params: { date: { value: ref("security_expires"), as: "date" } },
    message: text(
      "有认证已于{date}到期。已续期的，请填新的日期。",
      "A certificate expired on {date}. If it was renewed, give the new date.",
    ),
  },
  {
    key: "foreign_clients_and_data",
    level: "warning",
    at: ["data_abroad"],
    when: {
      and: [
        { any: { of: "service_clients", where: when.cellIs("client_place", "abroad") } },
        { answered: ref("data_abroad") },
      ],
    },
    holds: { eq: [ref("data_abroad"), true] },
    message: text(
      "有境外客户，却写数据不出境。向境外客户交付设计数据也是出境，请核对。",
      "There are clients abroad, yet no data leaves China. Delivering a design to them is data leaving; check it.",
    ),
  },
];

/** The cross-checks of call C3; `year` is the last full year of the statements. */
export const designServiceRules = (year: number): RuleData[] => [
  ...money(year),
  ...services,
  ...clients,
  ...staff,
  ...security,
];
