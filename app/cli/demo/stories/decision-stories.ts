import type { OfficeMove } from "#app/domain/applications/office-moves.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { conditionTextsFor, deferral, notShortlistedReasons, rejection } from "#db/demo/office-texts.ts";
import { decide, move, release, standingOf } from "../judging.ts";
import { pick } from "../stage.ts";
import { officerOf } from "./check-stories.ts";
import type { Begun, Part, Stretch } from "./part.ts";

export async function* moving(part: Part, begun: Begun, daysAgo: number, step: OfficeMove): Stretch<void> {
  const now = yield part.cast.moments.office(daysAgo, 150 + (part.seed % 9) * 7);
  const reason = step === "not_shortlist" ? pick(notShortlistedReasons, part.seed) : undefined;
  await move(part.cast.stage, now, officerOf(part), begun.applicationId, step, reason);
}

type Kind = "approve" | "approve_with_conditions" | "defer" | "reject";

/** What the committee decided, recorded by the officer under embargo; returns the decision's id. */
export async function* deciding(part: Part, begun: Begun, daysAgo: number, kind: Kind): Stretch<string> {
  const { stage, moments } = part.cast;
  const now = yield moments.office(daysAgo, 330);
  const { amount_requested_fen: requested } = await standingOf(stage, begun.applicationId);
  const approves = kind === "approve" || kind === "approve_with_conditions";
  const reason = kind === "defer" ? deferral : kind === "reject" ? rejection : undefined;
  return await decide(stage, now, officerOf(part), {
    applicationId: begun.applicationId,
    kind,
    amountFen: approves ? roundedShare(requested ?? 0, kind === "approve" ? 1 : 0.8) : null,
    conditions:
      kind === "approve_with_conditions" ? pick(conditionTextsFor(part.planned.project), part.seed) : "",
    reasonCode: reason?.code ?? null,
    reasonText: reason?.text ?? "",
    meetingOn: beijingDay(now),
  });
}

/** The second person, some days later. */
export async function* releasing(part: Part, decisionId: string, daysAgo: number): Stretch<void> {
  const now = yield part.cast.moments.office(daysAgo, 95);
  await release(part.cast.stage, now, part.cast.staff.chair, decisionId);
}

const million = 100_000_000;

/** In whole millions of yuan, as committees speak; never more than was asked for. */
const roundedShare = (fen: number, share: number): number =>
  Math.max(Math.floor((fen * share) / million) * million, Math.min(fen, million));
