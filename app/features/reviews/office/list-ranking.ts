import { toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { plainRanking, rankingMeasures, type RankingView } from "#app/domain/reviews/ranking-view.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { decimal } from "#app/domain/shared/decimal.ts";
import type { Context } from "#app/features/context.ts";
import { type Cursor, pageSize } from "#app/features/keyset.ts";
import {
  type AtLine,
  type CalibratedFigures,
  findCalibration,
  type FoundCalibration,
} from "#app/features/reviews/calibration/find-calibration.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall, type RankedCall } from "./find-ranked-call.ts";
import { drawFundingLine, findFundingLine, type FundingLine } from "./funding-line.ts";
import { type Figures, orderPlaces, pageOfPlaces } from "./order-board.ts";
import type { Place } from "./place-applications.ts";
import { rankingBoard, type RankingBoard } from "./ranking-board.ts";

export interface RankedRow {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  state: ApplicationState;
  version: number;
  reviewers: number;
  /** Null with fewer than three valid sheets. */
  rank: number | null;
  /** Equal in score and every tie-break to a neighbour: the chair decides. */
  tied: boolean;
  /** What placed it after the one above when their scores are equal. */
  separatedBy: string | null;
  valid: number;
  method: "trimmed" | "plain" | "insufficient";
  scoreX100: number | null;
  meanX100: number | null;
  medianX100: number | null;
  spreadX100: number | null;
  /** In the rubric's order. */
  criterionMeans: readonly string[];
  belowFloor: readonly string[];
  moderation: readonly string[];
  outcome: "shortlist" | "reserve" | "fail" | null;
  advice: readonly [recommend: number, conditional: number, not: number];
  rubricVersionId: string;
  /** Null while there is nothing to say of it. */
  calibrated: CalibratedFigures | null;
}

/** How the calibration stands that is shown beside the rule book's order. */
export interface CalibrationStanding {
  outcome: FoundCalibration["outcome"] | null;
  computedAt: string | null;
  /** Scores have changed since: what is shown is the last there was. */
  pending: boolean;
  /** Applications that cannot be compared with the rest. */
  apart: number;
  compared: number;
  /** Whose 50 % interval crosses the line. */
  discussed: number;
  /** Where the funding line runs in calibrated points. */
  lineAt: number | null;
}

export interface RankingLine {
  kind: "funding" | "shortlist" | "reserve";
  /** Index on this page of the row it stands before. */
  before: number;
}

export interface Ranking extends Omit<RankedCall, "id"> {
  callId: string;
  rubric: Rubric;
  /** As it was asked for, as far as it is known here. */
  view: RankingView;
  rows: readonly RankedRow[];
  /** Keys of the neighbouring pages; null at the ends. */
  next: string | null;
  previous: string | null;
  /** Applications with at least one valid review, and how many of them are marked for deliberation. */
  total: number;
  moderated: number;
  /** Still being scored, with no review in yet. */
  unscored: number;
  funding: FundingLine;
  lines: readonly RankingLine[];
  calibration: CalibrationStanding;
  /** Place of this page's first row among those shown, from 0. */
  offset: number;
}

/**
 * One page of a call's ranking, read from sums that were kept when each review came in (domain.md §5.4).
 * Ranks are those of the whole call, also for a reader who may not see every row.
 */
export async function listRanking(
  ctx: Context,
  code: string,
  asked: Partial<RankingView> = {},
  cursor: Cursor | null = null,
): Promise<Ranking | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const call = await findRankedCall(ctx, code);
  if (!call) return undefined;
  const rubric = await rubricOfVersion(ctx.db.read, call.rubricVersionId);
  const criteria = rubric.criteria.map(({ key }) => key);
  const view = knownView({ ...plainRanking, ...asked }, criteria);
  const [board, line, calibration] = await Promise.all([
    rankingBoard(ctx, call.id),
    findFundingLine(ctx, call.id),
    findCalibration(ctx, call.id),
  ]);
  const funding = drawFundingLine(board.places, line, view.line);
  const atLine = calibration.found?.calibrated?.at(funding.places);
  const ordering = { view, criteria, figures: atLine?.figures ?? noFigures };
  const key = `${view.sort} ${view.descending} ${calibration.found?.inputsHash} ${funding.places}`;
  const ordered = placesShown(board, view, key, () => orderPlaces(board.places, ordering));
  const { rows: places, ...page } = pageOfPlaces(ordered, ordering, cursor);
  const applications = await findApplications(
    ctx,
    places.map(({ id }) => id),
  );
  const shown = places.filter(({ id }) => applications.has(id));
  const { id: callId, ...heading } = call;
  return {
    ...{ callId, ...heading, rubric, view, ...page, funding },
    ...{ total: board.places.length, unscored: board.unscored },
    moderated: board.places.filter(({ moderation }) => moderation !== "").length,
    lines: linesOn(shown, ordered, page, { view, rubric, funding }),
    calibration: standingOf(calibration, board, atLine),
    rows: shown.map((place) => ({
      ...applications.get(place.id)!,
      ...toFigures(rubric, place),
      calibrated: ordering.figures.get(place.id) ?? null,
    })),
  };
}

