import { sql } from "kysely";
import { type Present, presentSince } from "#app/domain/applications/presence.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { keptStatement } from "#app/platform/database/kept-statement.ts";

/** Who of the company has which section open. For its members alone; to anybody else nobody is there. */
export async function listPresent(ctx: Context, applicationId: string): Promise<Present[]> {
  if (ctx.actor.kind !== "person" || !ctx.actor.fullySignedIn) return [];
  const since = presentSince(ctx.now);
  return await presentForMember(ctx.db.read, { applicationId, personId: ctx.actor.personId, since });
}

const presentForMember = keptStatement(
  ["applicationId", "personId", "since"],
  (db, { applicationId, personId, since }) =>
    db
      .selectFrom("section_presence as p")
      .innerJoin("application as a", "a.id", "p.application_id")
      .innerJoin("company_member as m", "m.company_id", "a.company_id")
      .select(["p.person_id as personId", "p.section_key as sectionKey", "p.since"])
      .where("p.application_id", "=", applicationId)
      .where("p.seen_at", ">", since)
      .where("m.person_id", "=", personId)
      .orderBy("p.since")
      .orderBy("p.person_id"),
);

/** The same as one column of a larger query of the application; `readPresent` reads it. */
export const presentColumn = (trx: Write, applicationId: string, now: Date) =>
  trx
    .selectFrom("section_presence as p")
    .select(
      sql<string | null>`string_agg(p.person_id || ' ' || p.section_key || ' ' || p.since, ',')`.as(
        "present",
      ),
    )
    .where("p.application_id", "=", applicationId)
    .where("p.seen_at", ">", presentSince(now))
    .as("present");

export const readPresent = (list: string | null): Present[] =>
  (list ?? "")
    .split(",")
    .filter(Boolean)
    .map((entry) => {
      const [personId = "", sectionKey = "", since = ""] = entry.split(" ");
      return { personId, sectionKey, since };
    });
