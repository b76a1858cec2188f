import { ask, options, text } from "../ask.ts";
import { applicationFields } from "../lists/industry.ts";
import type { Condition, GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { targetApplicationRules } from "./target-application-rules.ts";

const customerTiers = options([
  ["system", "整机或运营企业", "System maker or operator"],
  ["tier1", "一级供应商", "Tier 1 supplier"],
  ["module", "模块企业", "Module maker"],
]);

const designStages = options([
  ["planned", "未送样", "Not sampled yet"],
  ["sampled", "已送样", "Samples sent"],
  ["system_test", "系统验证中", "In system test"],
  ["small_batch", "小批供货", "Small batches"],
  ["nominated", "已定点", "Nominated"],
  ["mass", "批量供货", "Volume supply"],
]);

const makeModes = options([
  ["own", "自有产线", "Own line"],
  ["foundry", "委托代工", "Foundry"],
  ["both", "自有加代工", "Both"],
]);

const makeSteps = options([
  ["wafer", "芯片制造", "Wafer fabrication"],
  ["thinning", "减薄与切割", "Thinning and dicing"],
  ["packaging", "封装", "Packaging"],
  ["module", "模块组装", "Module assembly"],
  ["burn_in", "老化与筛选", "Burn-in and screening"],
  ["test", "测试", "Test"],
]);

const stepModes = options([
  ["own", "自有", "In-house"],
  ["outsourced", "外协", "Outsourced"],
]);

const standards = options([
  ["aec_q100", "AEC-Q100（集成电路）", "AEC-Q100 (integrated circuits)"],
  ["aec_q101", "AEC-Q101（分立器件）", "AEC-Q101 (discretes)"],
  ["aec_q102", "AEC-Q102（光电器件）", "AEC-Q102 (optoelectronics)"],
  ["aec_q104", "AEC-Q104（多芯片模块）", "AEC-Q104 (multichip modules)"],
  ["aqg_324", "AQG 324（功率模块）", "AQG 324 (power modules)"],
  ["iatf_16949", "IATF 16949（体系）", "IATF 16949 (quality system)"],
  ["iso_26262", "ISO 26262（功能安全）", "ISO 26262 (functional safety)"],
  ["telecom", "通信行业标准测试", "Telecom standards"],
  ["iot_network", "物联网入网与互通测试", "IoT network and interoperability tests"],
  ["other", "其他", "Other"],
]);

const testStates = options([
  ["planned", "计划", "Planned"],
  ["running", "进行中", "Running"],
  ["passed", "通过", "Passed"],
  ["failed", "未通过", "Failed"],
]);

const partsPerMillion: Condition = {
  divide: [
    { multiply: [{ cell: "field_failures" }, 1_000_000] },
    { multiply: [{ cell: "field_shipped" }, 10_000] },
  ],
};

const customers: GroupData = {
  key: "customers",
  title: text("应用与终端客户", "Applications and end customers"),
  questions: [
    ask.table("field_projects", ["应用项目", "Application projects"], {
      help: [
        "每个客户项目一行。客户可以写代号，航空航天类不写型号和用途细节。",
        "One row for each customer’s project. Customers may be given a code; for aerospace leave out types and details of use.",
      ],
      rowName: ["应用项目", "project"],
      addLabel: ["添加一个应用项目", "Add a project"],
      layout: "cards",
      minRows: 1,
      maxRows: 40,
      columns: [
        ask.choice("project_field", ["应用领域", "Field"], applicationFields, {
          display: "select",
          width: "sm",
        }),
        ask.shortText("project_product", ["供应产品", "What is supplied"], { min: 2, max: 60, width: "md" }),
        ask.shortText("end_customer", ["终端客户", "End customer"], { min: 2, max: 80, width: "md" }),
        ask.choice("customer_tier", ["供货对象", "Supplied to"], customerTiers, {
          display: "select",
          width: "sm",
        }),
        ask.choice("project_stage", ["阶段", "Stage"], designStages, { display: "select", width: "sm" }),
        ask.month("stage_month", ["进入该阶段的时间", "In this stage since"], {
          width: "sm",
          visibleWhen: { ne: [{ cell: "project_stage" }, "planned"] },
        }),
        ask.month("next_month", ["下一阶段时间", "Next stage"], { width: "sm" }),
        ask.decimal("yearly_demand", ["年需求（万只）", "Demand a year (10,000 units)"], {
          min: 0,
          max: 10_000_000,
          places: 4,
          width: "sm",
        }),
        ask.shortText("stage_proof", ["依据", "Evidence"], {
          min: 2,
          max: 60,
          required: when.cellIn("project_stage", ["small_batch", "nominated", "mass"]),
          example: ["定点通知，附件A17-2", "Nomination letter, A17-2"],
        }),
      ],
    }),
    ask.longText("adoption_path", ["导入路径和竞争方案", "How customers adopt it, and against what"], {
      min: 100,
      max: 800,
      rows: 5,
      help: [
        "100–800字。客户现用方案、为什么换、还差哪些验证、二供还是主供。",
        "300–2,400 characters. What customers use today, why they would change, which tests are left, first or second source.",
      ],
    }),
  ],
};

const making: GroupData = {
  key: "making",
  title: text("制造组织", "How it is made"),
  questions: [
    ask.choice("make_mode", ["制造方式", "Made by"], makeModes, { display: "radio" }),
    ask.decimal("design_units", ["设计产能", "Design capacity"], {
      min: 0.0001,
      max: 1_000_000,
      places: 4,
      unit: text("万只/月", "10k a month"),
      help: ["按最终交付的芯片或模块计。", "Chips or modules as finally delivered."],
    }),
    ask.table("make_steps", ["主要工序", "Main steps"], {
      rowName: ["工序", "step"],
      addLabel: ["添加一道工序", "Add a step"],
      minRows: 3,
      maxRows: 20,
      columns: [
        ask.choice("make_step", ["工序", "Step"], makeSteps, { display: "select", width: "md" }),
        ask.choice("step_mode", ["方式", "Done"], stepModes, { display: "select", width: "sm" }),
        ask.decimal("step_units", ["能力（万只/月）", "10,000 units a month"], {
          min: 0,
          max: 1_000_000,
          places: 4,
          width: "sm",
        }),
        ask.declaration("step_in_shanxi", ["在山西", "In Shanxi"], { required: false, width: "xs" }),
        ask.shortText("step_partner", ["外协单位和备选", "Contractor, and an alternative"], {
          min: 2,
          max: 80,
          visibleWhen: when.cellIs("step_mode", "outsourced"),
          secondary: true,
        }),
      ],
    }),
    ask.month("first_product_month", ["首批产品时间", "First products"], {
      example: ["2027年12月", "2027-12"],
    }),
    ask.month("full_output_month", ["达产时间", "Full capacity"], { example: ["2029年6月", "2029-06"] }),
  ],
};

const proving: GroupData = {
  key: "proving",
  title: text("认证与现场可靠性", "Certification and reliability in the field"),
  questions: [
    ask.table("qualification_tests", ["认证与考核", "Qualification tests"], {
      help: [
        "涉军考核不填。体系认证按单位填，产品认证按产品填。",
        "Leave out defence tests. Systems are certified for a company, products one by one.",
      ],
      rowName: ["认证", "test"],
      addLabel: ["添加一项认证", "Add a test"],
      minRows: 1,
      maxRows: 40,
      columns: [
        ask.choice("standard", ["标准", "Standard"], standards, { display: "select", width: "md" }),
        ask.shortText("test_product", ["产品或体系", "Product or system"], { min: 2, max: 60, width: "md" }),
        ask.choice("test_state", ["状态", "State"], testStates, { display: "select", width: "sm" }),
        ask.month("test_month", ["完成或预计时间", "Done, or expected"], { width: "md" }),
        ask.shortText("test_body", ["考核机构", "Tested by"], { min: 2, max: 80, secondary: true }),
        ask.shortText("test_gap", ["未通过的项目和改进", "What failed, and what changes"], {
          min: 4,
          max: 120,
          visibleWhen: when.cellIs("test_state", "failed"),
          secondary: true,
        }),
      ],
    }),
    ask.table("field_reliability", ["现场可靠性", "Reliability in the field"], {
      help: [
        "已有批量交付的产品每款一行，按出货至今统计。",
        "One row for each product delivered in volume, since its first delivery.",
      ],
      required: {
        any: {
          of: "field_projects",
          where: when.cellIn("project_stage", ["small_batch", "mass"]),
        },
      },
      rowName: ["产品", "product"],
      addLabel: ["添加一款产品", "Add a product"],
      maxRows: 30,
      columns: [
        ask.shortText("field_product", ["产品", "Product"], { min: 2, max: 60, width: "md" }),
        ask.decimal("field_shipped", ["累计出货（万只）", "Shipped (10,000 units)"], {
          min: 0.0001,
          max: 10_000_000,
          places: 4,
          width: "sm",
        }),
        ask.integer("field_failures", ["现场失效（只）", "Failed in the field"], {
          min: 0,
          max: 1_000_000_000,
          width: "xs",
        }),
        ask.computed("field_ppm", ["失效率（ppm）", "Failure rate (ppm)"], "decimal", partsPerMillion, {
          places: 2,
        }),
        ask.decimal("field_ppm_wanted", ["客户要求（ppm）", "Customers ask for (ppm)"], {
          min: 0,
          max: 1_000_000,
          places: 2,
          width: "xs",
        }),
        ask.shortText("field_cause", ["主要失效原因和处理", "Main causes, and what was done"], {
          min: 2,
          max: 120,
          secondary: true,
        }),
      ],
    }),
    ask.longText("reliability_plan", ["可靠性与质量保证", "Reliability and quality"], {
      min: 100,
      max: 800,
      rows: 5,
      help: [
        "100–800字。寿命模型、筛选、可追溯、变更管理、失效分析和召回安排。",
        "300–2,400 characters. Life model, screening, traceability, change control, failure analysis and recall.",
      ],
    }),
  ],
};

const dualUse: GroupData = {
  key: "dual_use",
  title: text("两用物项", "Dual use"),
  help: text(
    "只有企业所有者、编辑和基金办、投委会能看到。不写任何涉密内容。",
    "Only your owners and editors, the fund office and the committee see this. Write nothing that is classified.",
  ),
  questions: [
    ask.yesNo(
      "dual_use",
      [
        "产品或技术在两用物项清单内，或可能用于军事用途吗？",
        "Are the products or the technology on the dual-use list, or could they be put to military use?",
      ],
      { short: ["两用物项", "Dual use"], restricted: true },
    ),
    ask.longText(
      "dual_use_text",
      ["清单编码、最终用户审查和许可情况", "List codes, end-user checks and licences"],
      {
        short: ["两用物项说明", "Dual use, explained"],
        min: 20,
        max: 500,
        rows: 4,
        restricted: true,
        visibleWhen: when.yes("dual_use"),
      },
    ),
    ask.yesNo(
      "end_user_checks",
      ["建立了最终用户和最终用途审查制度吗？", "Are end users and end uses checked by a set procedure?"],
      { short: ["最终用户审查", "End-user checks"], restricted: true },
    ),
  ],
};

/** What call C4 asks: for whom it is made, how far they have come, whether it holds in the field. */
export const targetApplications: SectionData = {
  key: "applications",
  title: text("应用、客户与可靠性", "Applications, customers and reliability"),
  notes: [
    text("应用领域要与“申报信息”中勾选的一致。", "Fields must be among those ticked under “Filing details”."),
    text(
      "定点、小批要有文件，编号写在“依据”里。",
      "Nominations and small batches need a document; give its number as evidence.",
    ),
  ],
  groups: [customers, making, proving, dualUse],
  rules: targetApplicationRules,
};
