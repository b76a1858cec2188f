/** What a ranking can be sorted by, besides the criteria by their keys. */
export const rankingMeasures = [
  "rank",
  "sheets",
  "mean",
  "median",
  "spread",
  "advice",
  "calibrated",
  "expected",
  "above",
  "turned",
] as const;
export type RankingMeasure = (typeof rankingMeasures)[number];

/** Which of them are best when small. */
const ascendingFirst: ReadonlySet<string> = new Set(["rank", "expected"]);

export const startsDescending = (sort: string): boolean => !ascendingFirst.has(sort);

export interface RankingView {
  /** By the rule book, or what calibration says beside it. */
  calibrated: boolean;
  moderatedOnly: boolean;
  /** A measure or the key of a criterion. */
  sort: string;
  descending: boolean;
  /** For how many applications the money is assumed to be; null for as it was saved. */
  line: number | null;
}

export const plainRanking: RankingView = {
  ...{ calibrated: false, moderatedOnly: false, sort: "rank", descending: false, line: null },
};

/** The view a query string asks for. What cannot be read is left out, so that an old link still shows a ranking. */
export function readRankingView(query: URLSearchParams): RankingView {
  const order = /^-?[A-Za-z][A-Za-z0-9]{0,9}$/.exec(query.get("sort") ?? "")?.[0] ?? "rank";
  return {
    calibrated: query.has("calibrated"),
    moderatedOnly: query.has("moderated"),
    sort: order.replace(/^-/, ""),
    descending: order.startsWith("-"),
    line: readLine(query.get("line") ?? ""),
  };
}

export const mostPlaces = 9999;

/** A whole number of places from 1 on, or null. */
export function readLine(typed: string): number | null {
  const text = typed.normalize("NFKC").trim();
  return /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : null;
}

/** The same view as a query string; flags stand without a value. */
export function rankingQuery({ calibrated, moderatedOnly, sort, descending, line }: RankingView): string {
  const parts = [
    calibrated && "calibrated",
    moderatedOnly && "moderated",
    (sort !== "rank" || descending) && `sort=${descending ? "-" : ""}${encodeURIComponent(sort)}`,
    line !== null && `line=${line}`,
  ];
  return parts.filter(Boolean).join("&");
}
