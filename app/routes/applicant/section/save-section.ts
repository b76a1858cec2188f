import { parseWithZod } from "@conform-to/zod/v4";
import type { DraftOperation, OperationOutcome } from "#app/domain/applications/draft/draft-operation.ts";
import { postedOperations } from "#app/domain/applications/draft/posted-operations.ts";
import { answersAtBase, movedFields, readBase } from "#app/domain/applications/draft/rendered-base.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { doubtfulAmount } from "#app/domain/forms/parse-figure.ts";
import {
  applyAnswerOperation,
  parseAnswerPath,
  type RawAnswers,
  type RawValue,
  rowsOf,
} from "#app/domain/forms/raw-answers.ts";
import { sectionSchema } from "#app/domain/forms/section-schema.ts";
import { listFieldVersions } from "#app/features/applications/list-field-versions.ts";
import { saveAnswers, type SavedAnswers } from "#app/features/applications/save-answers.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import type { Context } from "#app/features/context.ts";
import type { Intent } from "#app/http/section-intent.ts";
import { newRowId } from "#app/domain/forms/new-row-id.ts";

export type SectionSave =
  | {
      ok: true;
      /** Fields somebody else changed too, and what this person typed there. */
      conflicts: Extract<OperationOutcome, { status: "conflict" }>[];
      typed: Map<string, RawValue>;
      /** The row that was added, to put the cursor into. */
      addedRow: string | undefined;
    }
  | Extract<SavedAnswers, { ok: false }>;

/** Saves what a section's form carries: only what differs from what the page showed, field by field. */
export async function saveSection(
  ctx: Context,
  draft: Draft,
  sectionKey: string,
  form: FormData,
  intent: Intent,
): Promise<SectionSave> {
  const { definition } = draft;
  const standing = draft.sections.get(sectionKey)?.fields ?? {};
  const base = readBase(String(form.get("base") ?? ""));
  const typed = typedAnswers(form, sectionSchema(definition, sectionKey));
  const after = intent.kind === "in-wan" ? withAmountInWan(definition, typed, intent.path) : typed;
  const history = await listFieldVersions(ctx, draft.head.id, movedFields(base, standing));
  const before = answersAtBase(base, standing, history);
  const removing = intent.kind === "remove-row" ? { table: intent.table, rowId: intent.rowId } : undefined;
  const posted = postedOperations({ definition, base, before, after, removing, newOpId });
  const choices = conflictChoices(form);
  const undecided = posted.filter((operation) => choices.get(pathOf(operation)) === "");
  const operations = posted.filter(
    (operation) => !["", "theirs"].includes(choices.get(pathOf(operation)) ?? "mine"),
  );
  const addedRow = intent.kind === "add-row" ? newRowId() : undefined;
  if (intent.kind === "add-row" && addedRow)
    operations.push({
      kind: "add_row",
      opId: newOpId(),
      baseVersion: 0,
      table: intent.table,
      rowId: addedRow,
    });
  if (removing && rowsOf(before, removing.table).some((row) => row.id === removing.rowId))
    operations.push(removalOf(removing, posted, base.fields));

  const saved = await saveAnswers(ctx, { applicationId: draft.head.id, sectionKey, operations });
  if (!saved.ok) return saved;
  const conflicts = saved.outcomes.filter((outcome) => outcome.status === "conflict");
  for (const { opId, ...operation } of undecided) {
    const path = pathOf({ opId, ...operation });
    const field = standing[path];
    if (field)
      conflicts.push({
        opId,
        status: "conflict",
        path,
        version: field.n,
        theirs: { value: field.v, by: field.by, at: field.at },
      });
  }
  return { ok: true, conflicts, typed: typedAt(conflicts, after), addedRow };
}

/** Exactly what was typed: the section's schema refuses nothing. */
function typedAnswers(form: FormData, schema: ReturnType<typeof sectionSchema>): RawAnswers {
  // Conform reads instructions from these; no page of ours sends any.
  for (const reserved of ["__intent__", "__state__"]) form.delete(reserved);
  const submission = parseWithZod(form, { schema, disableAutoCoercion: true });
  if (submission.status !== "success") throw new Error("A section's form is always readable");
  return submission.value;
}

/** What was typed as 元 at this place, in 万元; anything else stays. */
function withAmountInWan(definition: FormDefinition, answers: RawAnswers, path: string): RawAnswers {
  const [key = "", rowId, column] = path.split("/");
  const question = compileForm(definition).questionByKey.get(key);
  const field = column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  const typed =
    rowId === undefined
      ? answers[key]
      : rowsOf(answers, key).find((row) => row.id === rowId)?.cells[column ?? ""];
  if (field?.type !== "money" || typeof typed !== "string") return answers;
  const value = doubtfulAmount(field, typed)?.params["wan"]?.zh;
  return value === undefined ? answers : applyAnswerOperation(answers, { kind: "set", path, value });
}

const newOpId = (): string => crypto.randomUUID();

const pathOf = (operation: DraftOperation): string =>
  operation.kind === "set"
    ? operation.path
    : `${operation.table}/${operation.kind === "order_rows" ? "" : operation.rowId}`;

/** The row as the page showed it; what was typed into it since goes with it. */
function removalOf(
  { table, rowId }: { table: string; rowId: string },
  posted: readonly DraftOperation[],
  versions: Record<string, number>,
): DraftOperation {
  const known = posted.find((operation) => operation.kind === "remove_row" && operation.rowId === rowId);
  if (known) return known;
  const prefix = `${table}/${rowId}/`;
  const baseVersion = Object.entries(versions).reduce(
    (sum, [path, n]) => (path.startsWith(prefix) ? sum + n : sum),
    0,
  );
  return { kind: "remove_row", opId: newOpId(), baseVersion, table, rowId };
}

/** Path → "mine", "theirs" or "" where the choice is still open. */
function conflictChoices(form: FormData): Map<string, string> {
  const paths = form.getAll("conflict").filter((path) => typeof path === "string");
  return new Map(paths.map((path) => [path, String(form.get(`choose:${path}`) ?? "")]));
}

/** What this person had in the boxes of the conflicting fields. */
function typedAt(conflicts: readonly { path: string }[], after: RawAnswers): Map<string, RawValue> {
  const typed = new Map<string, RawValue>();
  for (const { path } of conflicts) {
    const at = parseAnswerPath(path);
    if (!at) continue;
    const value =
      at.rowId === undefined
        ? after[at.key]
        : rowsOf(after, at.key).find((row) => row.id === at.rowId)?.cells[at.column];
    if (
      typeof value === "string" ||
      (Array.isArray(value) && value.every((item) => typeof item === "string"))
    )
      typed.set(path, value as RawValue);
  }
  return typed;
}
