import { can } from "#app/domain/accounts/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

type Answer = { ok: true; ended: number } | { ok: false; reason: "not_allowed" | "not_found" };

/** Signs one device out, or every device but this one. The next request of an ended session finds nothing. */
export async function revokeSessions(
  ctx: Context,
  input: { sessionId: string } | "all_others",
): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_own", { personId: actor.personId }))
    return { ok: false, reason: "not_allowed" };
  const { personId, sessionId: present } = actor;
  return ctx.db.write(async (trx): Promise<Answer> => {
    const own = trx.deleteFrom("session").where("person_id", "=", personId);
    const chosen =
      input === "all_others" ? own.where("id", "!=", present) : own.where("id", "=", input.sessionId);
    const ended = await chosen.returning("id").execute();
    if (input !== "all_others" && ended.length === 0) return { ok: false, reason: "not_found" };
    if (ended.length > 0)
      await recordEvent(trx, ctx, {
        type: "person.session_revoked",
        subject: { kind: "person", id: personId },
        data: { sessions: ended.map((row) => row.id) },
      });
    return { ok: true, ended: ended.length };
  });
}
