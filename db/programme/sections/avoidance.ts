import { ask, text } from "../ask.ts";
import type { GroupData, SectionData } from "../programme-types.ts";

/** Whom the applicant asks to be kept away from its application (domain 2.6). */
export const avoidance: GroupData = {
  key: "avoidance",
  title: text("申请专家回避", "Reviewers to be avoided"),
  help: text(
    "最多3位，须说明理由。只有基金办看得到。",
    "Up to three, each with a reason. Only the fund office sees this.",
  ),
  questions: [
    ask.table("reviewers_to_avoid", ["申请回避的专家", "Reviewers to be avoided"], {
      required: false,
      restricted: true,
      rowName: ["专家", "reviewer"],
      addLabel: ["添加一位专家", "Add a reviewer"],
      maxRows: 3,
      columns: [
        ask.shortText("reviewer_name", ["姓名", "Name"], { min: 2, max: 40, width: "sm" }),
        ask.shortText("reviewer_unit", ["单位", "Organisation"], { min: 2, max: 80 }),
        ask.shortText("reason", ["理由", "Reason"], { min: 5, max: 200, width: "lg" }),
      ],
    }),
  ],
};

/** For calls that do not ask about affiliates, at whose end it stands elsewhere. */
export const withAvoidance = (section: SectionData): SectionData => ({
  ...section,
  groups: [...section.groups, avoidance],
});