const noFigures: Figures = new Map();

function knownView(asked: RankingView, criteria: readonly string[]): RankingView {
  const known = [...rankingMeasures, ...criteria].includes(asked.sort);
  return known ? asked : { ...asked, sort: "rank", descending: false };
}

export function standingOf(
  { mark, found }: Awaited<ReturnType<typeof findCalibration>>,
  board: RankingBoard,
  atLine: AtLine | undefined,
): CalibrationStanding {
  return {
    outcome: found?.outcome ?? null,
    computedAt: found?.computedAt ?? null,
    pending: mark !== board.mark && board.places.length > 0,
    apart: found?.apart.reduce((sum, group) => sum + group.length, 0) ?? 0,
    compared: found?.calibrated?.ids.length ?? 0,
    lineAt: atLine?.lineAt ?? null,
    discussed: atLine?.discussed ?? 0,
  };
}

const ordersKept = 12;

function placesShown(
  { orders }: RankingBoard,
  { moderatedOnly }: RankingView,
  key: string,
  order: () => readonly Place[],
): readonly Place[] {
  let ordered = orders.get(key);
  if (!ordered) {
    if (orders.size >= ordersKept) orders.clear();
    ordered = order();
    orders.set(key, ordered);
  }
  return moderatedOnly ? ordered.filter(({ moderation }) => moderation !== "") : ordered;
}

/** A line belongs to the page on which it falls: after the last row that reaches it, wherever that is. */
function linesOn(
  shown: readonly Place[],
  ordered: readonly Place[],
  { offset, next }: { offset: number; next: string | null },
  { view, rubric, funding }: { view: RankingView; rubric: Rubric; funding: FundingLine },
): RankingLine[] {
  const reaches = {
    shortlist: atLeast(rubric.thresholds.shortlist),
    reserve: atLeast(rubric.thresholds.reserve),
    funding: ({ position }: Place) => position < funding.places,
  };
  const byRank = view.sort === "rank" && !view.descending;
  const byWorth = view.sort === "calibrated" ? view.descending : view.sort === "expected" && !view.descending;
  const isMoney = byWorth && !view.moderatedOnly;
  const kinds = byRank
    ? (["funding", "shortlist", "reserve"] as const)
    : isMoney
      ? (["funding"] as const)
      : [];
  return kinds.flatMap((kind) => {
    const index = isMoney ? funding.places : ordered.filter(reaches[kind]).length;
    const here = index >= offset && (next === null || index < offset + pageSize);
    const before = shown.findIndex((place) => ordered.indexOf(place, offset) >= index);
    return here ? [{ kind, before: before < 0 ? shown.length : before }] : [];
  });
}

const atLeast = (line: string) => {
  const limit = toHundredths(decimal(line));
  return ({ scoreX100 }: Place): boolean => (scoreX100 ?? -1) >= limit;
};

async function findApplications(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("company", "company.id", "application.company_id")
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "application.state as state",
      "application.version as version",
      "application.reviewers as reviewers",
    ])
    .where("application.id", "in", ids)
    .$narrowType<{ state: ApplicationState }>()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function toFigures(rubric: Rubric, place: Place) {
  const { separatedBy } = place;
  return {
    rank: place.rank,
    tied: place.tied,
    separatedBy: typeof separatedBy === "number" ? (rubric.tieBreak[separatedBy] ?? null) : separatedBy,
    valid: place.valid,
    method: place.method,
    scoreX100: place.scoreX100,
    meanX100: place.meanX100,
    medianX100: place.medianX100,
    spreadX100: place.spreadX100,
    criterionMeans: place.criterion_means.split(","),
    belowFloor: listOf(place.below_floor),
    moderation: listOf(place.moderation),
    outcome: place.outcome,
    advice: [place.recommend, place.conditional, place.not_recommend] as const,
    rubricVersionId: place.rubricVersionId,
  };
}

const listOf = (text: string): string[] => (text === "" ? [] : text.split(","));
