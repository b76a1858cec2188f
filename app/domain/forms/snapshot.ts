import type { Field, FormDefinition } from "./definition.ts";
import type { AttachedFile, CheckEnv } from "./check-env.ts";
import { evaluateForm, type EvaluatedRow, type FormEvaluation } from "./form-evaluation.ts";
import { isField, isTable } from "./compile-form.ts";
import type { AnswerValue } from "./parse-answer.ts";
import { visibleAnswersOf } from "./visible-answers.ts";
import type { RawAnswers } from "./raw-answers.ts";

export type SnapshotRow = { id: string; cells: Record<string, AnswerValue | null> };
export type SnapshotAnswer = AnswerValue | SnapshotRow[] | null;
export type HashedFile = AttachedFile & { sha256: string };

export type Snapshot = {
  format: 1;
  definition: FormDefinition;
  /** Typed values of every visible question, computed ones included. */
  answers: Record<string, SnapshotAnswer>;
  /** The same as it was typed, so that the application can be shown and corrected as it was. */
  raw: RawAnswers;
  files: Record<string, HashedFile[]>;
};

export type SnapshotEnv = Omit<CheckEnv, "files"> & {
  files: Readonly<Record<string, readonly HashedFile[]>>;
};

/** Everything a submission must keep of its answers; canonical-json.ts makes it the bytes whose hash stands for it. */
export function takeSnapshot(definition: FormDefinition, raw: RawAnswers, env: SnapshotEnv): Snapshot {
  const evaluation = evaluateForm(definition, raw, env);
  const answers: Snapshot["answers"] = {};
  const files: Snapshot["files"] = {};
  for (const [key, { field }] of evaluation.form.questionByKey) {
    if (!evaluation.isVisible(key)) continue;
    if (isTable(field)) answers[key] = evaluation.rows(key).map((row) => snapshotRow(evaluation, key, row));
    else if (isField(field)) answers[key] = evaluation.value(key);
    else if (field.type === "file") files[key] = (env.files[key] ?? []).map(hashedFile);
  }
  return { format: 1, definition, answers, raw: visibleAnswersOf(evaluation), files };
}

function snapshotRow(evaluation: FormEvaluation, table: string, row: EvaluatedRow): SnapshotRow {
  const columns: Field[] = evaluation.form.questionByKey.get(table)?.columns.map(({ field }) => field) ?? [];
  const shown = columns.filter((column) => row.isVisible(column.key));
  return {
    id: row.id,
    cells: Object.fromEntries(shown.map((column) => [column.key, row.value(column.key)])),
  };
}

/** Where no pages were counted the snapshot says nothing of them. */
const hashedFile = ({ id, name, size, sha256, pages }: HashedFile): HashedFile => ({
  ...{ id, name, size, sha256 },
  ...(pages === undefined ? {} : { pages }),
});
