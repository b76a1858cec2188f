import type { Question } from "#app/domain/forms/definition.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { warning, type FormIssue } from "#app/domain/forms/issue.ts";
import { labelOf } from "#app/domain/forms/issue-place.ts";
import { isBlank, sameRawValue, type RawValue } from "#app/domain/forms/raw-answers.ts";

/** A change of one of two texts that say the same, or somebody saying that it is still right (`after` absent). */
export type PairEvent = { key: string; at: string; before?: RawValue | null; after?: RawValue | null };

/** Keys of two texts that say the same in two languages. */
export type Pair = { first: string; second: string };

/** What the events so far come to. It is also what a page is given, so that typing goes on from there. */
export interface PairState {
  /** The text that has fallen behind the other. */
  behind: string | null;
  /** What stands in each as far as it ever changed. */
  standing: Record<string, RawValue | null>;
  /** The latest change, which may still go on. */
  run?: {
    key: string;
    /** The text it began with. */
    began: RawValue | null;
    /** What was behind before it. */
    earlier: string | null;
    at: string;
    isConfirmation: boolean;
  };
}

export const noPairEvents: PairState = { behind: null, standing: {} };

/** Typing with pauses no longer than this is one change. */
const pauseMs = 30 * 60_000;

/**
 * One more event, later than those before. Texts written one after the other go together; when one of them then
 * changes, the other is behind until it changes too, the change is taken back, or somebody says it is still right.
 */
export function afterPairEvent(pair: Pair, state: PairState, event: PairEvent): PairState {
  const { key, at, before = null, after } = event;
  const { run: last } = state;
  const isConfirmation = after === undefined;
  const goesOn =
    last?.key === key &&
    !isConfirmation &&
    !last.isConfirmation &&
    Date.parse(at) - Date.parse(last.at) <= pauseMs;
  const run = goesOn ? { ...last, at } : { key, began: before, earlier: state.behind, at, isConfirmation };
  if (isConfirmation) return { ...state, run, behind: run.earlier === key ? null : run.earlier };
  const other = key === pair.first ? pair.second : pair.first;
  const isBlankNow = (value: RawValue | null) => isBlank(value ?? undefined);
  const otherIsBlank = Object.hasOwn(state.standing, other) && isBlankNow(state.standing[other] ?? null);
  const behind = () => {
    if (sameRawValue(run.began ?? undefined, after ?? undefined)) return run.earlier;
    if (run.earlier === key || isBlankNow(run.began) || isBlankNow(after) || otherIsBlank) return null;
    return other;
  };
  return { run, standing: { ...state.standing, [key]: after }, behind: behind() };
}

/** All events of a pair, in whatever order. */
export function pairState(pair: Pair, events: readonly PairEvent[]): PairState {
  return events
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reduce((state, event) => afterPairEvent(pair, state, event), noPairEvents);
}

/** The text that is shown as behind: only while both are filled in. */
export const behindOf = (
  { first, second }: Pair,
  { behind }: PairState,
  textOf: (key: string) => RawValue | undefined,
): string | null => (isBlank(textOf(first)) || isBlank(textOf(second)) ? null : behind);

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
