import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
import type { TableQuestion } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";
import { type Draft, findDraft } from "#app/features/applications/find-draft.ts";
import type { Context } from "#app/features/context.ts";

export interface FoundTable {
  draft: Draft;
  sectionKey: string;
  sectionTitle: { zh: string; en: string };
  question: TableQuestion;
  rows: readonly EvaluatedRow[];
}

/** A table of a company's application that applies and that this person may see. */
export async function findTable(
  ctx: Context,
  at: { id: string; section: string; table: string },
): Promise<FoundTable | undefined> {
  const draft = await findDraft(ctx, at.id);
  const compiled = draft && compileForm(draft.definition);
  const question = compiled?.questionByKey.get(at.table);
  if (!draft || !question || !isTable(question.field)) return undefined;
  const { section } = question.section;
  if (section.key !== at.section || section.kind === "signing") return undefined;
  const readable = readableQuestion(question, draft.mayReadRestricted)?.field;
  if (!readable || !isTable(readable)) return undefined;
  const evaluation = draft.evaluation;
  if (!evaluation.isVisible(at.table)) return undefined;
  return {
    draft,
    sectionKey: section.key,
    sectionTitle: section.title,
    question: readable,
    rows: evaluation.allRows(at.table),
  };
}
