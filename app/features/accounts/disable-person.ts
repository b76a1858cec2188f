import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { isLastAdministrator } from "./last-administrator.ts";

type Answer = { ok: true } | { ok: false; reason: "not_allowed" | "not_found" | "last_administrator" };

/** At once: the sessions are gone with the same commit, and open links of the account stop working. */
export async function disablePerson(ctx: Context, input: { personId: string }): Promise<Answer> {
  const { personId } = input;
  if (!can(ctx.actor, "disable", { personId })) return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    if (await isLastAdministrator(trx, personId)) return { ok: false, reason: "last_administrator" };
    const at = ctx.now.toISOString();
    const disabled = await trx
      .updateTable("person")
      .set((eb) => ({ disabled_at: at, version: eb("version", "+", 1) }))
      .where("id", "=", personId)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    if (disabled.numUpdatedRows !== 1n) return { ok: false, reason: "not_found" };
    await trx.deleteFrom("session").where("person_id", "=", personId).execute();
    await trx
      .updateTable("one_time_token")
      .set({ used_at: at })
      .where("person_id", "=", personId)
      .where("used_at", "is", null)
      .execute();
    await recordEvent(trx, ctx, { type: "person.disabled", subject: { kind: "person", id: personId } });
    return { ok: true };
  });
}

/** Lets the person sign in again, with the roles and companies they had. */
export async function enablePerson(ctx: Context, input: { personId: string }): Promise<Answer> {
  const { personId } = input;
  if (!can(ctx.actor, "enable", { personId })) return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const enabled = await trx
      .updateTable("person")
      .set((eb) => ({ disabled_at: null, version: eb("version", "+", 1) }))
      .where("id", "=", personId)
      .where("disabled_at", "is not", null)
      .executeTakeFirst();
    if (enabled.numUpdatedRows !== 1n) return { ok: false, reason: "not_found" };
    await recordEvent(trx, ctx, { type: "person.enabled", subject: { kind: "person", id: personId } });
    return { ok: true };
  });
}
