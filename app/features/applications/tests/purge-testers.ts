import { callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { eraseInvitations } from "./erase-invitations.ts";

/** Run by the worker: once a call has opened nobody is its tester, and who was invited is not kept. */
export async function purgeTesters(ctx: Context): Promise<void> {
  const calls = await ctx.db.read
    .selectFrom("call")
    .select(["id", "opens_at as opensAt", "closes_at as closesAt"])
    .where("opens_at", "<=", ctx.now.toISOString())
    .where((eb) =>
      eb.exists(eb.selectFrom("call_tester").select("id").whereRef("call_tester.call_id", "=", "call.id")),
    )
    .execute();
  for (const call of calls) {
    if (callState(call, ctx.now) === "not_open") continue;
    await ctx.db.write(async (trx) => {
      const testers = await trx
        .selectFrom("call_tester")
        .select("id")
        .where("call_id", "=", call.id)
        .execute();
      if (testers.length === 0) return;
      const counts = await eraseInvitations(
        trx,
        testers.map(({ id }) => id),
      );
      if (counts.testers === 0) return;
      await recordEvent(trx, ctx, {
        type: "call.testers_purged",
        subject: { kind: "call", id: call.id },
        callId: call.id,
        data: counts,
      });
    });
  }
}
