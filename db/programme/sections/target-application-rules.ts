import { text } from "../ask.ts";
import { applicationFields } from "../lists/industry.ts";
import type { RuleData } from "../programme-types.ts";
import { when } from "../when.ts";

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });

export const targetApplicationRules: RuleData[] = [
  {
    key: "key_field_chosen",
    level: "error",
    at: ["field_projects/project_field", "application_fields"],
    when: { answered: ref("application_fields") },
    holds: { in: [ref("application_fields"), ["5g", "aerospace", "iot", "nev"]] },
    message: text(
      "本专题面向5G、航空航天、物联网、新能源汽车，“申报信息”的应用领域至少要选一个。",
      "This call is for 5G, aerospace, IoT and new energy vehicles: tick at least one of them under “Filing details”.",
    ),
    summary: text("没有选重点应用领域", "None of the key fields is chosen"),
  },
  {
    key: "field_is_ticked",
    level: "error",
    forEach: "field_projects",
    at: ["project_field"],
    when: { answered: ref("application_fields") },
    holds: {
      or: applicationFields.map(({ code }) => ({
        and: [{ eq: [cell("project_field"), code] }, { includes: [ref("application_fields"), code] }],
      })),
    },
    message: text(
      "第{row}个应用项目的领域没有在“申报信息”中勾选。请改其中一处。",
      "Project {row} is in a field that is not ticked under “Filing details”. Change one of the two.",
    ),
    summary: text("第{row}个应用项目的领域未勾选", "Project {row}: field not ticked"),
  },
  {
    key: "customer_reached",
    level: "warning",
    at: ["field_projects/project_stage"],
    when: { answered: ref("field_projects") },
    holds: { any: { of: "field_projects", where: { ne: [cell("project_stage"), "planned"] } } },
    message: text(
      "还没有一个客户收到样品。本专题支持已送样、小批或取得定点的项目。",
      "No customer has received samples yet. This call supports projects with samples, small batches or a nomination.",
    ),
  },
  {
    key: "next_after_stage",
    level: "error",
    forEach: "field_projects",
    at: ["next_month", "stage_month"],
    holds: { ge: [cell("next_month"), cell("stage_month")] },
    message: text(
      "第{row}个应用项目的下一阶段早于进入现阶段的时间。",
      "Project {row}: the next stage comes before the present one began.",
    ),
  },
  {
    key: "make_step_bottleneck",
    level: "warning",
    forEach: "make_steps",
    at: ["step_units"],
    holds: { ge: [cell("step_units"), ref("design_units")] },
    params: {
      step: { value: cell("step_units"), as: "decimal" },
      design: { value: ref("design_units"), as: "decimal" },
    },
    message: text(
      "第{row}道工序的能力{step}万只/月小于设计产能{design}万只/月，会成为瓶颈。",
      "Step {row} can do {step} (10,000 units) a month, below the design capacity of {design}: a bottleneck.",
    ),
  },
  {
    key: "make_mode_matches",
    level: "warning",
    at: ["make_steps/step_mode", "make_mode"],
    when: { and: [when.is("make_mode", "own"), { answered: ref("make_steps") }] },
    holds: { any: { of: "make_steps", where: when.cellIs("step_mode", "own") } },
    message: text(
      "制造方式选了自有产线，主要工序却都是外协。请核对。",
      "It is made on an own line, yet every step is outsourced. Check both.",
    ),
  },
  {
    key: "made_in_shanxi",
    level: "warning",
    at: ["make_steps/step_in_shanxi"],
    when: { answered: ref("make_steps") },
    holds: { ge: [{ count: { of: "make_steps", where: when.cellYes("step_in_shanxi") } }, 1] },
    message: text(
      "没有一道工序在山西。请勾选在山西的工序，或说明项目怎样落地。",
      "No step is done in Shanxi. Tick those that are, or say how the project settles here.",
    ),
  },
  {
    key: "full_after_first_product",
    level: "error",
    at: ["full_output_month", "first_product_month"],
    holds: { ge: [ref("full_output_month"), ref("first_product_month")] },
    message: text("达产时间早于首批产品时间。", "Full capacity comes before the first products."),
  },
  {
    key: "product_after_construction",
    level: "error",
    at: ["first_product_month", "construction_start"],
    holds: { ge: [ref("first_product_month"), ref("construction_start")] },
    params: { start: { value: ref("construction_start"), as: "date" } },
    message: text(
      "首批产品时间早于开工日期{start}。",
      "The first products come before construction starts on {start}.",
    ),
  },
  {
    key: "vehicles_need_aec",
    level: "warning",
    at: ["qualification_tests/standard"],
    when: { and: [when.includes("application_fields", "nev"), { answered: ref("qualification_tests") }] },
    holds: {
      any: {
        of: "qualification_tests",
        where: when.cellIn("standard", ["aec_q100", "aec_q101", "aec_q102", "aec_q104", "aqg_324"]),
      },
    },
    message: text(
      "用于新能源汽车，但认证中没有AEC-Q或AQG 324。请补上计划中的考核。",
      "It goes into vehicles, yet no AEC-Q or AQG 324 test is listed. Add the one that is planned.",
    ),
  },
  {
    key: "passed_in_the_past",
    level: "error",
    forEach: "qualification_tests",
    at: ["test_month", "test_state"],
    when: when.cellIs("test_state", "passed"),
    holds: { le: [cell("test_month"), { today: true }] },
    message: text(
      "第{row}项认证写已通过，时间却在以后。",
      "Test {row} is said to be passed, but its date lies ahead.",
    ),
  },
  {
    key: "failures_within_shipped",
    level: "error",
    forEach: "field_reliability",
    at: ["field_failures", "field_shipped"],
    holds: { le: [cell("field_failures"), { multiply: [cell("field_shipped"), 10_000] }] },
    message: text(
      "第{row}款产品的现场失效多于累计出货。出货的单位是万只，失效的单位是只。",
      "Product {row}: more failed than were shipped. Shipments are in 10,000 units, failures in single ones.",
    ),
    summary: text("第{row}款产品的失效多于出货", "Product {row}: more failures than shipments"),
  },
  {
    key: "ppm_meets_customers",
    level: "warning",
    forEach: "field_reliability",
    at: ["field_ppm_wanted", "field_failures"],
    holds: { le: [cell("field_ppm"), cell("field_ppm_wanted")] },
    params: {
      ppm: { value: cell("field_ppm"), as: "decimal", places: 2 },
      wanted: { value: cell("field_ppm_wanted"), as: "decimal", places: 2 },
    },
    message: text(
      "第{row}款产品的现场失效率{ppm} ppm，高于客户要求的{wanted} ppm。请写明处理。",
      "Product {row} fails at {ppm} ppm, above the {wanted} ppm that customers ask for. Say what is being done.",
    ),
  },
  {
    key: "aerospace_and_dual_use",
    level: "warning",
    at: ["dual_use"],
    when: { and: [when.includes("application_fields", "aerospace"), { answered: ref("dual_use") }] },
    holds: { eq: [ref("dual_use"), true] },
    message: text(
      "用于航空航天的产品常在两用物项清单内。请按最新清单再核对一次。",
      "Products for aerospace are often on the dual-use list. Check once more against the current one.",
    ),
  },
  {
    key: "dual_use_is_checked",
    level: "warning",
    at: ["end_user_checks"],
    when: when.yes("dual_use"),
    holds: { eq: [ref("end_user_checks"), true] },
    message: text(
      "涉及两用物项，但没有最终用户审查制度。申请出口许可前须建立（出口管制法第十五条、第十六条）。",
      "Dual-use items are involved but end users are not checked. A procedure is needed before any export licence (Export Control Law, arts. 15 and 16).",
    ),
  },
];
