import { system } from "#app/domain/accounts/actor.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { beijingInstant, isBefore, isCalendarDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { type EventToRecord, recordEvents } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { checkConflicts } from "../conflicts/check-conflicts.ts";
import { endedBy, forgetChoices } from "./end-run.ts";
import { lockProposal, type Run } from "./find-run.ts";
import { type Obstacle, obstaclesTo, type PairToRelease, pairsToRelease } from "./obstacles.ts";

export type ReleaseRefusal =
  | { reason: "not_allowed" | "stale" | "due" | "nothing" | "oneself" | "hidden" }
  /** What has happened since it was worked out, as far as anybody reads. */
  | { reason: "changed_since"; obstacles: readonly Obstacle[]; more: number };

type Released = { ok: true; pairs: number; reviewers: number } | ({ ok: false } & ReleaseRefusal);

const mostNamed = 20;
const perStatement = 100;

/**
 * Assigns everybody whom the proposal names, at once or not at all. Conflicts are looked for once more before, and
 * checked under the lock of the applications: whoever judges one waits, or was first.
 */
export async function releaseProposal(
  ctx: Context,
  callId: string,
  version: number,
  dueOn: string,
): Promise<Released> {
  if (!mayReview(ctx.actor, "propose")) return { ok: false, reason: "not_allowed" };
  while (await checkConflicts({ ...ctx, actor: system }));
  return ctx.db.write(async (trx): Promise<Released> => {
    const run = await lockProposal(trx, callId, version);
    if (!run) return { ok: false, reason: "stale" };
    if (!isCalendarDay(dueOn) || !isBefore(ctx.now, beijingInstant(dueOn, "17:00")))
      return { ok: false, reason: "due" };
    const found = await pairsToRelease(trx, ctx.actor, run.id);
    if (found.hidden) return { ok: false, reason: "hidden" };
    const { pairs } = found;
    if (pairs.length === 0) return { ok: false, reason: "nothing" };
    const { actor } = ctx;
    if (actor.kind === "person" && pairs.some(({ reviewerId }) => reviewerId === actor.personId))
      return { ok: false, reason: "oneself" };
    const obstacles = await obstaclesTo(trx, run, pairs);
    if (obstacles.length > 0) {
      const named = obstacles.slice(0, mostNamed);
      return {
        ...{ ok: false, reason: "changed_since", obstacles: named },
        more: obstacles.length - named.length,
      };
    }
    const dueAt = beijingInstant(dueOn, "17:00").toISOString();
    const assignmentIds = await assignAll(trx, ctx, pairs, dueAt);
    await end(trx, ctx, run);
    const counts = Map.groupBy(pairs, ({ reviewerId }) => reviewerId);
    await recordEvents(trx, ctx, eventsOf(run, pairs, assignmentIds, counts, dueAt));
    return { ok: true, pairs: pairs.length, reviewers: counts.size };
  });
}

async function assignAll(
  trx: Write,
  { actor, now }: Context,
  pairs: readonly PairToRelease[],
  dueAt: string,
): Promise<string[]> {
  const rows = pairs.map(({ applicationId, reviewerId }) => ({
    ...{ id: newId(), application_id: applicationId, reviewer_id: reviewerId, state: "assigned" as const },
    ...{ due_at: dueAt, assigned_by: actor.kind === "person" ? actor.personId : "system" },
    ...{ assigned_at: now.toISOString(), decline_reason: "", version: 1 },
  }));
  for (let from = 0; from < rows.length; from += perStatement) {
    await trx
      .insertInto("assignment")
      .values(rows.slice(from, from + perStatement))
      .execute();
    // Between two statements whatever else waits has its turn.
    await new Promise((turn) => setImmediate(turn));
  }
  return rows.map(({ id }) => id);
}

async function end(trx: Write, ctx: Context, run: Run): Promise<void> {
  await trx
    .updateTable("assignment_run")
    .set({
      ...{ state: "released", version: run.version + 1, updated_at: ctx.now.toISOString() },
      ...endedBy(ctx),
    })
    .where("id", "=", run.id)
    .where("version", "=", run.version)
    .execute();
  await forgetChoices(trx, run.id);
}

/** One for every assignment, one for every reviewer who is told, and the release itself. */
function eventsOf(
  run: Run,
  pairs: readonly PairToRelease[],
  assignmentIds: readonly string[],
  counts: ReadonlyMap<string, readonly PairToRelease[]>,
  dueAt: string,
): EventToRecord[] {
  const { id: runId, callId } = run;
  return [
    ...pairs.map(({ applicationId, companyId, reviewerId }, at) => ({
      type: "assignment.made" as const,
      subject: { kind: "assignment", id: assignmentIds[at]! },
      ...{ applicationId, companyId, callId, data: { reviewerId, dueAt, again: false, runId } },
    })),
    ...[...counts].map(([reviewerId, own]) => ({
      type: "reviewer.assignments_released" as const,
      subject: { kind: "person", id: reviewerId },
      ...{ callId, data: { reviewerId, runId, count: own.length, dueAt } },
    })),
    {
      type: "assignment_run.released",
      subject: { kind: "assignment_run", id: runId },
      ...{ callId, data: { pairs: pairs.length, reviewers: counts.size, dueAt, value: run.value } },
    },
  ];
}
