import { type StaffRole, staffRoles } from "#app/domain/accounts/actor.ts";
import { can } from "#app/domain/accounts/policy.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { isLastAdministrator } from "./last-administrator.ts";
import { rolesOf } from "./roles-of.ts";

type Answer =
  | { ok: true; granted: StaffRole[]; removed: StaffRole[] }
  | { ok: false; reason: "not_allowed" | "not_found" | "last_administrator" | "not_staff" };

/**
 * Sets the roles of somebody who already works for the fund. Who may do something else than before signs in
 * again, so the person's sessions end (the administrator's own goes on).
 */
export async function changeRoles(
  ctx: Context,
  input: { personId: string; roles: readonly StaffRole[] },
): Promise<Answer> {
  const { personId } = input;
  const { actor } = ctx;
  if (actor.kind !== "person" || !can(actor, "change_roles", { personId }))
    return { ok: false, reason: "not_allowed" };
  return ctx.db.write(async (trx): Promise<Answer> => {
    const wasLast = await isLastAdministrator(trx, personId);
    const person = await trx
      .selectFrom("person")
      .select("id")
      .where("id", "=", personId)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!person) return { ok: false, reason: "not_found" };
    const held = await rolesOf(trx, personId);
    if (held.length === 0) return { ok: false, reason: "not_staff" };
    const granted = staffRoles.filter((role) => input.roles.includes(role) && !held.includes(role));
    const removed = staffRoles.filter((role) => !input.roles.includes(role) && held.includes(role));
    if (removed.includes("administrator") && wasLast) return { ok: false, reason: "last_administrator" };
    if (granted.length + removed.length === 0) return { ok: true, granted, removed };
    if (removed.length > 0)
      await trx
        .deleteFrom("staff_role")
        .where("person_id", "=", personId)
        .where("role", "in", removed)
        .execute();
    if (granted.length > 0)
      await trx
        .insertInto("staff_role")
        .values(
          granted.map((role) => ({
            person_id: personId,
            role,
            granted_by: actor.personId,
            granted_at: ctx.now.toISOString(),
          })),
        )
        .execute();
    await trx
      .deleteFrom("session")
      .where("person_id", "=", personId)
      .where("id", "!=", actor.sessionId)
      .execute();
    const subject = { kind: "person", id: personId };
    if (granted.length > 0)
      await recordEvent(trx, ctx, { type: "person.role_granted", subject, data: { roles: granted } });
    if (removed.length > 0)
      await recordEvent(trx, ctx, { type: "person.role_removed", subject, data: { roles: removed } });
    return { ok: true, granted, removed };
  });
}
