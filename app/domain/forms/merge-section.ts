import { admitsOperation, sectionOfPath } from "./admit-operation.ts";
import type { FormDefinition } from "./definition.ts";
import { type AnswerConflict, type Choice, mergeAnswers } from "./merge-answers.ts";
import { type AnswerOperation, applyAnswerOperation, type RawAnswers } from "./raw-answers.ts";

/** A section that came back from its page, to be kept as it was typed. */
export interface SectionEdit {
  sectionKey: string;
  /** The section's answers as the page showed them, and as they came back. */
  base: RawAnswers;
  typed: RawAnswers;
  choices?: ReadonlyMap<string, Choice>;
  /** A button that adds or removes a row besides saving. */
  row?: Extract<AnswerOperation, { kind: "add_row" | "remove_row" }> | undefined;
}

interface MergedSection {
  answers: RawAnswers;
  /** How many operations it took. */
  changes: number;
  conflicts: AnswerConflict[];
}

/** All answers with the section's changes in them; null when one of them is no answer of that section. */
export function mergeSection(
  definition: FormDefinition,
  standing: RawAnswers,
  { sectionKey, base, typed, choices, row }: SectionEdit,
): MergedSection | null {
  const growing = row?.kind === "add_row" ? row.table : undefined;
  const { merged, operations, conflicts } = mergeAnswers({ standing, base, typed, choices, growing });
  const all = row ? [...operations, row] : operations;
  const belongs = (operation: AnswerOperation): boolean =>
    admitsOperation(definition, operation) &&
    sectionOfPath(definition, operation.kind === "set" ? operation.path : operation.table) === sectionKey;
  if (!all.every(belongs)) return null;
  return { answers: row ? applyAnswerOperation(merged, row) : merged, changes: all.length, conflicts };
}
