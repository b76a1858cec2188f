import { ask, options, text } from "../ask.ts";
import type { Condition, SectionData } from "../programme-types.ts";
import { subFundRules } from "./sub-fund-rules.ts";

const fundForms = options([
  ["partnership", "有限合伙企业", "Limited partnership"],
  ["company", "公司", "Company"],
]);

const fundKinds = options([
  ["industry", "产业投资类", "Industry investment"],
  ["venture", "创业投资类", "Venture capital"],
]);

const mixRows: readonly (readonly [string, string, string])[] = [
  ["seed", "种子期", "Seed"],
  ["early", "初创期", "Early"],
  ["growth", "成长期", "Growth"],
  ["mature", "成熟期和上市前", "Mature and pre-IPO"],
];

const segments = options([
  ["equipment", "装备", "Equipment"],
  ["materials", "材料与外延", "Materials and epitaxy"],
  ["design", "设计与EDA·IP", "Design, EDA and IP"],
  ["manufacturing", "制造", "Manufacturing"],
  ["packaging", "封装测试", "Packaging and test"],
  ["application", "应用", "Application"],
]);

const ref = (key: string) => ({ ref: key });
const of = (part: Condition, whole: Condition): Condition => ({
  multiply: [{ divide: [part, whole] }, 100],
});
const percentRow = (key: string, label: readonly [string, string]) =>
  ask.percent(key, label, { places: 1, max: 100, width: "sm" });

/** Domain S, the fund itself: how large, how long, into what, and how much of it in Shanxi. */
export const subFund: SectionData = {
  key: "sub_fund",
  title: text("子基金方案", "The sub-fund"),
  notes: [
    text(
      "本基金出资不超过子基金规模的30%，各级政府出资合计不超过50%。",
      "The fund pays at most 30% of a sub-fund; all governments together at most 50%.",
    ),
    text(
      "在晋投资是您的打算，不设返投比例，也不作为门槛。",
      "What is invested in Shanxi is your plan: no ratio is demanded and none is a threshold.",
    ),
    text("金额单位万元，大额会同时显示亿元。", "Amounts in RMB 10k; large ones are also read out."),
  ],
  groups: [
    {
      key: "fund",
      title: text("基金概况", "The fund in outline"),
      questions: [
        ask.shortText("fund_name", ["子基金名称（拟）", "Name of the sub-fund (proposed)"], {
          min: 6,
          max: 60,
          example: [
            "某某半导体创业投资合伙企业（有限合伙）",
            "Example Semiconductor Venture Partnership (L.P.)",
          ],
        }),
        ask.choice("fund_form", ["组织形式", "Legal form"], fundForms, { display: "radio" }),
        ask.choice("fund_kind", ["基金类别", "Kind of fund"], fundKinds, {
          display: "radio",
          help: [
            "按国办发〔2025〕1号的两类选择。",
            "One of the two kinds of State Council document 2025 no. 1.",
          ],
        }),
        ask.money("fund_size", ["目标规模", "Target size"], { min: 0.01 }),
        ask.money("amount_requested", ["申请本基金出资", "Requested from the fund"], { min: 0.01 }),
        ask.computed(
          "fund_share",
          ["占目标规模", "Of the target size"],
          "percent",
          of(ref("amount_requested"), ref("fund_size")),
        ),
        ask.money("first_close", ["首关规模", "First closing"], { min: 0.01 }),
        ask.month("first_close_month", ["首关时间", "First closing in"], {
          example: ["2027年6月", "2027-06"],
        }),
        ask.month("final_close_month", ["终关时间", "Final closing in"]),
        ask.integer("life_years", ["存续期", "Life"], { min: 1, max: 20, unit: text("年", "years") }),
        ask.integer("invest_years", ["其中投资期", "of which investing"], {
          min: 1,
          max: 15,
          unit: text("年", "years"),
          short: ["投资期", "Investment period"],
        }),
        ask.integer("extension_years", ["可延长", "Extension allowed"], {
          min: 0,
          max: 5,
          unit: text("年", "years"),
        }),
      ],
    },
    {
      key: "focus",
      title: text("投向", "What it invests in"),
      questions: [
        ask.percent("ic_focus", ["投向集成电路的比例", "Part going to integrated circuits"], {
          places: 1,
          max: 100,
        }),
        ask.multiChoice("fund_segments", ["重点环节", "Links of the chain"], segments, { min: 1 }),
        ask.table("stage_mix", ["阶段分布", "Stages"], {
          rowName: ["阶段", "stage"],
          addLabel: ["添加阶段", "Add a stage"],
          maxRows: mixRows.length,
          totals: ["mix_share"],
          fixedRows: mixRows.map(([id, zh, en]) => ({ id, label: text(zh, en) })),
          columns: [
            percentRow("mix_share", ["占比", "Share"]),
            ask.integer("mix_deals", ["计划项目数", "Deals planned"], { min: 0, max: 200, width: "sm" }),
            ask.money("mix_ticket", ["单笔金额", "Typical ticket"], { width: "sm" }),
          ],
        }),
        ask.percent("single_deal_cap", ["单个项目上限（占规模）", "Most in one deal (of the size)"], {
          places: 1,
          max: 100,
        }),
      ],
    },
    {
      key: "shanxi",
      title: text("在晋投资打算", "Plans in Shanxi"),
      questions: [
        ask.percent("shanxi_share", ["计划投向山西的比例", "Part planned for Shanxi"], {
          places: 1,
          max: 100,
          help: ["按本基金出资的倍数或子基金规模估计，没有的填0。", "An estimate; 0 if none."],
        }),
        ask.integer("shanxi_deals", ["计划在晋项目数", "Deals planned in Shanxi"], { min: 0, max: 200 }),
        ask.integer("shanxi_team", ["常驻山西的投资人员", "Investment staff living in Shanxi"], {
          min: 0,
          max: 100,
          unit: text("人", "people"),
        }),
        ask.longText("shanxi_plan", ["怎样投到山西", "How it comes to Shanxi"], {
          min: 100,
          max: 1000,
          rows: 6,
          help: [
            "100–1000字。引进项目、本地项目、带动的社会资本，与省内其他基金怎样分工。",
            "300–3,000 characters. Companies brought in, local ones, private capital drawn, and how it differs from other funds here.",
          ],
        }),
      ],
    },
  ],
  rules: subFundRules,
};
