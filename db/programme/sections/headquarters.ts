import { ask, options, text } from "../ask.ts";
import type { RuleData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { registeredOutside } from "./company-rules.ts";

const landingKinds = options([
  ["headquarters", "总部迁入山西", "Headquarters move to Shanxi"],
  ["rd_centre", "在山西设研发中心", "R&D centre in Shanxi"],
  ["product_line", "在山西设产品线公司", "Product company in Shanxi"],
  ["local_growth", "山西本地企业成长", "Growth of a Shanxi company"],
]);

const entityStates = options([
  ["registered", "已设立", "Registered"],
  ["in_progress", "办理中", "Being registered"],
  ["planned", "拟设立", "Planned"],
]);

const moveKinds = options([
  ["headquarters", "总部职能", "Headquarters"],
  ["rd_team", "研发团队", "R&D team"],
  ["product_line", "产品线", "Product line"],
  ["ip", "知识产权", "Intellectual property"],
  ["settlement", "销售与结算", "Sales and settlement"],
  ["test_supply", "测试与供应链", "Test and supply chain"],
]);

const moveStates = options([
  ["done", "已完成", "Done"],
  ["agreed", "已有书面约定", "Agreed in writing"],
  ["planned", "计划中", "Planned"],
]);

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });

const rules = (first: string, last: string): RuleData[] => [
  {
    key: "outside_is_no_local_growth",
    level: "error",
    at: ["landing_kind", "reg_address"],
    when: registeredOutside,
    holds: { ne: [ref("landing_kind"), "local_growth"] },
    message: text(
      "企业注册在省外，不能选“山西本地企业成长”。请选迁入、研发中心或产品线公司。",
      "The company is registered elsewhere, so it is no growth of a Shanxi company. Choose headquarters, R&D centre or product company.",
    ),
    summary: text("省外企业不能选本地成长", "A company from elsewhere is no Shanxi company"),
  },
  {
    key: "headquarters_really_move",
    level: "error",
    at: ["moves/move_kind", "landing_kind"],
    when: { and: [when.is("landing_kind", "headquarters"), { answered: ref("moves") }] },
    holds: { any: { of: "moves", where: when.cellIs("move_kind", "headquarters") } },
    message: text(
      "选了总部迁入，落地内容中还没有“总部职能”。请补上一行。",
      "Headquarters are to move, but none of the rows says so. Add one for headquarters.",
    ),
    summary: text("落地内容缺少总部职能", "No row for headquarters"),
  },
  {
    key: "tax_after_entity",
    level: "error",
    at: ["tax_month", "entity_month"],
    holds: { ge: [ref("tax_month"), ref("entity_month")] },
    message: text(
      "在晋纳税的时间早于落地主体设立的时间。",
      "Taxes would be paid in Shanxi before the entity there is registered.",
    ),
  },
  {
    key: "rd_within_shanxi_team",
    level: "error",
    forEach: "shanxi_years",
    at: ["shanxi_rd", "shanxi_people"],
    holds: { le: [cell("shanxi_rd"), cell("shanxi_people")] },
    params: {
      rd: { value: cell("shanxi_rd"), as: "integer" },
      people: { value: cell("shanxi_people"), as: "integer" },
    },
    message: text(
      "{row}在晋研发人员{rd}人，多于在晋总人数{people}人。",
      "{row}: {rd} in R&D is more than the {people} people in Shanxi.",
    ),
    summary: text("{row}的研发人员多于在晋总人数", "{row}: more in R&D than people in all"),
  },
  {
    key: "shanxi_team_grows",
    level: "warning",
    at: ["shanxi_years/shanxi_people"],
    holds: {
      ge: [
        { at: { of: "shanxi_years", row: last, column: "shanxi_people" } },
        { at: { of: "shanxi_years", row: first, column: "shanxi_people" } },
      ],
    },
    message: text(
      "在晋人数最后一年少于第一年。请核对，或在落地内容中说明。",
      "Fewer people in Shanxi in the last year than in the first. Check the figures, or explain under what moves.",
    ),
  },
  {
    key: "landing_after_entity",
    level: "warning",
    forEach: "moves",
    at: ["move_month", "move_kind"],
    when: when.cellIs("move_kind", "settlement"),
    holds: { ge: [cell("move_month"), ref("entity_month")] },
    message: text(
      "第{row}行的销售与结算早于落地主体设立，那时还没有主体可以开票。",
      "Row {row}: sales move before the entity exists that could invoice them.",
    ),
  },
];

