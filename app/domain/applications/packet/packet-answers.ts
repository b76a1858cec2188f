import { compileForm, type CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
import { type SnapshotEnv, takeSnapshot } from "#app/domain/forms/snapshot.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { SubmissionSnapshot } from "../submission-snapshot.ts";

/** Whether only the company's editors and the fund's office may see what this question holds. */
export function isRestricted(definition: FormDefinition, key: string): boolean {
  const question = compileForm(definition).questionByKey.get(key);
  // What the form does not know is nobody's to see.
  if (!question) return true;
  return readableQuestion(question, false) === undefined;
}

/** The submission without its restricted answers and without who signed, for readers who may not see them. */
export function reducedSnapshot(snapshot: SubmissionSnapshot, definition: FormDefinition): string {
  const { submission, answers, raw, files, ...rest } = snapshot;
  const { signedName: _name, signedBy: _by, ...submitted } = submission;
  const shown = <T>(all: Record<string, T>): Record<string, T> => withoutRestricted(all, definition);
  return json({
    ...rest,
    submission: submitted,
    answers: shown(answers),
    raw: shown(raw),
    files: shown(files),
  });
}

/** A draft as it stands, in the shape of a submission's answers. */
export function draftAnswers(
  definition: FormDefinition,
  typed: RawAnswers,
  env: SnapshotEnv,
  showRestricted: boolean,
): string {
  const { answers, raw, files } = takeSnapshot(definition, typed, env);
  const { code, version } = definition;
  const shown = <T>(all: Record<string, T>): Record<string, T> =>
    showRestricted ? all : withoutRestricted(all, definition);
  return json({
    format: 1,
    form: { code, version },
    answers: shown(answers),
    raw: shown(raw),
    files: shown(files),
  });
}

function withoutRestricted<T>(all: Record<string, T>, definition: FormDefinition): Record<string, T> {
  const { questionByKey } = compileForm(definition);
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, answer]) => {
      const question = questionByKey.get(key);
      const readable = question && readableQuestion(question, false);
      if (!readable) return [];
      return [[key, readable === question ? answer : withReadableCells(answer, readable)]];
    }),
  );
}

/** A table's rows as they were typed or as they were read, without the cells of its restricted columns. */
function withReadableCells<T>(answer: T, { columnByKey }: CompiledQuestion): T {
  if (!Array.isArray(answer)) return answer;
  return answer.map((row: { cells?: Record<string, unknown> } | string) =>
    typeof row === "object" && row.cells
      ? {
          ...row,
          cells: Object.fromEntries(Object.entries(row.cells).filter(([column]) => columnByKey.has(column))),
        }
      : row,
  ) as T;
}

const json = (value: unknown): string => canonicalJson(value as Parameters<typeof canonicalJson>[0]);
