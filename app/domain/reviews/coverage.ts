/** Disciplines of reviewers, and how many of each an application wants (domain.md §5.4). */
export const disciplines = ["technology", "industry", "finance", "investment_legal"] as const;
export type Discipline = (typeof disciplines)[number];

export const wantedReviewers = 5;

export const wantedByDiscipline: Readonly<Record<Discipline, number>> = {
  technology: 2,
  industry: 1,
  finance: 1,
  investment_legal: 1,
};

export interface Coverage {
  readonly standing: number;
  readonly byDiscipline: Readonly<Record<Discipline, number>>;
  /** Disciplines of which more are wanted. */
  readonly missing: readonly Discipline[];
  /** Five at least, and odd, so that opinions cannot split evenly. */
  readonly enough: boolean;
  readonly odd: boolean;
  readonly complete: boolean;
}

/** `standing` are the disciplines of the reviewers who are assigned, have accepted or have submitted. */
export function coverageOf(standing: readonly Discipline[]): Coverage {
  const count = (wanted: Discipline) => standing.filter((discipline) => discipline === wanted).length;
  const byDiscipline = Object.fromEntries(
    disciplines.map((discipline) => [discipline, count(discipline)]),
  ) as Record<Discipline, number>;
  const missing = disciplines.filter(
    (discipline) => byDiscipline[discipline] < wantedByDiscipline[discipline],
  );
  const enough = standing.length >= wantedReviewers;
  const odd = standing.length % 2 === 1;
  return {
    standing: standing.length,
    byDiscipline,
    missing,
    enough,
    odd,
    complete: missing.length === 0 && enough && odd,
  };
}
