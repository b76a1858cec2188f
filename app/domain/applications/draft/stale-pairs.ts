import type { FormDefinition, Question } from "#app/domain/forms/definition.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { warning, type FormIssue } from "#app/domain/forms/issue.ts";
import { labelOf } from "#app/domain/forms/issue-place.ts";
import { questionPairs } from "#app/domain/forms/paired-questions.ts";
import { isBlank, sameRawValue, type RawValue } from "#app/domain/forms/raw-answers.ts";
import type { DraftField } from "./draft-section.ts";

/** Two texts that say the same, both filled in. */
export type WrittenPair = { first: string; second: string; confirmations: PairEvent[] };

/** A change of one of the two, or somebody saying that it is still right. */
export type PairEvent = { key: string; at: string; before?: RawValue | null; after?: RawValue | null };

type FieldAt = (sectionKey: string, path: string) => DraftField | undefined;

export function writtenPairs(definition: FormDefinition, fieldAt: FieldAt): WrittenPair[] {
  return questionPairs(definition).flatMap(({ first, second }) => {
    const fields = [first, second].map(({ field, section }) => ({
      key: field.key,
      field: fieldAt(section.section.key, field.key),
    }));
    if (fields.some(({ field }) => !field || isBlank(field.v))) return [];
    const confirmations = fields.flatMap(({ key, field }) =>
      field?.checked ? [{ key, at: field.checked.at }] : [],
    );
    return [{ first: first.field.key, second: second.field.key, confirmations }];
  });
}

/** Typing with pauses shorter than this is one change. */
const pauseMs = 30 * 60_000;

/**
 * The key of the text that has fallen behind the other. Texts written one after the other go together; when one of
 * them then changes, the other is behind until it changes too, the change is taken back, or somebody says it is
 * still right.
 */
export function staleOf(
  { first, second, confirmations }: WrittenPair,
  changes: readonly PairEvent[],
): string | null {
  let behind: string | null = null;
  for (const run of runsOf([...changes, ...confirmations])) {
    if (run.isConfirmation || run.key === behind) behind = run.key === behind ? null : behind;
    else if (run.wasBlank || run.isBlank || run.otherIsBlank) behind = null;
    else if (!run.isSame) behind = run.key === first ? second : first;
  }
  return behind;
}

type Run = {
  key: string;
  isConfirmation: boolean;
  wasBlank: boolean;
  isBlank: boolean;
  otherIsBlank: boolean;
  /** Ends with the text it began with. */
  isSame: boolean;
};

/** Consecutive changes of one text as one. */
function runsOf(events: readonly PairEvent[]): Run[] {
  const runs: { key: string; events: PairEvent[] }[] = [];
  for (const event of events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const last = runs.at(-1);
    const previous = last?.events.at(-1);
    const goesOn =
      last?.key === event.key &&
      previous?.after !== undefined &&
      event.after !== undefined &&
      Date.parse(event.at) - Date.parse(previous.at) <= pauseMs;
    if (goesOn) last.events.push(event);
    else runs.push({ key: event.key, events: [event] });
  }
  const standing = new Map<string, RawValue | null>();
  return runs.map(({ key, events: [begin, ...more] }) => {
    const end = more.at(-1) ?? begin;
    const [before, after] = [begin?.before ?? null, end?.after ?? null];
    const other = [...standing].find(([name]) => name !== key);
    if (begin?.after !== undefined) standing.set(key, after);
    return {
      key,
      isConfirmation: begin?.after === undefined,
      wasBlank: isBlank(before ?? undefined),
      isBlank: isBlank(after ?? undefined),
      otherIsBlank: other !== undefined && isBlank(other[1] ?? undefined),
      isSame: sameRawValue(before ?? undefined, after ?? undefined),
    };
  });
}

/** As warnings of the check page. */
export function stalePairIssues(evaluation: FormEvaluation, stale: ReadonlyMap<string, string>): FormIssue[] {
  return [...stale].flatMap(([key, otherKey]) => {
    const question = evaluation.form.questionByKey.get(key);
    const other = evaluation.form.questionByKey.get(otherKey);
    if (!question || !other || !evaluation.isVisible(key)) return [];
    const fault = warning("pair_stale", { other: nameOf(other.field) });
    const sectionKey = question.section.section.key;
    return [{ ...fault, path: key, sectionKey, questionKey: key, label: labelOf(question.field) }];
  });
}

const nameOf = (question: Question) => labelOf(question);
