import { ask, options, text } from "../ask.ts";
import type { Condition, GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { listingStages, listingTarget, listingTerms, overseasBoards } from "./listing.ts";
import { listingPlanRules, steps } from "./listing-plan-rules.ts";

const stepStates = options([
  ["done", "已完成", "Done"],
  ["under_way", "进行中", "Under way"],
  ["planned", "计划", "Planned"],
]);

const adviserRoles = options([
  ["sponsor", "保荐机构", "Sponsor"],
  ["law", "律师事务所", "Law firm"],
  ["audit", "会计师事务所", "Auditors"],
  ["appraisal", "资产评估机构", "Appraiser"],
  ["other", "其他", "Other"],
]);

const adviserStates = options([
  ["engaged", "已签约", "Engaged"],
  ["agreed", "已选定，待签约", "Chosen, not signed"],
  ["looking", "遴选中", "Being chosen"],
]);

const matters: readonly (readonly [id: string, zh: string, en: string])[] = [
  ["contributions", "历次出资和增资", "Capital contributions"],
  ["share_history", "股权沿革与代持", "History of shares and nominees"],
  ["taxes", "税务", "Taxes"],
  ["land", "土地与房产", "Land and buildings"],
  ["environment", "环保与安全", "Environment and safety"],
  ["staff", "社保与公积金", "Social insurance and housing fund"],
  ["related", "关联交易与同业竞争", "Related transactions and competition"],
  ["rights", "知识产权权属", "Ownership of intellectual property"],
  ["control", "财务内控", "Internal control of finance"],
];

const matterStates = options([
  ["clean", "无问题", "Clean"],
  ["mending", "整改中", "Being mended"],
  ["open", "未解决", "Open"],
]);

const needKinds = options([
  ["restructuring", "股改", "Conversion"],
  ["tax", "税务", "Tax"],
  ["land", "土地与房产", "Land and buildings"],
  ["environment", "环保", "Environment"],
  ["staff", "社保与公积金", "Social insurance and housing fund"],
  ["state_assets", "国资审批", "State-asset approval"],
  ["foreign_exchange", "外汇与商务", "Foreign exchange and commerce"],
  ["other", "其他", "Other"],
]);

const needStates = options([
  ["not_filed", "未提出", "Not raised yet"],
  ["filed", "已提出", "Raised"],
  ["handling", "办理中", "Being handled"],
]);

const structures = options([
  ["direct", "境内公司直接上市（H股等）", "Direct listing of the mainland company (H shares and the like)"],
  ["indirect", "境外公司上市（红筹）", "Listing of an offshore company (red chip)"],
]);

const filingStates = options([
  ["not_started", "未开始", "Not started"],
  ["preparing", "准备中", "Being prepared"],
  ["filed", "已备案申请", "Filed"],
  ["done", "已完成备案", "Filing completed"],
]);

const ref = (key: string) => ({ ref: key });
const cell = (column: string) => ({ cell: column });
const overseas = when.isOneOf("target_board", overseasBoards);
const growthBoards = when.isOneOf("target_board", ["star", "chinext"]);

const advisersAndSteps: GroupData[] = [
  {
    key: "advisers",
    title: text("中介机构", "Advisers"),
    questions: [
      ask.table("advisers", ["中介机构", "Advisers"], {
        rowName: ["机构", "adviser"],
        addLabel: ["添加一家机构", "Add an adviser"],
        minRows: 1,
        maxRows: 12,
        columns: [
          ask.choice("adviser_role", ["角色", "Role"], adviserRoles, { display: "select", width: "sm" }),
          ask.shortText("adviser", ["机构名称", "Name"], { min: 2, max: 80, width: "lg" }),
          ask.choice("adviser_state", ["状态", "State"], adviserStates, { display: "select", width: "sm" }),
          ask.month("engaged_on", ["签约时间", "Engaged"], {
            width: "sm",
            visibleWhen: when.cellIs("adviser_state", "engaged"),
          }),
        ],
      }),
    ],
  },
  {
    key: "timetable",
    title: text("时间表", "Timetable"),
    questions: [
      ask.table("listing_steps", ["上市进程", "Steps to the listing"], {
        help: [
          "已完成的填实际月份，其余填计划月份。目标板块没有的环节留空。",
          "Actual months for what is done, planned months for the rest. Leave blank what the board does not have.",
        ],
        rowName: ["环节", "step"],
        addLabel: ["添加环节", "Add a step"],
        maxRows: steps.length,
        fixedRows: steps.map(([id, , , required]) => ({
          id,
          label: listingStages.find(({ code }) => code === id)!.label,
          ...(required ? {} : { required: false }),
        })),
        columns: [
          ask.choice("step_state", ["状态", "State"], stepStates, { display: "select", width: "sm" }),
          ask.month("step_month", ["月份", "Month"], { width: "sm" }),
          ask.shortText("step_note", ["说明", "Note"], { max: 120, required: false, width: "lg" }),
        ],
      }),
    ],
  },
];

const readiness: GroupData[] = [
  {
    key: "readiness",
    title: text("规范情况", "Readiness"),
    questions: [
      ask.table("matters", ["规范事项", "Matters to be in order"], {
        help: [
          "有问题的写明事实、金额和整改办法。",
          "Where something is open: the facts, the amount and the remedy.",
        ],
        rowName: ["事项", "matter"],
        addLabel: ["添加事项", "Add a matter"],
        maxRows: matters.length,
        fixedRows: matters.map(([id, zh, en]) => ({ id, label: text(zh, en) })),
        columns: [
          ask.choice("matter_state", ["状态", "State"], matterStates, { display: "select", width: "sm" }),
          ask.shortText("matter_text", ["情况与办法", "Facts and remedy"], {
            min: 10,
            max: 300,
            width: "lg",
            visibleWhen: when.cellIn("matter_state", ["mending", "open"]),
          }),
          ask.month("matter_month", ["完成时间", "In order by"], {
            width: "sm",
            visibleWhen: when.cellIn("matter_state", ["mending", "open"]),
          }),
        ],
      }),
      ask.longText("governance", ["公司治理和内控", "Governance and internal control"], {
        min: 100,
        max: 1000,
        rows: 6,
        help: [
          "100–1000字。三会运作、独立董事、财务人员、信息系统，股权激励的股份支付。",
          "300–3,000 characters. Meetings, independent directors, finance staff, systems, share-based pay.",
        ],
      }),
    ],
  },
  {
    key: "self_check",
    title: text("科创属性自查", "Self-check of technology attributes"),
    help: text(
      "仅供参考，以交易所现行规则为准，不影响受理。",
      "For orientation only: the exchange’s rules in force decide, and acceptance does not depend on it.",
    ),
    visibleWhen: growthBoards,
    questions: [
      ask.computed("rd_three_years", ["三年研发费用合计", "R&D of three years"], "money", {
        sum: { of: "statements", value: cell("rd_expense"), where: { ne: [cell("id"), "latest"] } },
      }),
      ask.computed("rd_three_years_share", ["占三年收入", "Of three years’ revenue"], "percent", {
        multiply: [
          {
            divide: [
              ref("rd_three_years"),
              { sum: { of: "statements", value: cell("revenue"), where: { ne: [cell("id"), "latest"] } } },
            ],
          },
          100,
        ],
      }),
      ask.computed(
        "inventions_checked",
        ["已授权发明专利", "Inventions granted"],
        "integer",
        ref("granted_inventions"),
      ),
      ask.computed("revenue_growth", ["两年收入增长", "Growth of revenue in two years"], "percent", growth()),
    ],
  },
];

function growth(): Condition {
  const of = (year: string) => ({ at: { of: "statements", row: year, column: "revenue" } });
  return { multiply: [{ subtract: [{ divide: [of("2025"), of("2023")] }, 1] }, 100] };
}

const proceedsAndNeeds: GroupData[] = [
  {
    key: "proceeds",
    title: text("募集资金投向", "Use of proceeds"),
    questions: [
      ask.table("proceeds", ["募投项目", "Projects for the proceeds"], {
        rowName: ["项目", "project"],
        addLabel: ["添加一个项目", "Add a project"],
        minRows: 1,
        maxRows: 12,
        totals: ["proceeds_amount"],
        columns: [
          ask.shortText("proceeds_project", ["项目", "Project"], { min: 4, max: 80, width: "lg" }),
          ask.money("proceeds_amount", ["金额", "Amount"], { width: "sm" }),
          ask.yesNo("proceeds_in_shanxi", ["在山西", "In Shanxi"], { width: "xs" }),
          ask.shortText("proceeds_permits", ["备案、环评和用地进度", "Filing, EIA and land"], {
            max: 120,
            secondary: true,
          }),
        ],
      }),
      ask.computed("proceeds_shanxi_share", ["投在山西的占比", "Part invested in Shanxi"], "percent", {
        multiply: [
          {
            divide: [
              {
                sum: {
                  of: "proceeds",
                  value: cell("proceeds_amount"),
                  where: when.cellYes("proceeds_in_shanxi"),
                },
              },
              { sum: { of: "proceeds", value: cell("proceeds_amount") } },
            ],
          },
          100,
        ],
      }),
    ],
  },
  {
    key: "overseas",
    title: text("境外上市", "Listing abroad"),
    visibleWhen: overseas,
    questions: [
      ask.choice("overseas_structure", ["上市架构", "Structure"], structures, { display: "radio" }),
      ask.choice("csrc_filing", ["中国证监会备案", "Filing with the CSRC"], filingStates, {
        display: "radio",
      }),
      ask.longText("data_and_security", ["数据出境和安全审查", "Data export and security review"], {
        min: 20,
        max: 500,
        rows: 4,
        help: [
          "是否涉及重要数据、网络安全审查、外资准入负面清单。",
          "Important data, cybersecurity review, negative list for foreign investment.",
        ],
      }),
    ],
  },
  {
    key: "green_channel",
    title: text("绿色通道需求", "Help through the green channel"),
    questions: [
      ask.yesNo(
        "green_channel",
        [
          "需要有关部门协调解决历史或手续问题吗？",
          "Do you need authorities to help with past or pending matters?",
        ],
        { short: ["绿色通道", "Green channel"] },
      ),
      ask.table("green_needs", ["协调事项", "Matters to be coordinated"], {
        visibleWhen: when.yes("green_channel"),
        help: [
          "每个事项写到能办：哪个部门、要什么文件、何时要。",
          "So that each can be acted on: which authority, which document, by when.",
        ],
        rowName: ["事项", "matter"],
        addLabel: ["添加一个事项", "Add a matter"],
        layout: "cards",
        minRows: 1,
        maxRows: 20,
        columns: [
          ask.choice("need_kind", ["类别", "Kind"], needKinds, { display: "select", width: "sm" }),
          ask.shortText("need_authority", ["主管部门", "Authority"], { min: 2, max: 60, width: "md" }),
          ask.longText("need_text", ["事项和需要的文件", "Matter and document needed"], {
            min: 10,
            max: 300,
            rows: 3,
          }),
          ask.month("need_month", ["希望完成", "Wanted by"], { width: "sm" }),
          ask.choice("need_state", ["状态", "State"], needStates, { display: "select", width: "sm" }),
        ],
      }),
      ask.yesNo(
        "stays_in_shanxi",
        [
          "上市主体注册地和主要经营地留在山西吗？",
          "Will the listed company stay registered and run in Shanxi?",
        ],
        { short: ["留在山西", "Stays in Shanxi"] },
      ),
    ],
  },
];

/** Domain Q, all of it: what call C11 asks of a company that means to list. */
export const listingPlan: SectionData = {
  key: "listing_plan",
  title: text("上市计划", "Listing plan"),
  notes: [
    text(
      "进入后备库只表示纳入辅导和协调，不对上市结果作承诺。",
      "Entry to the reserve means tutoring and coordination; nobody promises that a listing succeeds.",
    ),
    text("日期以监管部门和交易所文件为准。", "Dates as in the papers of the regulator and the exchange."),
  ],
  groups: [
    { key: "target", questions: [...listingTarget(false), ...listingTerms(false)] },
    ...advisersAndSteps,
    ...readiness,
    ...proceedsAndNeeds,
  ],
  rules: listingPlanRules,
};
