import { ask, options, text } from "../ask.ts";
import type { Condition, RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const applicantRoles = options([
  ["leader", "国内龙头企业", "Leading domestic company"],
  ["local", "本地企业", "Local company"],
  ["centre", "联合研发中心本身", "The joint centre itself"],
]);

const centreForms = options([
  ["company", "独立法人", "A company of its own"],
  ["department", "依托本地企业，不设法人", "Within the local company"],
  ["partnership", "合伙或联盟", "Partnership or consortium"],
]);

const programmeStates = options([
  ["running", "在研", "Running"],
  ["accepted", "已验收", "Accepted"],
  ["none", "没有国家任务", "No national programme"],
]);

const sides = options([
  ["leader", "龙头企业", "Leading company"],
  ["local", "本地企业", "Local company"],
  ["institute", "院所高校", "Institute or university"],
  ["other", "其他", "Other"],
]);

const ownershipTerms = options([
  ["leader", "归龙头企业", "The leading company"],
  ["local", "归本地企业", "The local company"],
  ["shared", "共有", "Shared"],
  ["centre", "归中心", "The centre"],
]);

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const share = (column: string): Condition => ({ sum: { of: "centre_parties", value: cell(column) } });

const makesHundred = (column: string, zh: string, en: string): RuleData => ({
  key: `${column}_makes_hundred`,
  level: "error",
  at: [`centre_parties/${column}`],
  when: { gt: [share(column), 0] },
  holds: { le: [{ abs: { subtract: [share(column), 100] } }, 0.01] },
  params: { sum: { value: share(column), as: "percent" } },
  message: text(
    `各方${zh}合计{sum}，应为100%。`,
    `The parties’ ${en} add up to {sum}; they should make 100%.`,
  ),
});

const rules: RuleData[] = [
  {
    key: "has_leader",
    level: "error",
    at: ["centre_role", "partners/role"],
    when: { answered: ref("partners") },
    holds: {
      or: [
        when.is("centre_role", "leader"),
        { any: { of: "partners", where: when.cellIs("role", "leader") } },
      ],
    },
    message: text(
      "还没有国内龙头企业。申报企业不是龙头的，请在“合作单位”中填一家龙头企业。",
      "There is no leading domestic company. If the applicant is not one, add one under “Partners”.",
    ),
    summary: text("缺少龙头企业", "No leading company"),
  },
  {
    key: "has_local",
    level: "error",
    at: ["centre_role", "partners/in_shanxi"],
    when: { answered: ref("partners") },
    holds: {
      or: [
        when.is("centre_role", "local"),
        { ge: [{ count: { of: "partners", where: when.cellIs("role", "local_company") } }, 1] },
      ],
    },
    message: text(
      "还没有本地企业。请在“合作单位”中填一家山西企业。",
      "There is no local company. Add one from Shanxi under “Partners”.",
    ),
    summary: text("缺少本地企业", "No local company"),
  },
  makesHundred("invest_share", "投入比例", "shares of investment"),
  makesHundred("ip_share", "知识产权比例", "shares of IP"),
  {
    key: "resident_days_enough",
    level: "warning",
    forEach: "centre_people",
    at: ["resident_days"],
    holds: { ge: [cell("resident_days"), 90] },
    message: text(
      "第{row}位带头人每年在晋不到90天。评审会看团队是否真正驻留。",
      "Leading person {row} spends fewer than 90 days a year in Shanxi. Reviewers look at whether the team is really there.",
    ),
  },
  {
    key: "targets_rise",
    level: "warning",
    forEach: "centre_targets",
    at: ["target_third", "target_first"],
    holds: { ge: [cell("target_third"), cell("target_first")] },
    message: text(
      "“{row}”第三年的目标低于第一年。",
      "“{row}”: the third year’s target is below the first’s.",
    ),
  },
  {
    key: "agreement_is_signed",
    level: "warning",
    at: ["centre_agreed"],
    holds: { eq: [ref("centre_agreed"), true] },
    message: text(
      "共建协议还没有签。投入、知识产权和驻留须有书面约定。",
      "The agreement is not signed. Investment, IP and residence must be agreed in writing.",
    ),
  },
];

/** What call C7 asks: who leads, who hosts, who pays, who owns, who is there, and what comes of it in three years. */
export const jointCentre: SectionData = {
  key: "centre",
  title: text("团队与联合研发中心", "The team and the joint centre"),
  notes: [
    text(
      "至少一家国内龙头企业和一家本地企业共建，另外在“合作单位”中填写各方。",
      "At least one leading domestic company and one local company; list all under “Partners” as well.",
    ),
    text(
      "国家任务只写公开的名称和编号，不写涉密内容。",
      "Of national programmes give public names and numbers only.",
    ),
  ],
  groups: [
    {
      key: "centre",
      title: text("中心概况", "The centre in outline"),
      questions: [
        ask.choice("centre_role", ["申报企业在中心中的角色", "The applicant’s role"], applicantRoles, {
          display: "radio",
        }),
        ask.shortText("centre_name", ["中心名称", "Name of the centre"], { min: 4, max: 60 }),
        ask.choice("centre_form", ["组织形式", "Form"], centreForms, { display: "radio" }),
        ask.shortText("centre_lead", ["牵头人", "Who leads"], { min: 2, max: 40 }),
        ask.longText("centre_lead_record", ["牵头人的主要成果", "What the leader has achieved"], {
          min: 50,
          max: 500,
          rows: 4,
        }),
        ask.shortText("centre_host", ["依托单位", "Host"], { min: 4, max: 80 }),
        ask.yesNo("centre_agreed", ["共建协议已签吗？", "Is the agreement signed?"], {
          short: ["共建协议", "Agreement"],
        }),
      ],
    },
    {
      key: "programme",
      title: text("国家任务", "National programme"),
      questions: [
        ask.choice("programme_state", ["承担情况", "State"], programmeStates, { display: "radio" }),
        ask.shortText("programme_no", ["项目编号", "Programme number"], {
          min: 4,
          max: 40,
          visibleWhen: when.isOneOf("programme_state", ["running", "accepted"]),
          example: ["2024YFB0000000（示例）", "2024YFB0000000 (example)"],
        }),
        ask.shortText("programme_name", ["项目名称（公开）", "Public title"], {
          min: 4,
          max: 120,
          visibleWhen: when.isOneOf("programme_state", ["running", "accepted"]),
        }),
      ],
    },
    {
      key: "parties",
      title: text("投入与权属", "Investment and ownership"),
      questions: [
        ask.table("centre_parties", ["共建各方", "Parties"], {
          rowName: ["一方", "party"],
          addLabel: ["添加一方", "Add a party"],
          minRows: 2,
          maxRows: 10,
          totals: ["invest_amount", "invest_share", "ip_share"],
          columns: [
            ask.shortText("party", ["名称", "Name"], { min: 2, max: 80, width: "lg" }),
            ask.choice("party_side", ["类型", "Kind"], sides, { display: "select", width: "sm" }),
            ask.money("invest_amount", ["投入", "Investment"], { width: "sm" }),
            ask.percent("invest_share", ["投入比例", "Share"], { places: 2, max: 100, width: "xs" }),
            ask.percent("ip_share", ["新增知识产权比例", "Share of new IP"], {
              places: 2,
              max: 100,
              width: "xs",
            }),
          ],
        }),
        ask.choice("background_ip", ["背景知识产权的使用", "Background IP belongs to"], ownershipTerms, {
          display: "radio",
        }),
        ask.longText("ip_agreement", ["知识产权约定", "What is agreed on IP"], {
          min: 50,
          max: 800,
          rows: 5,
          help: [
            "50–800字。归属、许可、离开中心后的使用、在晋转化。",
            "150–2,400 characters. Ownership, licences, use after leaving, transfer in Shanxi.",
          ],
        }),
      ],
    },
    {
      key: "presence",
      title: text("人员与实验条件", "People and laboratory"),
      questions: [
        ask.table("centre_people", ["驻晋带头人", "Leading people in Shanxi"], {
          rowName: ["带头人", "person"],
          addLabel: ["添加一位带头人", "Add a person"],
          minRows: 1,
          maxRows: 20,
          columns: [
            ask.shortText("lead_name", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
            ask.shortText("lead_from", ["派出单位", "Sent by"], { min: 2, max: 80, width: "lg" }),
            ask.shortText("lead_topic", ["方向", "Topic"], { min: 2, max: 60, width: "md" }),
            ask.integer("resident_days", ["每年在晋天数", "Days a year in Shanxi"], {
              min: 0,
              max: 366,
              width: "xs",
            }),
          ],
        }),
        ask.integer("centre_staff", ["中心常驻研发人员", "Resident R&D staff"], {
          min: 0,
          max: 5000,
          unit: text("人", "people"),
        }),
        ask.table("lab_equipment", ["实验设备", "Laboratory equipment"], {
          rowName: ["设备", "item"],
          addLabel: ["添加一台设备", "Add an item"],
          minRows: 1,
          maxRows: 60,
          totals: ["lab_value"],
          columns: [
            ask.shortText("lab_item", ["设备", "Item"], { min: 2, max: 80, width: "lg" }),
            ask.shortText("lab_use", ["用途", "Use"], { min: 2, max: 80, width: "md" }),
            ask.money("lab_value", ["价值", "Value"], { width: "sm" }),
            ask.yesNo("lab_owned", ["已有", "In place"], { width: "xs" }),
            ask.yesNo("lab_shared", ["对外共享", "Open to others"], { width: "xs" }),
          ],
        }),
      ],
    },
    {
      key: "targets",
      title: text("三年目标", "Three-year targets"),
      questions: [
        ask.table("centre_targets", ["三年目标", "Targets"], {
          help: ["填累计数。", "Cumulative figures."],
          rowName: ["目标", "target"],
          addLabel: ["添加目标", "Add a target"],
          maxRows: 6,
          fixedRows: (
            [
              ["patents", "申请发明专利（项）", "Inventions filed"],
              ["prototypes", "样品、样机（种）", "Samples and prototypes"],
              ["transfers", "在晋转化成果（项）", "Results transferred in Shanxi"],
              ["people", "培养工程师（人）", "Engineers trained"],
              ["standards", "标准（项）", "Standards"],
              ["revenue", "转化收入（万元）", "Revenue from transfer (RMB 10k)"],
            ] as const
          ).map(([id, zh, en]) => ({ id, label: text(zh, en) })),
          columns: [
            ask.integer("target_first", ["第一年", "Year 1"], { min: 0, max: 1_000_000, width: "sm" }),
            ask.integer("target_second", ["第二年", "Year 2"], { min: 0, max: 1_000_000, width: "sm" }),
            ask.integer("target_third", ["第三年", "Year 3"], { min: 0, max: 1_000_000, width: "sm" }),
          ],
        }),
      ],
    },
  ],
  rules,
};
