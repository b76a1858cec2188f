import type { ApplicationState } from "#app/domain/applications/workflow.ts";
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
  /** Empty where the call's budget is kept. */
  overBudgetReason: string;
  meetingOn: string;
  state: DecisionState;
  version: number;
  recordedById: string;
  recordedBy: string;
  recordedAt: string;
  releasedBy: string | null;
  releasedAt: string | null;
}

/** With what it is about: how a list, an export and the decision's own page name it. */
export interface ListedDecision extends DecisionRecord {
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  uscc: string;
  callCode: string;
  callYear: number;
  amountRequestedFen: number | null;
  applicationState: ApplicationState;
}

/** Which decisions a list or an export is narrowed to; null for all. */
export interface DecisionScope {
  state: DecisionState | null;
  kind?: DecisionKind | null;
  callId?: string | null;
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
  "decision.over_budget_reason as overBudgetReason",
  "decision.meeting_on as meetingOn",
  "decision.state as state",
  "decision.version as version",
  "decision.recorded_by as recordedById",
  "recorder.name as recordedBy",
  "decision.recorded_at as recordedAt",
  "releaser.name as releasedBy",
  "decision.released_at as releasedAt",
] as const;

export const listedDecisions = (
  ctx: Pick<Context, "db" | "actor">,
  { state, kind = null, callId = null }: DecisionScope = { state: null },
) =>
  decisionsInScope(ctx)
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("call", "call.id", "application.call_id")
    .select(decisionColumns)
    .select([
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "application.state as applicationState",
      "application.amount_requested_fen as amountRequestedFen",
      "company.name_zh as companyZh",
      "company.name_en as companyEn",
      "company.uscc as uscc",
      "call.code as callCode",
      "call.year as callYear",
    ])
    .$if(state !== null, (rows) => rows.where("decision.state", "=", state!))
    .$if(kind !== null, (rows) => rows.where("decision.kind", "=", kind!))
    .$if(callId !== null, (rows) => rows.where("application.call_id", "=", callId!))
    .$narrowType<{ applicationState: ApplicationState }>();
