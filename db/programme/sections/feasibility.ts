import { ask, text } from "../ask.ts";
import type { GroupData, Pair } from "../programme-types.ts";

const makersFeasibility: Pair = [
  "建设条件、工艺和设备成熟度、原材料与供应链、人员、进度和成本的可信程度。",
  "Site, maturity of process and tools, materials and supply chain, staff, and how firm dates and costs are.",
];

/** Domain R; `speaksOf` says what makes a project of this kind feasible. */
export const feasibility = ([zh, en]: Pair = makersFeasibility): GroupData => ({
  key: "feasibility",
  title: text("产业化可行性", "Industrial feasibility"),
  questions: [
    ask.longText("feasibility", ["产业化可行性", "Industrial feasibility"], {
      min: 300,
      max: 2000,
      rows: 10,
      help: [`300–2000字。${zh}`, `900–6,000 characters. ${en}`],
    }),
  ],
});
