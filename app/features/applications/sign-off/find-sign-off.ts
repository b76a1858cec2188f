import type { SignOffRequest } from "#app/domain/applications/sign-off.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

/** The open request, or the last one where an owner declined; the company's own, so staff find nothing. */
export async function findSignOff(ctx: Context, applicationId: string): Promise<SignOffRequest | undefined> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.memberships.length === 0) return undefined;
  const last = await visibleWithTests(ctx.db.read, actor)
    .innerJoin("sign_off_request as s", "s.application_id", "application.id")
    .innerJoin("person as p", "p.id", "s.asked_by")
    .leftJoin("person as o", "o.id", "s.answered_by")
    .select(["s.id", "s.asked_by", "p.name as asker", "s.asked_at", "s.note", "s.state"])
    .select(["o.name as answerer", "s.answered_at", "s.reason"])
    .where("application.id", "=", applicationId)
    .where(
      "application.company_id",
      "in",
      actor.memberships.map(({ companyId }) => companyId),
    )
    .orderBy("s.asked_at", "desc")
    .orderBy("s.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last || (last.state !== "open" && last.state !== "declined")) return undefined;
  return {
    ...{ id: last.id, askedById: last.asked_by, askedBy: last.asker, askedAt: last.asked_at },
    ...{ note: last.note, state: last.state, reason: last.reason },
    ...{ declinedBy: last.answerer ?? "", declinedAt: last.answered_at },
  };
}
