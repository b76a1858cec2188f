import { ask, options, text } from "../ask.ts";
import type { SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const links = options([
  ["equipment", "装备", "Equipment"],
  ["materials", "材料与外延", "Materials and epitaxy"],
  ["design", "设计与EDA·IP", "Design, EDA and IP"],
  ["manufacturing", "制造", "Manufacturing"],
  ["packaging", "封装测试", "Packaging and test"],
  ["application", "应用", "Application"],
]);

const stages = options([
  ["seed", "种子期", "Seed"],
  ["early", "初创期", "Early"],
  ["growth", "成长期", "Growth"],
  ["mature", "成熟期和上市前", "Mature and pre-IPO"],
]);

const states = options([
  ["contact", "接触", "In contact"],
  ["diligence", "尽调", "Due diligence"],
  ["terms", "条款谈判", "Terms"],
  ["approved", "已过内部决策", "Approved inside"],
]);

const cell = (column: string) => ({ cell: column });

/** Domain S: what it will buy, and what it could buy tomorrow. */
export const fundStrategy: SectionData = {
  key: "strategy",
  title: text("策略与项目储备", "Strategy and pipeline"),
  groups: [
    {
      key: "strategy",
      title: text("投资策略", "How it invests"),
      questions: [
        ask.longText("strategy_text", ["投资策略", "Investment strategy"], {
          min: 300,
          max: 2000,
          rows: 12,
          help: [
            "300–2000字。赛道判断、标的标准、单笔规模、领投还是跟投、定价、退出路径，与已有基金的区别。",
            "900–6,000 characters. View of the field, what qualifies, ticket, lead or follow, pricing, exits, and how it differs from funds that exist.",
          ],
        }),
        ask.longText("sourcing_text", ["项目来源和投后服务", "Sourcing, and help after investing"], {
          min: 100,
          max: 1000,
          rows: 6,
          help: ["100–1000字。", "300–3,000 characters."],
        }),
      ],
    },
    {
      key: "pipeline",
      title: text("项目储备", "Pipeline"),
      questions: [
        ask.table("pipeline", ["储备项目", "Pipeline"], {
          help: [
            "至少5个。未公开的可以写代号，关联项目须勾选。",
            "At least 5. Undisclosed ones may be given by a code; related ones must be ticked.",
          ],
          rowName: ["储备项目", "project"],
          addLabel: ["添加一个储备项目", "Add a project"],
          layout: "cards",
          minRows: 5,
          maxRows: 40,
          totals: ["pipe_amount"],
          columns: [
            ask.shortText("pipe", ["项目", "Project"], { min: 2, max: 60, width: "lg" }),
            ask.choice("pipe_link", ["环节", "Link"], links, { display: "select", width: "sm" }),
            ask.choice("pipe_stage", ["阶段", "Stage"], stages, { display: "select", width: "sm" }),
            ask.money("pipe_amount", ["拟投金额", "To invest"], { width: "sm" }),
            ask.choice("pipe_state", ["进度", "State"], states, { display: "select", width: "sm" }),
            ask.declaration("pipe_in_shanxi", ["落在山西", "In Shanxi"], { required: false, width: "xs" }),
            ask.declaration("pipe_related", ["关联项目", "Related"], { required: false, width: "xs" }),
            ask.shortText("pipe_note", ["为什么投", "Why"], { min: 4, max: 200, secondary: true }),
          ],
        }),
      ],
    },
  ],
  rules: [
    {
      key: "pipeline_in_shanxi",
      level: "warning",
      at: ["pipeline/pipe_in_shanxi"],
      when: { and: [{ gt: [{ ref: "shanxi_deals" }, 0] }, { answered: { ref: "pipeline" } }] },
      holds: { ge: [{ count: { of: "pipeline", where: when.cellYes("pipe_in_shanxi") } }, 1] },
      message: text(
        "计划在晋投资，储备项目中却没有落在山西的。",
        "Deals in Shanxi are planned, yet none of the pipeline is there.",
      ),
    },
    {
      key: "related_pipeline",
      level: "warning",
      forEach: "pipeline",
      at: ["pipe_related"],
      holds: { ne: [cell("pipe_related"), true] },
      message: text(
        "第{row}个储备项目是关联项目，请在利益冲突制度中写明怎样回避。",
        "Project {row} is related: say under conflicts of interest who abstains.",
      ),
    },
    {
      key: "ticket_within_cap",
      level: "warning",
      forEach: "pipeline",
      at: ["pipe_amount"],
      holds: {
        le: [
          cell("pipe_amount"),
          { multiply: [{ ref: "fund_size" }, { divide: [{ ref: "single_deal_cap" }, 100] }] },
        ],
      },
      message: text(
        "第{row}个储备项目的金额超过单个项目上限。",
        "Project {row} exceeds the most that may go into one deal.",
      ),
    },
  ],
};
