import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import type { ReviewerSeverity } from "#app/features/reviews/calibration/calibration-result.ts";
import {
  type CalibratedCall,
  type CalibratedFigures,
  findCalibration,
} from "#app/features/reviews/calibration/find-calibration.ts";
import { drawFundingLine, findFundingLine, type FundingLine } from "./funding-line.ts";
import { type CalibrationStanding, standingOf } from "./list-ranking.ts";
import { rankingBoard } from "./ranking-board.ts";

export interface CalibratedSums {
  standing: CalibrationStanding;
  funding: FundingLine;
  mean: number;
  figures: CalibratedFigures | null;
  /** It is one of those that cannot be compared. */
  isApart: boolean;
  /** Of those who reviewed it; only for whoever may know it. */
  severities: readonly (ReviewerSeverity & { name: string })[] | null;
}

/** How the calibrated figures of one application come about. */
export async function findCalibratedSums(
  ctx: Context,
  callId: string,
  applicationId: string,
): Promise<CalibratedSums | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const [board, line, calibration] = await Promise.all([
    rankingBoard(ctx, callId),
    findFundingLine(ctx, callId),
    findCalibration(ctx, callId),
  ]);
  const { found } = calibration;
  if (!found) return undefined;
  const funding = drawFundingLine(board.places, line, null);
  const atLine = found.calibrated?.at(funding.places);
  return {
    ...{ funding, standing: standingOf(calibration, board, atLine), mean: found.calibrated?.mean ?? 0 },
    figures: atLine?.figures.get(applicationId) ?? null,
    isApart: found.apart.some((group) => group.includes(applicationId)),
    severities:
      found.calibrated && mayReview(ctx.actor, "read_severity")
        ? await severitiesOf(ctx, found.calibrated, applicationId)
        : null,
  };
}

async function severitiesOf({ db }: Context, { reviewers }: CalibratedCall, applicationId: string) {
  const people = await db.read
    .selectFrom("assignment as g")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .select(["p.id", "p.name"])
    .where("g.application_id", "=", applicationId)
    .where("g.state", "=", "submitted")
    .orderBy("g.id")
    .execute();
  const known = new Map(reviewers.map((each) => [each.id, each]));
  return people.flatMap(({ id, name }) => {
    const severity = known.get(id);
    return severity ? [{ ...severity, name }] : [];
  });
}
