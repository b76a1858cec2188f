import type { AnswerOperation, RawValue } from "#app/domain/forms/raw-answers.ts";

/**
 * One change of a draft as a browser sends it. `opId` makes it happen once however often it is delivered;
 * `baseVersion` is the version of the field (or of the row, when a row is removed) that the person saw.
 */
export type DraftOperation = AnswerOperation & { opId: string; baseVersion: number };

export type OperationOutcome =
  /** In the draft, now or since an earlier delivery; `merged` when together with what somebody else wrote. */
  | { opId: string; status: "saved"; path: string; version: number; merged?: Theirs }
  /** Somebody else changed it first; nothing was written and both texts stand. */
  | { opId: string; status: "conflict"; path: string; version: number; theirs: Theirs };

/** What stands in the draft instead: a value, or a row that is gone (`value: null`). */
export interface Theirs {
  value: RawValue | null;
  by: string;
  at: string;
}

/** What the history keeps of an operation. */
export interface AnswerChange {
  opId: string;
  path: string;
  before: unknown;
  after: unknown;
  version: number;
  /** What was typed, where that is not what came to stand. */
  typed?: RawValue;
  /** Nothing was written: somebody else was first. Kept so that a late second delivery is refused too. */
  refused?: true;
}

/** What an earlier delivery of an operation came to. */
export interface EarlierDelivery {
  version: number;
  refused?: boolean;
  /** What came to stand, where that is not what was typed. */
  merged?: RawValue;
}

/** A change of a field as the history keeps it. */
export interface FieldVersion {
  opId: string;
  version: number;
  after: RawValue | null;
  typed: RawValue | null;
  refused: boolean;
}

/**
 * `k3f9….17` is the seventeenth operation of one open page. Ids of one page tell which came later, whatever the
 * order they arrive in; other ids say nothing of the kind.
 */
export function sequenceOf(opId: string): { page: string; number: number } | undefined {
  const dot = opId.lastIndexOf(".");
  return dot < 0 ? undefined : { page: opId.slice(0, dot), number: Number(opId.slice(dot + 1)) };
}
