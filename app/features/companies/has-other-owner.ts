import type { Write } from "#app/platform/database/database.ts";

/** Whether the company keeps an owner who can sign in without this person. The company row must be locked. */
export async function hasOtherOwner(trx: Write, companyId: string, personId: string): Promise<boolean> {
  const other = await trx
    .selectFrom("company_member as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select("p.id")
    .where("m.company_id", "=", companyId)
    .where("m.role", "=", "owner")
    .where("m.person_id", "!=", personId)
    .where("p.disabled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
