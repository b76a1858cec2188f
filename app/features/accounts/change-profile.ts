import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

type Answer = { ok: true } | { ok: false; reason: "not_allowed" };

/** One's own name and the language of pages and mails. */
export async function changeProfile(
  ctx: Context,
  input: { name: string; locale: "zh" | "en" },
): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId }))
    return { ok: false, reason: "not_allowed" };
  const { personId } = actor;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const changed = await trx
      .updateTable("person")
      .set((eb) => ({ name: input.name, locale: input.locale, version: eb("version", "+", 1) }))
      .where("id", "=", personId)
      .where((eb) => eb.or([eb("name", "!=", input.name), eb("locale", "!=", input.locale)]))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 1n)
      await recordEvent(trx, ctx, {
        type: "person.profile_changed",
        subject: { kind: "person", id: personId },
        data: { locale: input.locale },
      });
    return { ok: true };
  });
}
