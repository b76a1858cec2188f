import { text } from "../ask.ts";
import type { RuleData } from "../programme-types.ts";

const ref = (key: string) => ({ ref: key });
const peak = { max: { of: "ramp", value: { cell: "wafers" } } };

export const productionLineRules: RuleData[] = [
  {
    key: "first_wafer_after_start",
    level: "error",
    at: ["first_wafer_month", "construction_start"],
    holds: { ge: [ref("first_wafer_month"), ref("construction_start")] },
    params: { start: { value: ref("construction_start"), as: "date" } },
    message: text(
      "投片时间早于开工日期{start}。",
      "First wafers come before construction starts on {start}.",
    ),
    summary: text("投片时间早于开工日期", "First wafers before construction"),
  },
  {
    key: "full_after_first",
    level: "error",
    at: ["full_capacity_month", "first_wafer_month"],
    holds: { ge: [ref("full_capacity_month"), ref("first_wafer_month")] },
    message: text("达产时间早于投片时间。", "Full capacity comes before first wafers."),
  },
  {
    key: "ramp_reaches_design",
    level: "error",
    at: ["ramp/wafers", "design_capacity"],
    when: { ge: [{ count: { of: "ramp" } }, 4] },
    holds: { ge: [peak, ref("design_capacity")] },
    params: {
      peak: { value: peak, as: "integer" },
      design: { value: ref("design_capacity"), as: "integer" },
    },
    message: text(
      "爬坡最高到{peak}片/月，没有达到设计产能{design}片/月。请补上后面的季度。",
      "The ramp reaches {peak} wafers a month, short of the design capacity of {design}. Add the later quarters.",
    ),
    summary: text("爬坡没有达到设计产能", "The ramp does not reach design capacity"),
  },
  {
    key: "ramp_within_design",
    level: "error",
    at: ["ramp/wafers", "design_capacity"],
    holds: { le: [peak, ref("design_capacity")] },
    params: {
      peak: { value: peak, as: "integer" },
      design: { value: ref("design_capacity"), as: "integer" },
    },
    message: text(
      "爬坡最高到{peak}片/月，超过设计产能{design}片/月。",
      "The ramp reaches {peak} wafers a month, above the design capacity of {design}.",
    ),
    summary: text("爬坡超过设计产能", "The ramp exceeds design capacity"),
  },
  {
    key: "step_bottleneck",
    level: "warning",
    forEach: "tool_steps",
    at: ["step_capacity"],
    holds: { ge: [{ cell: "step_capacity" }, ref("design_capacity")] },
    params: {
      step: { value: { cell: "step_capacity" }, as: "integer" },
      design: { value: ref("design_capacity"), as: "integer" },
    },
    message: text(
      "第{row}道工序的能力{step}片/月小于设计产能{design}片/月，会成为瓶颈。",
      "Step {row} can do {step} wafers a month, below the design capacity of {design}: a bottleneck.",
    ),
  },
  {
    key: "yield_baseline",
    level: "warning",
    at: ["ramp/yield", "pilot_yield"],
    when: { gt: [ref("pilot_yield"), 0] },
    holds: { ge: [{ max: { of: "ramp", value: { cell: "yield" } } }, ref("pilot_yield")] },
    message: text(
      "爬坡中的最高良率低于小试或中试良率。请核对口径。",
      "The best yield of the ramp is below that of the pilot line. Check how they are measured.",
    ),
  },
];
