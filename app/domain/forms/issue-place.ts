import type { LocalText, Question, TableColumn } from "./definition.ts";
import type { EvaluatedRow } from "./form-evaluation.ts";
import type { FormIssue } from "./issue.ts";

/** How an issue names its question: in few words where the label is a sentence. */
export const labelOf = (field: Question | TableColumn): LocalText =>
  ("shortLabel" in field ? field.shortLabel : undefined) ?? field.label;

export const rowOf = (row: EvaluatedRow): Pick<FormIssue, "rowId" | "rowNumber" | "rowLabel"> => ({
  rowId: row.id,
  rowNumber: row.number,
  ...(row.label ? { rowLabel: row.label } : {}),
});
