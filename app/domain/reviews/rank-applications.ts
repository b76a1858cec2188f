import { compareDecimals, zero, type Decimal } from "#app/domain/shared/decimal.ts";

export interface RankEntry {
  readonly id: string;
  readonly rubricVersionId: string;
  /** Null while there are too few sheets: such an application is listed, not ranked. */
  readonly score: Decimal | null;
  readonly criterionMeans: Readonly<Record<string, Decimal>>;
  /** The chair's place among equals, once decided; those not placed come after. */
  readonly chairOrder?: number | null;
}

export interface RankedApplication {
  readonly id: string;
  /** 1, 2, 2, 4; null while unscored. */
  readonly rank: number | null;
  /** Equal in score and in every tie-break: the chair decides. */
  readonly tiedWith: readonly string[];
  /** What placed it after the one above, where the scores are equal: a criterion, or the chair. */
  readonly separatedBy: string | null;
}

export type Ranking =
  | { readonly ok: true; readonly value: readonly RankedApplication[] }
  | { readonly ok: false; readonly reason: "rubric_versions_differ" };

/**
 * Score, then the tie-break criteria in order, then the chair. The time of submission is not used: it would
 * reward haste. Applications scored under different rubrics are not compared.
 */
export function rankApplications(entries: readonly RankEntry[], tieBreak: readonly string[]): Ranking {
  if (new Set(entries.map(({ rubricVersionId }) => rubricVersionId)).size > 1) {
    return { ok: false, reason: "rubric_versions_differ" };
  }
  const scored = entries
    .filter(({ score }) => score !== null)
    .sort((a, b) => compare(a, b, tieBreak).order || byId(a, b));
  const unscored = entries.filter(({ score }) => score === null).sort(byId);
  const ranked: RankedApplication[] = [];
  scored.forEach((entry, index) => {
    const above = scored[index - 1];
    const step = above ? compare(above, entry, tieBreak) : { order: -1, by: null };
    ranked.push({
      id: entry.id,
      rank: step.order === 0 ? (ranked[index - 1]?.rank ?? 1) : index + 1,
      tiedWith: [],
      separatedBy: step.by,
    });
  });
  return { ok: true, value: [...ranked.map((row) => withTies(row, ranked)), ...unscored.map(unranked)] };
}

/** Negative when `a` comes first; `by` names what decided it when the scores did not. */
function compare(
  a: RankEntry,
  b: RankEntry,
  tieBreak: readonly string[],
): { order: number; by: string | null } {
  const byScore = compareDecimals(b.score ?? zero, a.score ?? zero);
  if (byScore !== 0) return { order: byScore, by: null };
  for (const key of tieBreak) {
    const order = compareDecimals(b.criterionMeans[key] ?? zero, a.criterionMeans[key] ?? zero);
    if (order !== 0) return { order, by: key };
  }
  const [first, second] = [a.chairOrder ?? Infinity, b.chairOrder ?? Infinity];
  return first === second ? { order: 0, by: null } : { order: first < second ? -1 : 1, by: "chair" };
}

function withTies(row: RankedApplication, all: readonly RankedApplication[]): RankedApplication {
  const tiedWith = all.filter(({ id, rank }) => rank === row.rank && id !== row.id).map(({ id }) => id);
  return { ...row, tiedWith };
}

const unranked = ({ id }: RankEntry): RankedApplication => ({
  id,
  rank: null,
  tiedWith: [],
  separatedBy: null,
});

const byId = (a: RankEntry, b: RankEntry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
