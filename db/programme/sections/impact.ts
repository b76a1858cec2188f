import { ask, options, text } from "../ask.ts";
import type { Condition, Horizon, OptionData, Pair, SectionData } from "../programme-types.ts";

export const partnerRoles = options([
  ["equipment_maker", "装备企业", "Equipment maker"],
  ["material_maker", "材料企业", "Materials maker"],
  ["institute", "研究院所", "Research institute"],
  ["university", "高校", "University"],
  ["leader", "龙头企业", "Leading company"],
  ["user", "用户", "User"],
]);

const contractStates = options([
  ["signed", "已签约", "Signed"],
  ["agreed", "已达成意向", "Agreed in principle"],
  ["talking", "洽谈中", "In talks"],
]);

const ref = (key: string) => ({ ref: key });

const purchasesInTheEnd: Record<Horizon, Pair> = {
  full_capacity: ["达产后省内采购占比", "Purchases in Shanxi at full capacity"],
  fifth_year: ["第五年省内采购占比", "Purchases in Shanxi in the fifth year"],
};

type Impact = {
  planYears: readonly number[];
  horizon?: Horizon;
  /** How many partners a call asks for at the least (or when it asks for any), and the roles it tells apart. */
  partners?: number | Condition;
  roles?: OptionData[];
};

/** Domains M and N, and the benefit to Shanxi (domain R). */
export const impact = ({
  planYears,
  horizon = "full_capacity",
  partners = 0,
  roles = partnerRoles,
}: Impact): SectionData => {
  const newJobs = { sum: { of: "jobs", value: { cell: "total" } } };
  return {
    key: "impact",
    title: text("就业与对山西的带动", "Jobs and benefit to Shanxi"),
    groups: [
      {
        key: "jobs",
        title: text("就业", "Jobs"),
        questions: [
          ask.table("jobs", ["新增岗位", "New jobs"], {
            rowName: ["岗位", "job type"],
            addLabel: ["添加岗位", "Add a job type"],
            maxRows: 4,
            totals: [...planYears.map((year) => `y${year}`), "total"],
            fixedRows: [
              { id: "rd", label: text("研发", "R&D") },
              { id: "engineer", label: text("工程技术", "Engineers") },
              { id: "operator", label: text("生产操作", "Operators") },
              { id: "other", label: text("管理与其他", "Management and other") },
            ],
            columns: [
              ...planYears.map((year) =>
                ask.integer(`y${year}`, [`${year}年`, String(year)], { min: 0, max: 100_000, width: "xs" }),
              ),
              ask.computed(
                "total",
                ["合计", "Total"],
                "integer",
                { add: planYears.map((year) => ({ cell: `y${year}` })) },
                { width: "xs" },
              ),
              ask.decimal("average_pay", ["人均年薪（万元）", "Average pay a year (RMB 10k)"], {
                min: 0,
                max: 1000,
                places: 2,
                width: "sm",
              }),
            ],
          }),
          ask.integer("shanxi_hires", ["其中在山西招聘", "Of these, hired in Shanxi"], {
            short: ["在山西招聘人数", "Hired in Shanxi"],
            min: 0,
            max: 100_000,
            unit: text("人", "people"),
          }),
          ask.longText("training_plan", ["培训和校企合作计划", "Training and work with schools"], {
            min: 30,
            max: 500,
            rows: 4,
            help: ["30–500字。", "90–1,500 characters."],
          }),
        ],
      },
      {
        key: "partners",
        title: text("合作单位", "Partners"),
        questions: [
          ask.table("partners", ["合作单位", "Partners"], {
            ...(typeof partners !== "number"
              ? { required: partners }
              : partners > 0
                ? { minRows: partners }
                : { required: false }),
            rowName: ["合作单位", "partner"],
            addLabel: ["添加一个合作单位", "Add a partner"],
            maxRows: 30,
            columns: [
              ask.choice("role", ["角色", "Role"], roles, { display: "select", width: "sm" }),
              ask.shortText("partner_name", ["名称", "Name"], { min: 2, max: 80, width: "lg" }),
              ask.choice("contract", ["合同状态", "Contract"], contractStates, {
                display: "select",
                width: "sm",
              }),
              ask.declaration("in_shanxi", ["在山西", "In Shanxi"], { required: false, width: "xs" }),
              ask.uscc("partner_uscc", ["统一社会信用代码", "USCC"], {
                required: false,
                secondary: true,
                licenceIn: "holder_licences",
              }),
              ask.shortText("contribution", ["合作内容", "What it contributes"], {
                min: 4,
                max: 120,
                secondary: true,
              }),
              ask.shortText("ip_terms", ["知识产权归属约定", "Who owns resulting IP"], {
                max: 80,
                secondary: true,
              }),
            ],
          }),
        ],
      },
      {
        key: "benefit",
        title: text("带动", "Benefit"),
        questions: [
          ask.percent("local_purchase_share", purchasesInTheEnd[horizon], { places: 1 }),
          ask.longText("benefit_to_shanxi", ["对山西产业链的带动", "Benefit to Shanxi’s chain"], {
            min: 200,
            max: 1000,
            rows: 8,
            help: [
              "200–1000字。省内上下游、装备验证、园区集聚、税收和人才。",
              "600–3,000 characters. Suppliers and customers in Shanxi, tool validation, clusters, taxes and talent.",
            ],
          }),
          ask.longText("reinvestment_plan", ["在山西继续投资的打算", "Plans to invest further in Shanxi"], {
            max: 500,
            rows: 4,
            required: false,
            help: ["自愿填写，不作为评审门槛。", "Voluntary, and never a condition."],
          }),
        ],
      },
    ],
    rules: [
      {
        key: "hires_within_jobs",
        level: "error",
        at: ["shanxi_hires"],
        holds: { le: [ref("shanxi_hires"), newJobs] },
        params: {
          jobs: { value: newJobs, as: "integer" },
          hires: { value: ref("shanxi_hires"), as: "integer" },
        },
        message: text(
          "在山西招聘{hires}人，多于新增岗位合计{jobs}人。",
          "{hires} hired in Shanxi is more than the {jobs} new jobs.",
        ),
        summary: text("在山西招聘多于新增岗位", "Hires in Shanxi exceed new jobs"),
      },
    ],
  };
};
