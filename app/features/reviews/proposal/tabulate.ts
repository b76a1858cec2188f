import {
  type Proof,
  type ProposalTask,
  type Proposed,
  unknownPart,
} from "#app/analysis/assignment/propose.ts";
import { type Why, writeChoices } from "./choices.ts";

export interface FoundPair {
  reviewer: number;
  worth: number;
  why: Why;
}

export interface FoundProposal {
  ok: true;
  /** By application. */
  pairs: FoundPair[][];
  /** By application, as `writeChoices` writes them. */
  choices: string[];
  proof: Proof;
}

export type Tabulated = FoundProposal | Extract<Proposed, { ok: false }>;

/** What is kept of a solution; done in the thread, because it goes over every pair there is. */
export function tabulate(task: ProposalTask, found: Proposed): Tabulated {
  if (!found.ok) return found;
  const { reviewersOf, similarity, parts, proof } = found;
  const wide = task.reviewers.length;
  const blocked = new Uint8Array(similarity.length);
  for (const [application, reviewer] of task.blocked) blocked[application * wide + reviewer] = 1;
  const part = (at: number) => (parts[at] === unknownPart ? null : parts[at]!);
  return {
    ok: true,
    pairs: reviewersOf.map((reviewers, application) =>
      reviewers.map((reviewer) => {
        const at = application * wide + reviewer;
        const why: Why = [part(3 * at), part(3 * at + 1), part(3 * at + 2)];
        return { reviewer, worth: similarity[at]!, why };
      }),
    ),
    choices: reviewersOf.map((_, application) => {
      const row = application * wide;
      return writeChoices(
        similarity.subarray(row, row + wide),
        parts.subarray(3 * row, 3 * (row + wide)),
        (reviewer) => blocked[row + reviewer] === 1,
      );
    }),
    proof,
  };
}
