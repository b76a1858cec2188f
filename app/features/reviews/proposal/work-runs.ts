import type { RunOutcome } from "#app/domain/reviews/assignment-run.ts";
import { readRunParameters } from "#app/domain/reviews/assignment-run.ts";
import type { Context } from "#app/features/context.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { runInThread } from "#app/platform/thread/run-in-thread.ts";
import type { ProposalTask } from "#app/analysis/assignment/propose.ts";
import { checkConflicts } from "../conflicts/check-conflicts.ts";
import { type ClaimedRun, type LoadedTask, loadTask } from "./load-task.ts";
import { outcomeOf } from "./outcome-of.ts";
import type { ThreadResult } from "./propose-thread.ts";
import { keepFailure, keepProposal } from "./keep-result.ts";

/** Believed dead when it has not been heard of for so long. */
const leaseMs = 30_000;
const heartbeatMs = 1_000;

/**
 * Works out the next run of the queue, in a thread; true when there was one. Several processes may call it: a run is
 * worked on by whoever holds its lease, and who loses the lease (to a cancellation, or to another process after a
 * silence) keeps nothing.
 */
export async function workRuns(ctx: Context, clock: () => Date): Promise<boolean> {
  const run = await claim(ctx, clock());
  if (!run) return false;
  const lost = new AbortController();
  let share = 0;
  const heart = setInterval(() => {
    void beat(ctx, run, share, clock()).then(
      (holds) => holds || lost.abort(),
      // The lease lasts longer than a database is away.
      () => {},
    );
  }, heartbeatMs);
  try {
    const outcome = await work(ctx, clock, run, lost.signal, (now) => (share = now));
    if (outcome && !lost.signal.aborted) await keepFailure({ ...ctx, now: clock() }, run, outcome);
  } catch (error) {
    await keepFailure({ ...ctx, now: clock() }, run, { why: "error" });
    throw error;
  } finally {
    clearInterval(heart);
  }
  return true;
}

/** Undefined when the proposal is kept, or no longer wanted. */
async function work(
  ctx: Context,
  clock: () => Date,
  run: ClaimedRun,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<RunOutcome | undefined> {
  // What was never looked for must not pass for no conflict.
  while (await checkConflicts(ctx)) if (signal.aborted) return undefined;
  const loaded = await loadTask(ctx.db.read, ctx.now, run);
  if (loaded.applicationIds.length === 0) return { why: "no_applications" };
  if (loaded.reviewerIds.length === 0) return { why: "no_reviewers" };
  const result = await inThread(loaded, signal, onProgress);
  if (!result || signal.aborted) return undefined;
  const { proposed, hash } = result;
  if (proposed.ok) {
    await keepProposal({ ...ctx, now: clock() }, run, loaded, proposed, hash);
    return undefined;
  }
  if (proposed.reason === "infeasible") return outcomeOf(loaded, proposed.relaxations);
  return proposed.reason === "too_long" ? { why: "too_long" } : undefined;
}

const inThread = ({ task }: LoadedTask, signal: AbortSignal, onProgress: (share: number) => void) =>
  runInThread<ProposalTask, ThreadResult>(threadFile(), task, { megabytes: 1024, signal, onProgress });

/** Beside this file as source, and beside the entries where the server is built. */
const threadFile = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "propose-thread.ts" : "propose-thread.js", import.meta.url);

async function claim({ db }: Context, now: Date): Promise<ClaimedRun | undefined> {
  const waiting = await db.read
    .selectFrom("assignment_run")
    .select("id")
    .where("state", "in", ["queued", "running"])
    .limit(1)
    .executeTakeFirst();
  if (!waiting) return undefined;
  return db.write(async (trx) => {
    const row = await trx
      .selectFrom("assignment_run")
      .select(["id", "call_id as callId", "kind", "seed", "round", "parameters", "version"])
      .where((eb) =>
        eb.or([
          eb("state", "=", "queued"),
          eb.and([eb("state", "=", "running"), eb("lease_until", "<", now.toISOString())]),
        ]),
      )
      .orderBy("created_at")
      .limit(1)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!row) return undefined;
    const lease = newId();
    const { version, parameters, ...rest } = row;
    await trx
      .updateTable("assignment_run")
      .set({
        ...{ state: "running", progress: 0, lease, lease_until: until(now), version: version + 1 },
        updated_at: now.toISOString(),
      })
      .where("id", "=", row.id)
      .where("version", "=", version)
      .execute();
    return { ...rest, parameters: readRunParameters(parameters), lease };
  });
}

/** False when the run is somebody else's, or nobody's, by now. */
async function beat({ db }: Context, { id, lease }: ClaimedRun, share: number, now: Date): Promise<boolean> {
  const changed = await db.write((trx) =>
    trx
      .updateTable("assignment_run")
      .set({ progress: Math.min(99, Math.floor(share * 100)), lease_until: until(now) })
      .where("id", "=", id)
      .where("state", "=", "running")
      .where("lease", "=", lease)
      .executeTakeFirst(),
  );
  return Number(changed.numUpdatedRows) === 1;
}

const until = (now: Date): string => new Date(now.getTime() + leaseMs).toISOString();
