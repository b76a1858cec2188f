import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { eraseInvitations } from "./erase-invitations.ts";
import { eraseTest } from "./erase-test.ts";

type Answer = { ok: true } | { ok: false; reason: "not_allowed" | "not_found" };

/** Takes an invitation back, accepted or not: the person's tests of this call go too, as nobody could open them. */
export async function dismissTester(
  ctx: Context,
  { callId, testerId }: { callId: string; testerId: string },
): Promise<Answer> {
  if (!mayCall(ctx.actor, "invite_testers")) return { ok: false, reason: "not_allowed" };
  const stored: string[] = [];
  const answer = await ctx.db.write(async (trx): Promise<Answer> => {
    stored.length = 0;
    // Whoever starts a test holds the call: none begins between the look and the end.
    await trx.selectFrom("call").select("id").where("id", "=", callId).$call(forUpdate(trx)).execute();
    const tester = await trx
      .selectFrom("call_tester")
      .select("person_id as personId")
      .where("id", "=", testerId)
      .where("call_id", "=", callId)
      .executeTakeFirst();
    if (!tester) return { ok: false, reason: "not_found" };
    const tests = await trx
      .selectFrom("application")
      .select(["id", "company_id as companyId", "call_id as callId"])
      .where("call_id", "=", callId)
      .where("is_test", "=", 1)
      .where("created_by", "=", tester.personId ?? "")
      .$call(forUpdate(trx))
      .execute();
    for (const test of tests) stored.push(...(await eraseTest(trx, ctx, test)));
    const { mails } = await eraseInvitations(trx, [testerId]);
    await recordEvent(trx, ctx, {
      type: "call.tester_dismissed",
      subject: { kind: "call_tester", id: testerId },
      callId,
      data: { tests: tests.length, mails },
    });
    return { ok: true };
  });
  if (answer.ok) for (const key of stored) await ctx.files.remove(key);
  return answer;
}
