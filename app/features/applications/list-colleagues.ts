import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import type { Read } from "#app/platform/database/database.ts";
import { keptStatement } from "#app/platform/database/kept-statement.ts";

export interface Colleague {
  personId: string;
  name: string;
  role: CompanyRole;
}

/** The people of a company, owners first. The caller has read one of its applications already. */
export async function listColleagues(db: Read, companyId: string): Promise<Colleague[]> {
  const people = await members(db, { companyId });
  const rank: Record<CompanyRole, number> = { owner: 0, editor: 1, viewer: 2 };
  return people.sort((a, b) => rank[a.role] - rank[b.role]);
}

const members = keptStatement(["companyId"], (db, { companyId }) =>
  db
    .selectFrom("company_member as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["m.person_id as personId", "p.name", "m.role"])
    .where("m.company_id", "=", companyId)
    .orderBy("m.added_at")
    .orderBy("m.person_id"),
);
