import type { AnswerOperation, RawValue } from "#app/domain/forms/raw-answers.ts";

/**
 * One change of a draft as a browser sends it. `opId` makes it happen once however often it is delivered;
 * `baseVersion` is the version of the field (or of the row, when a row is removed) that the person saw.
 */
export type DraftOperation = AnswerOperation & { opId: string; baseVersion: number };

export type OperationOutcome =
  /** In the draft, now or since an earlier delivery. */
  | { opId: string; status: "saved"; path: string; version: number }
  /** Somebody else changed it first; nothing was written and both texts stand. */
  | { opId: string; status: "conflict"; path: string; version: number; theirs: Theirs };

/** What stands in the draft instead: a value, or a row that is gone (`value: null`). */
export interface Theirs {
  value: RawValue | null;
  by: string;
  at: string;
}

/** What the history keeps of an operation that changed something. */
export interface AnswerChange {
  opId: string;
  path: string;
  before: unknown;
  after: unknown;
  version: number;
}
