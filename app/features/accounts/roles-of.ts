import type { StaffRole } from "#app/domain/accounts/actor.ts";
import type { Read } from "#app/platform/database/database.ts";

/** The roles a person holds now, whatever their session was told. */
export async function rolesOf(db: Read, personId: string): Promise<StaffRole[]> {
  const rows = await db
    .selectFrom("staff_role")
    .select("role")
    .where("person_id", "=", personId)
    .orderBy("role")
    .execute();
  return rows.map((row) => row.role);
}
