import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import type { ReviewerSeverity } from "#app/features/reviews/calibration/calibration-result.ts";
import {
  type AtLine,
  type CalibratedCall,
  type CalibratedFigures,
  findCalibration,
} from "#app/features/reviews/calibration/find-calibration.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall, type RankedCall } from "./find-ranked-call.ts";
import { drawFundingLine, findFundingLine, type FundingLine } from "./funding-line.ts";
import { type CalibrationStanding, standingOf } from "./list-ranking.ts";
import type { Place } from "./place-applications.ts";
import { rankingBoard } from "./ranking-board.ts";

export interface ApplicationHead {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
}

/** An application as calibrated, with its place by the rule book. */
export interface CalibratedRow extends ApplicationHead, CalibratedFigures {
  rank: number | null;
  scoreX100: number | null;
}

export interface CalibrationPage {
  call: RankedCall;
  funding: FundingLine;
  standing: CalibrationStanding;
  scores: number;
  reviewers: number;
  deviations: CalibratedCall["deviations"] | null;
  /** Around the funding line, the best first. */
  near: readonly CalibratedRow[];
  /** Where one more review would most change the decision. */
  turned: readonly CalibratedRow[];
  discussed: readonly CalibratedRow[];
  /** Groups that cannot be compared, with how many of each are not listed. */
  apart: readonly { applications: readonly ApplicationHead[]; count: number }[];
  /** Only for whoever may know it: the most certain first. */
  severities: readonly (ReviewerSeverity & { name: string })[] | null;
}

const nearLine = 60;
const mostTurned = 15;
const mostDiscussed = 100;
const leastTurned = 0.02;
const apartGroups = 10;
const apartListed = 10;
const mostSeverities = 100;

/** Everything calibration says of a call, with the line at `asked` places or where it was saved. */
export async function findCalibrationPage(
  ctx: Context,
  code: string,
  asked: number | null,
): Promise<CalibrationPage | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const call = await findRankedCall(ctx, code);
  if (!call) return undefined;
  const [board, line, calibration] = await Promise.all([
    rankingBoard(ctx, call.id),
    findFundingLine(ctx, call.id),
    findCalibration(ctx, call.id),
  ]);
  const funding = drawFundingLine(board.places, line, asked);
  const calibrated = calibration.found?.calibrated;
  const atLine = calibrated?.at(funding.places);
  const chosen = choose(atLine, funding.places);
  const apart = (calibration.found?.apart ?? []).slice(0, apartGroups);
  const heads = await findHeads(ctx, [
    ...new Set([
      ...[...chosen.near, ...chosen.turned, ...chosen.discussed].map(({ id }) => id),
      ...apart.flatMap((group) => group.slice(0, apartListed)),
    ]),
  ]);
  const places = new Map(board.places.map((place) => [place.id, place]));
  const rows = (figures: readonly CalibratedFigures[]) => toRows(figures, heads, places);
  return {
    ...{ call, funding, standing: standingOf(calibration, board, atLine) },
    ...{ scores: calibrated?.scores ?? 0, reviewers: calibrated?.reviewers.length ?? 0 },
    deviations: calibrated?.deviations ?? null,
    near: rows(chosen.near),
    turned: rows(chosen.turned),
    discussed: rows(chosen.discussed),
    apart: apart.map((group) => ({
      count: group.length,
      applications: group.slice(0, apartListed).flatMap((id) => heads.get(id) ?? []),
    })),
    severities:
      calibrated && mayReview(ctx.actor, "read_severity") ? await nameSeverities(ctx, calibrated) : null,
  };
}

function choose(atLine: AtLine | undefined, line: number) {
  const byWorth = [...(atLine?.figures.values() ?? [])].sort((a, b) => b.worth - a.worth);
  const begin = Math.max(0, Math.min(line - nearLine / 2, byWorth.length - nearLine));
  return {
    near: byWorth.slice(begin, begin + nearLine),
    discussed: byWorth.filter(({ discussed }) => discussed).slice(0, mostDiscussed),
    turned: byWorth
      .filter(({ turnedByOneMore }) => turnedByOneMore >= leastTurned)
      .sort((a, b) => b.turnedByOneMore - a.turnedByOneMore)
      .slice(0, mostTurned),
  };
}

async function findHeads(ctx: Context, ids: readonly string[]): Promise<Map<string, ApplicationHead>> {
  if (ids.length === 0) return new Map();
  const rows = await visibleApplications(ctx.db.read, ctx.actor)
    .select([
      "application.id as id",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
    ])
    .where("application.id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const toRows = (
  figures: readonly CalibratedFigures[],
  heads: ReadonlyMap<string, ApplicationHead>,
  places: ReadonlyMap<string, Place>,
): CalibratedRow[] =>
  figures.flatMap((each) => {
    const head = heads.get(each.id);
    const place = places.get(each.id);
    return head ? [{ ...each, ...head, rank: place?.rank ?? null, scoreX100: place?.scoreX100 ?? null }] : [];
  });

async function nameSeverities({ db }: Context, { reviewers }: CalibratedCall) {
  const certain = ({ mean, deviation }: ReviewerSeverity) => (deviation > 0 ? Math.abs(mean) / deviation : 0);
  const shown = [...reviewers].sort((a, b) => certain(b) - certain(a)).slice(0, mostSeverities);
  const people = await db.read
    .selectFrom("person")
    .select(["id", "name"])
    .where(
      "id",
      "in",
      shown.map(({ id }) => id),
    )
    .execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return shown.map((each) => ({ ...each, name: names.get(each.id) ?? "" }));
}
