import { sequenceOf } from "./draft-operation.ts";
import { isBlank, type RawValue } from "#app/domain/forms/raw-answers.ts";

/** A change as the history keeps it. */
export interface KeptChange {
  opId: string;
  path: string;
  before: unknown;
  after: unknown;
  /** What was typed, where that is not what came to stand. */
  typed: RawValue | null;
  refused: boolean;
  version: number;
  by: string;
  at: string;
}

/** What one person made of one field in one go: autosave keeps every pause, a reader wants the whole. */
export interface Sitting extends KeptChange {
  /** When it began; `at` is when it ended. */
  from: string;
  /** Version of the field that was there before; 0 when nothing was. */
  beforeVersion: number;
  /** Typed texts were merged with somebody else's. */
  merged: boolean;
}

const pauseMs = 10 * 60_000;

/** Newest first, as the changes come in. What somebody refused or did to whole rows stands alone. */
export function sittingsOf(changes: readonly KeptChange[]): Sitting[] {
  const sittings: Sitting[] = [];
  const open = new Map<string, Sitting>();
  for (const change of changes) {
    const later = open.get(change.path);
    const merged = change.typed !== null && !change.refused;
    const belongs =
      later !== undefined &&
      !change.refused &&
      !later.refused &&
      isOfOnePage(later.opId, change.opId) &&
      Date.parse(later.from) - Date.parse(change.at) <= pauseMs;
    if (belongs) {
      later.from = change.at;
      later.before = change.before;
      later.beforeVersion = versionBefore(change);
      later.merged ||= merged;
      continue;
    }
    const sitting = { ...change, from: change.at, beforeVersion: versionBefore(change), merged };
    sittings.push(sitting);
    if (isField(change.path)) open.set(change.path, sitting);
  }
  return sittings.filter((sitting) => sitting.refused || !isNothing(sitting));
}

/** What was sent by a button, a restoration for instance, is an act of its own. */
const isOfOnePage = (a: string, b: string): boolean => {
  const page = sequenceOf(a)?.page;
  return page !== undefined && page === sequenceOf(b)?.page;
};

const versionBefore = ({ before, version }: KeptChange): number => (before === null ? 0 : version - 1);

/** `uscc` or `shareholders/r1/ratio`; a row and an order are no fields. */
export const isField = (path: string): boolean => path.split("/").length !== 2;

/** There and back again within a sitting, or an answer that was typed once more. */
const isNothing = ({ path, before, after }: Sitting): boolean =>
  JSON.stringify(before) === JSON.stringify(after) ||
  (isField(path) && isBlank((before ?? "") as RawValue) && isBlank((after ?? "") as RawValue));
