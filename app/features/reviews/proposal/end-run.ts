import { runTransition } from "#app/domain/reviews/assignment-run.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { lockLive, lockProposal, type Run } from "./find-run.ts";

export type EndRefusal = "not_allowed" | "stale";
type Ended = { ok: true } | { ok: false; reason: EndRefusal };

/** Stops what is being worked out; where there was a proposal before, it stands again. */
export function cancelRun(ctx: Context, callId: string): Promise<Ended> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "propose")) return refuse("not_allowed");
    const run = await lockLive(trx, callId);
    const to = run && runTransition(run.state, run.round > 1 ? "fall_back" : "cancel");
    if (!run || !to) return refuse("stale");
    const ended = to === "cancelled" ? endedBy(ctx) : {};
    await trx
      .updateTable("assignment_run")
      .set({
        ...{ state: to, lease: null, lease_until: null, progress: 0, version: run.version + 1 },
        ...{ updated_at: ctx.now.toISOString(), ...ended },
      })
      .where("id", "=", run.id)
      .where("version", "=", run.version)
      .execute();
    await record(trx, ctx, run, "assignment_run.cancelled");
    return { ok: true };
  });
}

/** Puts the proposal away; nobody was assigned by it. */
export function discardProposal(ctx: Context, callId: string, version: number): Promise<Ended> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "propose")) return refuse("not_allowed");
    const run = await lockProposal(trx, callId, version);
    if (!run) return refuse("stale");
    await trx
      .updateTable("assignment_run")
      .set({
        ...{ state: "discarded", version: run.version + 1, updated_at: ctx.now.toISOString() },
        ...endedBy(ctx),
      })
      .where("id", "=", run.id)
      .where("version", "=", run.version)
      .execute();
    await forgetChoices(trx, run.id);
    await record(trx, ctx, run, "assignment_run.discarded");
    return { ok: true };
  });
}

/** What alternatives were worth is asked only while a proposal can be changed. */
export async function forgetChoices(trx: Write, runId: string): Promise<void> {
  await trx
    .updateTable("assignment_run_application")
    .set({ choices: "" })
    .where("run_id", "=", runId)
    .execute();
}

export const endedBy = ({ actor, now }: Context) => ({
  ended_by: actor.kind === "person" ? actor.personId : null,
  ended_at: now.toISOString(),
});

const record = (
  trx: Write,
  ctx: Context,
  { id, callId, round }: Run,
  type: "assignment_run.cancelled" | "assignment_run.discarded",
) => recordEvent(trx, ctx, { type, subject: { kind: "assignment_run", id }, callId, data: { round } });

const refuse = (reason: EndRefusal) => ({ ok: false, reason }) as const;
