import {
  type DecisionInput,
  type DecisionKind,
  type DecisionProblem,
  decisionProblems,
  isApproval,
  isDecisionKind,
  overBudgetBy,
} from "#app/domain/decisions/decision.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { callBudget } from "#app/features/call-budget.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";

export interface RecordDecision extends DecisionInput {
  applicationId: string;
  /** The recorded decision this one takes the place of, as the page had it; null for the first. */
  replaces: { id: string; version: number } | null;
}

export type RecordRefusal =
  | { ok: false; reason: "not_found" | "not_allowed" | "wrong_state" | "already_recorded" | "stale" }
  | { ok: false; reason: "problems"; problems: readonly DecisionProblem[] };

/** Records what the committee decided, under embargo; before release a new record may replace it. */
export function recordDecision(
  ctx: Context,
  input: RecordDecision,
): Promise<{ ok: true; decisionId: string } | RecordRefusal> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return { ok: false, reason: "not_found" };
    if (application.state !== "ic_review") return { ok: false, reason: "wrong_state" };
    if (!canDecide(ctx.actor, input.replaces ? "supersede" : "record", application))
      return { ok: false, reason: "not_allowed" };
    const standing = await findRecorded(trx, application.id);
    if (standing && !input.replaces) return { ok: false, reason: "already_recorded" };
    if (input.replaces && !isSame(standing, input.replaces)) return { ok: false, reason: "stale" };
    const { callId, ...asked } = await requestOf(trx, application.id);
    const budget = await callBudget(trx, callId, application.id);
    const problems = decisionProblems(input, { ...asked, budget, today: beijingDay(ctx.now) });
    if (problems.length > 0) return { ok: false, reason: "problems", problems };
    if (standing) await supersede(trx, standing);
    const overFen =
      isDecisionKind(input.kind) && isApproval(input.kind) ? overBudgetBy(budget, input.amountFen ?? 0) : 0;
    const decisionId = await insertDecision(trx, ctx, input, overFen > 0);
    const ids = idsOf(application);
    if (standing) await recordSuperseded(trx, ctx, standing, ids);
    await recordEvent(trx, ctx, {
      type: "decision.recorded",
      subject: { kind: "decision", id: decisionId },
      ...ids,
      data: {
        ...{ kind: input.kind, amountFen: input.amountFen, replaces: standing?.id ?? null },
        ...(overFen > 0 && { overBudgetFen: overFen }),
      },
    });
    return { ok: true, decisionId };
  });
}

const findRecorded = (trx: Write, applicationId: string) =>
  trx
    .selectFrom("decision")
    .select(["id", "version", "kind"])
    .where("application_id", "=", applicationId)
    .where("state", "=", "recorded")
    .$call(forUpdate(trx))
    .executeTakeFirst();

const isSame = (
  standing: { id: string; version: number } | undefined,
  named: { id: string; version: number },
) => standing !== undefined && standing.id === named.id && standing.version === named.version;

/** Holds the call: of two approvals at once the second sees the first in its budget. */
async function requestOf(trx: Write, applicationId: string) {
  const request = await trx
    .selectFrom("application as a")
    .innerJoin("call as c", "c.id", "a.call_id")
    .select([
      "a.call_id as callId",
      "a.amount_requested_fen as amountRequestedFen",
      "c.maximum_fen as maximumFen",
    ])
    .where("a.id", "=", applicationId)
    .executeTakeFirstOrThrow();
  await trx.selectFrom("call").select("id").where("id", "=", request.callId).$call(forUpdate(trx)).execute();
  return request;
}

interface Standing {
  id: string;
  version: number;
  kind: DecisionKind;
}

const supersede = (trx: Write, { id, version }: Standing) =>
  trx
    .updateTable("decision")
    .set({ state: "superseded", version: version + 1 })
    .where("id", "=", id)
    .execute();

const recordSuperseded = (trx: Write, ctx: Context, { id, kind }: Standing, ids: ReturnType<typeof idsOf>) =>
  recordEvent(trx, ctx, {
    type: "decision.superseded",
    subject: { kind: "decision", id },
    ...ids,
    data: { kind },
  });

async function insertDecision(
  trx: Write,
  { actor, now }: Context,
  input: RecordDecision,
  isOverBudget: boolean,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto("decision")
    .values({
      ...{ id, application_id: input.applicationId, state: "recorded", version: 1 },
      kind: input.kind as DecisionKind,
      ...{ amount_fen: input.amountFen, conditions: input.conditions.trim() },
      ...{ reason_code: input.reasonCode || null, reason_text: input.reasonText.trim() },
      over_budget_reason: isOverBudget ? (input.overBudgetReason ?? "").trim() : "",
      meeting_on: input.meetingOn,
      recorded_by: actor.kind === "person" ? actor.personId : "system",
      recorded_at: now.toISOString(),
      ...{ released_by: null, released_at: null },
    })
    .execute();
  return id;
}
