import { type Actor, isStaff } from "#app/domain/accounts/actor.ts";
import type { Read } from "#app/platform/database/database.ts";

/** The row scope: every query of companies starts here. The fund's staff see all, everybody else their own.
 * The company that test applications are made for is nobody's. */
export function visibleCompanies(db: Read, actor: Actor) {
  const all = db.selectFrom("company").where("company.is_test", "=", 0);
  if (actor.kind === "system" || isStaff(actor)) return all;
  const own = actor.kind === "person" ? actor.memberships.map((membership) => membership.companyId) : [];
  return own.length > 0 ? all.where("company.id", "in", own) : all.where("company.id", "=", "");
}
