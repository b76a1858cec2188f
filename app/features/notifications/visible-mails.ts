import { sql } from "kysely";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import type { Read } from "#app/platform/database/database.ts";

/**
 * The row scope of the mail log: those who may read it see every mail except those about an application they may
 * not see, such as a draft or one they must keep away from.
 */
export function visibleMails(db: Read, actor: Actor) {
  const all = db
    .selectFrom("mail_delivery as m")
    .innerJoin("event as e", "e.id", "m.event_id")
    .leftJoin("person as p", "p.id", "m.recipient_id");
  if (!canWithMail(actor, "read")) return all.where("m.id", "=", "");
  return all.where((eb) =>
    eb.or([
      eb("e.application_id", "is", null),
      eb.exists(
        visibleApplications(db, actor)
          .select("application.id")
          .where("application.id", "=", sql.ref<string>("e.application_id")),
      ),
    ]),
  );
}
