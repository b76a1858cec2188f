import type { WantedReviewers } from "../calls/wanted-reviewers.ts";

/** Disciplines of reviewers, of which each call wants its own number (domain.md §5.4). */
export const disciplines = ["technology", "industry", "finance", "investment_legal"] as const;
export type Discipline = (typeof disciplines)[number];

export interface Coverage {
  readonly wanted: WantedReviewers;
  readonly standing: number;
  readonly byDiscipline: Readonly<Record<Discipline, number>>;
  /** Disciplines of which more are wanted. */
  readonly missing: readonly Discipline[];
  /** As many as the call wants at least, and odd, so that opinions cannot split evenly. */
  readonly enough: boolean;
  readonly odd: boolean;
  readonly complete: boolean;
}

/** `standing` are the disciplines of the reviewers who are assigned, have accepted or have submitted. */
export function coverageOf(standing: readonly Discipline[], wanted: WantedReviewers): Coverage {
  const count = (each: Discipline) => standing.filter((discipline) => discipline === each).length;
  const byDiscipline = Object.fromEntries(
    disciplines.map((discipline) => [discipline, count(discipline)]),
  ) as Record<Discipline, number>;
  const missing = disciplines.filter((discipline) => byDiscipline[discipline] < wanted[discipline]);
  const enough = standing.length >= wanted.total;
  const odd = standing.length % 2 === 1;
  return {
    wanted,
    standing: standing.length,
    byDiscipline,
    missing,
    enough,
    odd,
    complete: missing.length === 0 && enough && odd,
  };
}

/** What the database keeps beside an application: the disciplines it lacks, and whether it has too few in all. */
export function readMissing(kept: string): { disciplines: readonly Discipline[]; total: boolean } {
  const names = kept.split(" ");
  return { disciplines: disciplines.filter((each) => names.includes(each)), total: names.includes("total") };
}
