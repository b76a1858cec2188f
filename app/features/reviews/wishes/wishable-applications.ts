import { type Actor, hasRole } from "#app/domain/accounts/actor.ts";
import type { Read } from "#app/platform/database/database.ts";

/**
 * The row scope of wishes: applications in review whose call asks for them, searched for conflicts together with this
 * reviewer, and with none between the two but what the office dismissed. Of all others a reviewer learns nothing.
 */
export function wishableApplications(db: Read, actor: Actor) {
  const personId = actor.kind === "person" && hasRole(actor, "reviewer") ? actor.personId : "";
  return db
    .selectFrom("application as a")
    .innerJoin("assignment_setting as s", (join) =>
      join.onRef("s.call_id", "=", "a.call_id").on("s.wishes_open", "=", 1),
    )
    .innerJoin("reviewer_profile as r", (join) => join.on("r.person_id", "=", personId))
    .innerJoin("conflict_check as own", (join) =>
      join.onRef("own.subject_id", "=", "r.person_id").on("own.subject_kind", "=", "reviewer"),
    )
    .innerJoin("conflict_check as k", (join) =>
      join
        .onRef("k.subject_id", "=", "a.id")
        .on("k.subject_kind", "=", "application")
        .onRef("k.mark", "=", "a.current_submission_id"),
    )
    .where("a.state", "=", "expert_review")
    .where("a.is_test", "=", 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict as c")
            .select("c.id")
            .whereRef("c.application_id", "=", "a.id")
            .where("c.person_id", "=", personId)
            .where((row) => row.or([row("c.source", "=", "declared"), row("c.state", "!=", "dismissed")])),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("assignment as g")
            .select("g.id")
            .whereRef("g.application_id", "=", "a.id")
            .where("g.reviewer_id", "=", personId),
        ),
      ),
    );
}
