import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

/**
 * Whether nobody else could administer the portal without this person. Locks the administrators' rows first,
 * so that two administrators cannot remove each other at the same moment.
 */
export async function isLastAdministrator(trx: Write, personId: string): Promise<boolean> {
  const administrators = await trx
    .selectFrom("staff_role")
    .select("person_id")
    .where("role", "=", "administrator")
    .orderBy("person_id")
    .$call(forUpdate(trx))
    .execute();
  if (!administrators.some((row) => row.person_id === personId)) return false;
  const other = await trx
    .selectFrom("staff_role as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .select("p.id")
    .where("r.role", "=", "administrator")
    .where("p.id", "!=", personId)
    .where("p.disabled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}
