import { transition } from "#app/domain/applications/workflow.ts";
import type { OfficeMove } from "#app/domain/applications/office-moves.ts";
import { type DecisionKind, releaseEvents } from "#app/domain/decisions/decision.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { newId } from "#app/platform/new-id.ts";
import { conditionTextsFor, deferral, notShortlistedReasons, rejection } from "#db/demo/office-texts.ts";
import { pick } from "../stage.ts";
import { enter, type Life } from "./crowd-ground.ts";

/** From the end of scoring to the committee's word, as far as it has come. */
export function decideLife(life: Life): void {
  const { state } = life.application.share;
  if (state === "expert_review") return;
  step(life, 25, "close_scoring");
  if (state === "panel") return;
  if (state === "reserve") return step(life, 30, "put_in_reserve");
  if (state === "not_shortlisted") return step(life, 30, "not_shortlist");
  step(life, 30, "shortlist");
  if (state === "initiated") return;
  step(life, 33, "start_due_diligence");
  if (state === "due_diligence") return;
  step(life, 38, "propose");
  step(life, 42, "send_to_committee");
  if (state === "ic_review") {
    if (life.application.draw() < 0.5) decide(life, "approve_with_conditions", false);
    return;
  }
  const kind = state === "proposal" ? "defer" : state === "rejected" ? "reject" : "approve_with_conditions";
  decide(life, kind, true);
}

/** Moves are taken so many days after it was submitted. */
function step(life: Life, daysAfter: number, move: OfficeMove): void {
  const { application, officer, ground } = life;
  const at = ground.moments.office(application.age - daysAfter, 120 + application.draw() * 200).toISOString();
  const from = life.state;
  const to = transition(from, move, "officer");
  if (to === null) throw new Error(`Demo: ${move} is not possible from ${from}`);
  enter(life, to, at);
  const type =
    move === "close_scoring"
      ? "application.scoring_closed"
      : move === "send_to_committee"
        ? "application.sent_to_committee"
        : "application.stage_changed";
  life.record(at, {
    ...{ actor: officer, type, subject: { kind: "application", id: application.id } },
    data: {
      ...{ move, from, to },
      ...(move === "close_scoring" ? { valid: 5 } : {}),
      ...(move === "not_shortlist" ? { reason: pick(notShortlistedReasons, application.turn) } : {}),
    },
  });
}

function decide(life: Life, kind: DecisionKind, released: boolean): void {
  const { application, officer, ground } = life;
  const { age, draw } = application;
  const id = newId();
  const recordedAt = ground.moments.office(age - 46, 300 + draw() * 60).toISOString();
  const releasedAt = ground.moments.office(age - 49, 60 + draw() * 60).toISOString();
  const amountFen = kind === "approve_with_conditions" ? life.requestedFen : null;
  const reason = kind === "defer" ? deferral : kind === "reject" ? rejection : undefined;
  life.sheaf.add("decision", {
    ...{ id, application_id: application.id, kind, amount_fen: amountFen, version: released ? 2 : 1 },
    conditions: amountFen === null ? "" : pick(conditionTextsFor(ground.project), application.turn),
    ...{
      reason_code: reason?.code ?? null,
      reason_text: reason?.text ?? "",
      meeting_on: beijingDay(recordedAt),
    },
    ...{ state: released ? "released" : "recorded", recorded_by: officer.personId, recorded_at: recordedAt },
    ...(released ? { released_by: ground.chair.personId, released_at: releasedAt } : {}),
  });
  const subject = { kind: "decision", id };
  life.record(recordedAt, {
    ...{ actor: officer, type: "decision.recorded", subject },
    data: { kind, amountFen, replaces: null },
  });
  if (!released) return;
  const from = life.state;
  const to = transition(from, releaseEvents[kind], "committee");
  if (to === null) throw new Error(`Demo: ${kind} cannot be released from ${from}`);
  enter(life, to, releasedAt);
  life.record(releasedAt, {
    ...{ actor: ground.chair, type: "decision.released", subject },
    data: { kind, amountFen, from, to },
  });
}
