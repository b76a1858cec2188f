import type { DecisionKind } from "#app/domain/decisions/decision.ts";
import type { DecisionState } from "#app/domain/decisions/release-decision.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface DecisionRecord {
  id: string;
  applicationId: string;
  kind: DecisionKind;
  amountFen: number | null;
  conditions: string;
  reasonCode: string | null;
  reasonText: string;
  meetingOn: string;
  state: DecisionState;
  version: number;
  recordedById: string;
  recordedBy: string;
  recordedAt: string;
  releasedBy: string | null;
  releasedAt: string | null;
}

/** Decisions of the applications the actor may see, with the two people who made each. */
export const decisionsInScope = (ctx: Pick<Context, "db" | "actor">) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("decision", "decision.application_id", "application.id")
    .innerJoin("person as recorder", "recorder.id", "decision.recorded_by")
    .leftJoin("person as releaser", "releaser.id", "decision.released_by");

export const decisionColumns = [
  "decision.id as id",
  "decision.application_id as applicationId",
  "decision.kind as kind",
  "decision.amount_fen as amountFen",
  "decision.conditions as conditions",
  "decision.reason_code as reasonCode",
  "decision.reason_text as reasonText",
  "decision.meeting_on as meetingOn",
  "decision.state as state",
  "decision.version as version",
  "decision.recorded_by as recordedById",
  "recorder.name as recordedBy",
  "decision.recorded_at as recordedAt",
  "releaser.name as releasedBy",
  "decision.released_at as releasedAt",
] as const;
