/**
 * Who reviews what: applications × reviewers, both by index. Similarities are whole millionths of a millionth so
 * that sums, potentials and the certificate are exact; everything stays below 2^53.
 */
export interface AssignmentProblem {
  applications: number;
  reviewers: number;
  /** Row-major applications × reviewers, in `unit`ths; only allowed pairs matter. */
  similarity: Float64Array;
  /** 1 where the pair may be assigned; a conflict is simply no edge. */
  allowed: Uint8Array;
  /** Reviewers wanted per application. */
  coverage: Int32Array;
  loadMin: Int32Array;
  loadMax: Int32Array;
  /** Discipline of each reviewer, 0 upwards. */
  discipline: Uint8Array;
  /** Fewest reviewers of each discipline on every application (domain.md §5.4.1); empty asks for none. */
  composition: readonly number[];
  /** What is asked of single applications instead, where it is less. */
  exceptions?: ReadonlyMap<number, readonly number[]>;
  /** Pairs that stay whatever else changes. */
  pins: readonly (readonly [application: number, reviewer: number])[];
  /** Reviewers who may not sit on one application together. */
  apart: readonly (readonly [reviewer: number, other: number])[];
  /** Chooses among equals. */
  seed: number;
}

/** Fewest reviewers of each discipline on this application. */
export const compositionOf = (
  { composition, exceptions }: AssignmentProblem,
  application: number,
): readonly number[] => exceptions?.get(application) ?? composition;

/** A similarity of 1. */
export const unit = 1_000_000_000;

/** From similarities as ordinary numbers, rounded to `unit`ths. */
export const toUnits = (similarities: ArrayLike<number>): Float64Array =>
  Float64Array.from(similarities, (value) => Math.round(value * unit));

export interface Assignment {
  /** Reviewers of each application, ascending. */
  reviewersOf: number[][];
  /** Sum of similarities in units. */
  value: number;
}

/** Sum of the assigned similarities, in units. */
export function valueOf(problem: AssignmentProblem, reviewersOf: readonly (readonly number[])[]): number {
  let sum = 0;
  reviewersOf.forEach((reviewers, application) => {
    for (const reviewer of reviewers)
      sum += problem.similarity[application * problem.reviewers + reviewer] ?? 0;
  });
  return sum;
}
