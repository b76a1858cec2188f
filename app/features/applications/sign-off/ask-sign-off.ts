import { can } from "#app/domain/applications/policy.ts";
import { mostRequestsADay } from "#app/domain/applications/sign-off.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { applicationHeads, roleIn, subjectOf } from "../application-head.ts";

export type AskedSignOff =
  | { ok: true; requestId: string }
  | { ok: false; reason: "not_found" | "not_open" | "already_asked" | "too_often" | "no_owner" };

/** An editor asks the company's owners to sign and submit. One request of an application is open at a time. */
export async function askSignOff(
  ctx: Context,
  { applicationId, note }: { applicationId: string; note: string },
): Promise<AskedSignOff> {
  return await ctx.db.write(async (trx) => {
    const head = await applicationHeads(trx, ctx.actor)
      .where("application.id", "=", applicationId)
      .executeTakeFirst();
    if (!head || !roleIn(ctx.actor, head) || ctx.actor.kind !== "person")
      return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "ask_sign_off", subjectOf(head), ctx.now)) return { ok: false, reason: "not_open" };
    if (!(await hasOwner(trx, head.companyId))) return { ok: false, reason: "no_owner" };
    if ((await askedSince(trx, applicationId, dayBefore(ctx.now))) >= mostRequestsADay)
      return { ok: false, reason: "too_often" };
    const id = newId();
    // The index over open requests decides between two who ask at once.
    const kept = await trx
      .insertInto("sign_off_request")
      .values({
        ...{ id, application_id: applicationId, asked_by: ctx.actor.personId },
        ...{ asked_at: ctx.now.toISOString(), note, state: "open", answered_by: null, answered_at: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(kept.numInsertedOrUpdatedRows) !== 1) return { ok: false, reason: "already_asked" };
    await recordEvent(trx, ctx, {
      type: "application.sign_off_requested",
      subject: { kind: "application", id: head.id },
      ...{ applicationId: head.id, companyId: head.companyId, callId: head.callId },
      data: { requestId: id },
    });
    return { ok: true, requestId: id };
  });
}

const dayBefore = (now: Date): string => new Date(now.getTime() - 86_400_000).toISOString();

async function hasOwner(trx: Write, companyId: string): Promise<boolean> {
  const owner = await trx
    .selectFrom("company_member")
    .innerJoin("person", "person.id", "company_member.person_id")
    .select("person.id")
    .where("company_member.company_id", "=", companyId)
    .where("company_member.role", "=", "owner")
    .where("person.disabled_at", "is", null)
    .executeTakeFirst();
  return owner !== undefined;
}

async function askedSince(trx: Write, applicationId: string, since: string): Promise<number> {
  const { n } = await trx
    .selectFrom("sign_off_request")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("application_id", "=", applicationId)
    .where("asked_at", ">", since)
    .executeTakeFirstOrThrow();
  return Number(n);
}
