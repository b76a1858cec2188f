import type { Context } from "#app/features/context.ts";
import { loadScores } from "./load-scores.ts";
import { runCalibration } from "./run-calibration.ts";
import { scoreMark } from "./score-mark.ts";

/** Sheets often come in one after another: it waits until none has for a while, but not for ever. */
const quietMs = 5_000;
const longestWaitMs = 60_000;
const claimMs = 150_000;

/** Computes anew what the scores of a call say wherever they have changed. True when there is more to do at once. */
export async function calibrateCalls(ctx: Context): Promise<boolean> {
  const due = (await findChanged(ctx)).filter((call) => isDue(call, ctx.now));
  for (const { callId, mark } of due.slice(0, 1)) await calibrateCall(ctx, callId, mark);
  return due.length > 1;
}

interface ChangedCall {
  callId: string;
  mark: string;
  refreshedAt: string;
  computedAt: string | null;
}

function isDue({ refreshedAt, computedAt }: ChangedCall, now: Date): boolean {
  const since = (at: string) => now.getTime() - new Date(at).getTime();
  return computedAt === null || since(refreshedAt) >= quietMs || since(computedAt) >= longestWaitMs;
}

/** Sums over the index of the ranking, one call each. */
async function findChanged(ctx: Context): Promise<ChangedCall[]> {
  const rows = await ctx.db.read
    .selectFrom("score_summary as s")
    .leftJoin("calibration as k", "k.call_id", "s.call_id")
    .select((eb) => [
      "s.call_id as callId",
      scoreMark.as("mark"),
      eb.fn.max("s.refreshed_at").as("refreshedAt"),
      "k.computed_at as computedAt",
      "k.mark as known",
      "k.claimed_until as claimedUntil",
    ])
    .groupBy(["s.call_id", "k.computed_at", "k.mark", "k.claimed_until"])
    .orderBy("s.call_id")
    .execute();
  return rows.flatMap(({ known, claimedUntil, ...row }) => {
    const free = claimedUntil === null || claimedUntil <= ctx.now.toISOString();
    return free && row.mark !== null && row.mark !== known ? [{ ...row, mark: row.mark }] : [];
  });
}

async function calibrateCall(ctx: Context, callId: string, mark: string): Promise<void> {
  if (!(await claim(ctx, callId))) return;
  try {
    const scores = await loadScores(ctx.db.read, callId);
    const kept = await ctx.db.read
      .selectFrom("calibration")
      .select("inputs_hash")
      .where("call_id", "=", callId)
      .executeTakeFirst();
    const known = kept?.inputs_hash === scores.hash;
    const calibrated = known ? undefined : await runCalibration(scores);
    await keep(ctx, callId, {
      mark,
      ...(calibrated && {
        ...{ inputs_hash: scores.hash, outcome: calibrated.outcome, result: calibrated.result },
        computed_at: ctx.now.toISOString(),
      }),
    });
  } catch (error) {
    await keep(ctx, callId, {});
    throw error;
  }
}

type Kept = { mark?: string; inputs_hash?: string; computed_at?: string; result?: string } & {
  outcome?: "ready" | "too_few" | "not_comparable";
};

const keep = (ctx: Context, callId: string, kept: Kept) =>
  ctx.db.write((trx) =>
    trx
      .updateTable("calibration")
      .set({ ...kept, claimed_until: null })
      .where("call_id", "=", callId)
      .execute(),
  );

/** Of several workers one computes; a claim that nobody gave back runs out. */
const claim = (ctx: Context, callId: string): Promise<boolean> =>
  ctx.db.write(async (trx) => {
    await trx
      .insertInto("calibration")
      .values({ call_id: callId })
      .onConflict((conflict) => conflict.column("call_id").doNothing())
      .execute();
    const { numUpdatedRows } = await trx
      .updateTable("calibration")
      .set({ claimed_until: new Date(ctx.now.getTime() + claimMs).toISOString() })
      .where("call_id", "=", callId)
      .where((eb) =>
        eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<=", ctx.now.toISOString())]),
      )
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
