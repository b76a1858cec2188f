import { sql } from "kysely";
import { companyRole } from "#app/domain/accounts/actor.ts";
import { type Present, presentSince } from "#app/domain/applications/presence.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Write } from "#app/platform/database/database.ts";

/** Who of the company has which section open. For its members alone; to anybody else nobody is there. */
export async function listPresent(ctx: Context, applicationId: string): Promise<Present[]> {
  const rows = await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("section_presence as p", "p.application_id", "application.id")
    .select(["application.company_id", "p.person_id", "p.section_key", "p.since"])
    .where("application.id", "=", applicationId)
    .where("p.seen_at", ">", presentSince(ctx.now))
    .orderBy("p.since")
    .orderBy("p.person_id")
    .execute();
  return rows
    .filter((row) => companyRole(ctx.actor, row.company_id) !== undefined)
    .map((row) => ({ personId: row.person_id, sectionKey: row.section_key, since: row.since }));
}

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
