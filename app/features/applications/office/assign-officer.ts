import { type MoveRefusal, moveRefusal } from "#app/domain/applications/office-moves.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { changeApplication, idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";

export interface AssignOfficer {
  applicationId: string;
  version: number;
  officerId: string;
}

export type AssignOfficerRefusal = MoveRefusal | "not_found" | "not_allowed" | "stale" | "not_an_officer";

/** Deals an application to an officer, or claims it when that officer is the actor. */
export function assignOfficer(
  ctx: Context,
  input: AssignOfficer,
): Promise<{ ok: true } | { ok: false; reason: AssignOfficerRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayOffice(ctx.actor, "deal_out")) return refuse("not_allowed");
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    if (application.version !== input.version) return refuse("stale");
    const refusal = moveRefusal(application, "assign_officer", input.officerId);
    if (refusal) return refuse(refusal);
    if (!(await isOfficer(trx, input.officerId))) return refuse("not_an_officer");
    if (!(await changeApplication(trx, ctx, application, { officerId: input.officerId })))
      return refuse("stale");
    await recordEvent(trx, ctx, {
      type: "application.officer_assigned",
      subject: { kind: "application", id: application.id },
      ...idsOf(application),
      data: { officerId: input.officerId, previousOfficerId: application.officerId },
    });
    return { ok: true };
  });
}

async function isOfficer(trx: Write, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("person")
    .innerJoin("staff_role", "staff_role.person_id", "person.id")
    .select("person.id")
    .where("person.id", "=", personId)
    .where("person.disabled_at", "is", null)
    .where("staff_role.role", "in", ["officer", "administrator"])
    .executeTakeFirst();
  return row !== undefined;
}

const refuse = (reason: AssignOfficerRefusal) => ({ ok: false, reason }) as const;
