import { companyRole, system } from "#app/domain/accounts/actor.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { eraseTest } from "./erase-test.ts";
import { purgeTesters } from "./purge-testers.ts";

export type PurgedTest = { ok: true } | { ok: false; reason: "not_allowed" | "not_found" };

/** Erases a test application with everything that hangs on it: the office any, an outside tester their own. */
export async function purgeTest(
  ctx: Context,
  { applicationId, callId }: { applicationId: string; callId?: string },
): Promise<PurgedTest> {
  const stored: string[] = [];
  const { actor } = ctx;
  const result = await ctx.db.write<PurgedTest>(async (trx) => {
    stored.length = 0;
    const test = await trx
      .selectFrom("application")
      .select(["id", "company_id as companyId", "call_id as callId"])
      .where("id", "=", applicationId)
      .where("is_test", "=", 1)
      .$if(callId !== undefined, (query) => query.where("call_id", "=", callId ?? ""))
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!test) return { ok: false, reason: "not_found" };
    const isOwn = companyRole(actor, test.companyId) === "owner";
    if (actor.kind !== "system" && !isOwn && !mayCall(actor, "test"))
      return { ok: false, reason: "not_allowed" };
    stored.push(...(await eraseTest(trx, ctx, test)));
    return { ok: true };
  });
  // Bytes last: a file without its row is only waste, a row without its file would be a loss.
  if (result.ok) for (const key of stored) await ctx.files.remove(key);
  return result;
}

/** Run by the worker: once a call has opened nothing of its tests is kept. Returns how many went. */
export async function purgeOpenedTests(ctx: Context): Promise<number> {
  const tests = await ctx.db.read
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.call_id")
    .select(["application.id", "call.opens_at as opensAt", "call.closes_at as closesAt"])
    .where("application.is_test", "=", 1)
    .where("call.opens_at", "<=", ctx.now.toISOString())
    .limit(200)
    .execute();
  let purged = 0;
  for (const test of tests) {
    if (callState(test, ctx.now) === "not_open") continue;
    const result = await purgeTest({ ...ctx, actor: system }, { applicationId: test.id });
    if (result.ok) purged += 1;
  }
  await purgeTesters({ ...ctx, actor: system });
  return purged;
}