/** What call C2 asks of a design company that comes: where it is now, what moves, who pays taxes where and when. */
export const headquarters = ({ planYears }: { planYears: readonly number[] }): SectionData => ({
  key: "landing",
  title: text("总部与落地安排", "Headquarters and what moves"),
  notes: [
    text(
      "写能核验的事：主体、人数、社保、合同、税务登记。",
      "Give what can be verified: the entity, headcount, social insurance, contracts, tax registration.",
    ),
    text(
      "与市、园区签的协议，优惠条款也算“已获支持”，请在“资金需求与估值”中一并填写。",
      "Incentives agreed with a city or park count as public money: list them under “Funding request and valuation”.",
    ),
  ],
  groups: [
    {
      key: "now",
      title: text("总部现状", "Headquarters today"),
      questions: [
        ask.choice("landing_kind", ["落地方式", "How it settles"], landingKinds, { display: "radio" }),
        ask.address("hq_now", ["现总部所在地", "Headquarters today"], { withoutDetail: true }),
        ask.integer("hq_people_now", ["现总部人数", "People at headquarters today"], {
          min: 0,
          max: 100_000,
          unit: text("人", "people"),
        }),
      ],
    },
    {
      key: "entity",
      title: text("落地主体与纳税", "The entity and its taxes"),
      questions: [
        ask.shortText("entity_name", ["落地主体", "Entity in Shanxi"], {
          min: 4,
          max: 80,
          help: ["本企业就是落地主体的，填本企业名称。", "If it is the applicant itself, give its own name."],
        }),
        ask.choice("entity_status", ["主体状态", "Status of the entity"], entityStates, { display: "radio" }),
        ask.uscc("entity_uscc", ["主体统一社会信用代码", "USCC of the entity"], {
          startsWith: ["91"],
          visibleWhen: when.is("entity_status", "registered"),
        }),
        ask.month("entity_month", ["主体设立时间", "Entity registered in"], {
          example: ["2027年2月", "2027-02"],
        }),
        ask.money("entity_capital", ["主体注册资本", "Registered capital of the entity"], { min: 0.01 }),
        ask.month("tax_month", ["开始在晋纳税的时间", "Taxes paid in Shanxi from"], {
          example: ["2027年4月", "2027-04"],
          help: [
            "税务关系迁入，或落地主体第一次申报的月份。",
            "When the tax registration moves, or the entity first files.",
          ],
        }),
        ask.integer("stay_years", ["承诺在晋经营年限", "Years it commits to stay"], {
          min: 0,
          max: 50,
          unit: text("年", "years"),
        }),
        ask.yesNo(
          "local_agreement",
          ["与市、县或园区签了落地协议吗？", "Is there an agreement with a city, county or park?"],
          { short: ["落地协议", "Agreement on settling"] },
        ),
        ask.longText(
          "local_agreement_text",
          ["协议对方、日期和双方义务", "With whom, when, and what each side owes"],
          {
            short: ["落地协议说明", "Agreement on settling, explained"],
            min: 20,
            max: 500,
            rows: 4,
            visibleWhen: when.yes("local_agreement"),
          },
        ),
      ],
    },
    {
      key: "moves",
      title: text("哪些落在山西", "What comes to Shanxi"),
      questions: [
        ask.table("moves", ["落地内容", "What moves"], {
          rowName: ["内容", "move"],
          addLabel: ["添加一项内容", "Add a move"],
          layout: "cards",
          minRows: 2,
          maxRows: 20,
          totals: ["move_people"],
          columns: [
            ask.choice("move_kind", ["内容", "What"], moveKinds, { display: "select", width: "md" }),
            ask.shortText("move_what", ["具体说明", "In particular"], { min: 4, max: 120, width: "lg" }),
            ask.month("move_month", ["完成时间", "By"], { width: "md" }),
            ask.integer("move_people", ["涉及人数", "People"], { min: 0, max: 100_000, width: "xs" }),
            ask.choice("move_state", ["进度", "State"], moveStates, { display: "select", width: "sm" }),
          ],
        }),
        ask.table("shanxi_years", ["在晋人员、收入和纳税", "People, revenue and taxes in Shanxi"], {
          help: [
            "各年年底人数和全年金额。",
            "People at the year’s end; revenue and taxes of the whole year.",
          ],
          rowName: ["年度", "year"],
          addLabel: ["添加年度", "Add a year"],
          maxRows: planYears.length,
          fixedRows: planYears.map((year) => ({ id: String(year), label: text(`${year}年`, String(year)) })),
          columns: [
            ask.integer("shanxi_people", ["在晋人数", "People"], { min: 0, max: 100_000, width: "sm" }),
            ask.integer("shanxi_rd", ["其中研发", "In R&D"], { min: 0, max: 100_000, width: "sm" }),
            ask.money("shanxi_revenue", ["在晋结算收入", "Revenue booked"], { width: "sm" }),
            ask.money("shanxi_tax", ["在晋纳税", "Taxes paid"], { width: "sm" }),
          ],
        }),
      ],
    },
  ],
  rules: rules(String(planYears[0]), String(planYears.at(-1))),
});
