import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Read } from "#app/platform/database/database.ts";

/** A reviewer as the registry has them; what was never given is null. */
export interface RegistryRow {
  personId: string;
  name: string;
  email: string;
  answers: string | null;
  version: number | null;
  updatedAt: string | null;
  confirmedAnswers: string | null;
  confirmedVersion: number | null;
  confirmedAt: string | null;
  discipline: Discipline | null;
  affiliation: string | null;
  affiliationUscc: string | null;
  expertise: string | null;
  maxLoad: number | null;
  load: number | null;
}

/** The row scope: the office and the auditor see every reviewer, reviewers themselves, everybody else nobody. */
export function visibleReviewers(db: Read, actor: Actor) {
  const all = db
    .selectFrom("person as p")
    .leftJoin("reviewer_registry as g", "g.person_id", "p.id")
    .leftJoin("reviewer_profile as r", "r.person_id", "p.id")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("staff_role as s")
          .select("s.person_id")
          .whereRef("s.person_id", "=", "p.id")
          .where("s.role", "=", "reviewer"),
      ),
    );
  if (mayRegistry(actor, "read_all")) return all;
  const self = actor.kind === "person" && mayRegistry(actor, "edit", actor.personId) ? actor.personId : "";
  return all.where("p.id", "=", self);
}

export const registryColumns = [
  "p.id as personId",
  "p.name",
  "p.email",
  "g.answers",
  "g.version",
  "g.updated_at as updatedAt",
  "g.confirmed_answers as confirmedAnswers",
  "g.confirmed_version as confirmedVersion",
  "g.confirmed_at as confirmedAt",
  "r.discipline",
  "r.affiliation",
  "r.affiliation_uscc as affiliationUscc",
  "r.expertise",
  "r.max_load as maxLoad",
  "r.load",
] as const;
