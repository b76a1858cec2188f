import {
  type Concession,
  mostFairPairs,
  oddAtLeast,
  type RunKind,
  runKinds,
  type RunParameters,
  withConcession,
} from "#app/domain/reviews/assignment-run.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { beijingInstant, isBefore, isCalendarDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { holdName, isUniqueViolation } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { assignmentMix } from "./assignment-mix.ts";
import type { CallToAssign } from "./find-call.ts";
import { latest, lockLive } from "./find-run.ts";

export interface StartRun {
  kind: string;
  seed: string;
  least: string;
  dueOn: string;
  withoutAbsent: boolean;
}

export type StartRefusal =
  "not_allowed" | "kind" | "seed" | "least" | "due" | "busy" | "too_many_for_fair" | "stale";

type Started = { ok: true; runId: string } | { ok: false; reason: StartRefusal };

/** Puts a run in the queue; a call has room for one at a time, a proposal on the table among them. */
export async function startRun(ctx: Context, call: CallToAssign, input: StartRun): Promise<Started> {
  const parameters = readStart(ctx, call, input);
  if (typeof parameters === "string") return refuse(parameters);
  return begin(ctx, call.id, input.kind as RunKind, Number(input.seed), parameters);
}

/** Once more, with what was found not to fit given up. */
export async function startAgain(
  ctx: Context,
  callId: string,
  version: number,
  concession: Concession,
): Promise<Started> {
  const run = await latest(ctx.db.read, callId);
  if (!run || run.version !== version || run.outcome?.why !== "infeasible") return refuse("stale");
  const parameters = withConcession(run.parameters, run.outcome, concession);
  if (run.state === "failed") return begin(ctx, callId, run.kind, run.seed, parameters);
  return workOutAnew(ctx, callId, version, parameters, concession === "drop_pins");
}

/** The proposal with its pins and bans is worked out anew, with as few changes as pay. */
export function workOutAnew(
  ctx: Context,
  callId: string,
  version: number,
  parameters?: RunParameters,
  dropsPins = false,
): Promise<Started> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "propose")) return refuse("not_allowed");
    const run = await lockLive(trx, callId);
    if (!run || run.state !== "proposed" || run.version !== version) return refuse("stale");
    if (dropsPins)
      await trx
        .updateTable("assignment_pair")
        .set({ mark: "" })
        .where("run_id", "=", run.id)
        .where("mark", "=", "pinned")
        .execute();
    await trx
      .updateTable("assignment_run")
      .set({
        ...{ state: "queued", round: run.round + 1, progress: 0, outcome: null, version: run.version + 1 },
        parameters: JSON.stringify(parameters ?? run.parameters),
        ...{ lease: null, lease_until: null, updated_at: ctx.now.toISOString() },
      })
      .where("id", "=", run.id)
      .where("version", "=", run.version)
      .execute();
    await queued(trx, ctx, callId, run.id, { round: run.round + 1 });
    return { ok: true, runId: run.id };
  });
}

function readStart(ctx: Context, call: CallToAssign, input: StartRun): RunParameters | StartRefusal {
  if (!(runKinds as readonly string[]).includes(input.kind)) return "kind";
  if (!/^\d{1,9}$/.test(input.seed.trim())) return "seed";
  if (!/^\d{1,2}$/.test(input.least.trim())) return "least";
  if (!isCalendarDay(input.dueOn) || !isBefore(ctx.now, beijingInstant(input.dueOn, "17:00"))) return "due";
  return {
    total: oddAtLeast(call.wanted.total),
    composition: Object.fromEntries(
      disciplines.map((each) => [each, call.wanted[each]]),
    ) as RunParameters["composition"],
    ...{ least: Number(input.least), dueOn: input.dueOn, withoutAbsent: input.withoutAbsent },
    weights: { declared: 0, text: 0, wish: 0 },
    ...{ fewerSeats: {}, fewerOf: {}, beyondLimit: {}, price: 10 },
  };
}

async function begin(
  ctx: Context,
  callId: string,
  kind: RunKind,
  seed: number,
  wanted: RunParameters,
): Promise<Started> {
  try {
    return await ctx.db.write(async (trx): Promise<Started> => {
      const { actor } = ctx;
      if (!mayReview(actor, "propose") || actor.kind !== "person") return refuse("not_allowed");
      await holdName(trx, `assignment_run:${callId}`, "alone");
      if (await lockLive(trx, callId)) return refuse("busy");
      if (kind === "fair" && (await countPairs(trx, callId)) > mostFairPairs)
        return refuse("too_many_for_fair");
      const id = newId();
      const parameters = { ...wanted, weights: (await assignmentMix(trx, callId)).weights };
      const at = ctx.now.toISOString();
      await trx
        .insertInto("assignment_run")
        .values({
          ...{ id, call_id: callId, kind, parameters: JSON.stringify(parameters), seed, state: "queued" },
          ...{ round: 1, progress: 0, input_hash: "", reviewers: "[]", pairs: 0, value: 0, version: 1 },
          ...{ created_by: actor.personId, created_at: at, updated_at: at },
        })
        .execute();
      await queued(trx, ctx, callId, id, { kind, seed, round: 1 });
      return { ok: true, runId: id };
    });
  } catch (error) {
    // Another process was first, between the look and the row.
    if (isUniqueViolation(error)) return refuse("busy");
    throw error;
  }
}

/** Pairs that a run of the call would weigh. */
export async function countPairs(db: Pick<Write, "selectFrom">, callId: string): Promise<number> {
  const [applications, reviewers] = [
    await db
      .selectFrom("application")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("call_id", "=", callId)
      .where("state", "=", "expert_review")
      .where("is_test", "=", 0)
      .executeTakeFirstOrThrow(),
    await db
      .selectFrom("reviewer_profile")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow(),
  ];
  return Number(applications.n) * Number(reviewers.n);
}

const queued = (
  trx: Write,
  ctx: Context,
  callId: string,
  runId: string,
  data: Record<string, string | number>,
) =>
  recordEvent(trx, ctx, {
    type: "assignment_run.queued",
    subject: { kind: "assignment_run", id: runId },
    ...{ callId, data },
  });

const refuse = (reason: StartRefusal) => ({ ok: false, reason }) as const;
