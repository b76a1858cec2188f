import { type Expression, expressionBuilder, type Kysely, sql, type SqlBool } from "kysely";
import type { Schema } from "#db/schema.ts";
import { type Actor, hasRole, isStaff } from "#app/domain/accounts/actor.ts";

/**
 * The row scope: every query of applications starts here and sees only what `actor` may know exists.
 * Companies see their own; the fund's staff see what was submitted; a reviewer sees assignments that stand.
 * Test applications are in none of it.
 * A person with a confirmed conflict sees nothing of that application, whatever the role.
 */
export const visibleApplications = (db: Kysely<Schema>, actor: Actor) =>
  visibleWithTests(db, actor).where("application.is_test", "=", 0);

/** Asked for by what serves one application by its id: tests as well, for those who make them. */
export const visibleWithTests = (db: Kysely<Schema>, actor: Actor) =>
  db.selectFrom("application").where(rowScope(db, actor));

const scopes = new WeakMap<Actor, { db: Kysely<Schema>; scope: Expression<SqlBool> }>();

/** The same as a condition, for a query of `application` that is kept (platform/database/kept-query). */
export function rowScope(db: Kysely<Schema>, actor: Actor): Expression<SqlBool> {
  const known = scopes.get(actor);
  if (known?.db === db) return known.scope;
  const scope = scopeOf(db, actor);
  scopes.set(actor, { db, scope });
  return scope;
}

function scopeOf(db: Kysely<Schema>, actor: Actor): Expression<SqlBool> {
  if (actor.kind === "system") return sql<SqlBool>`1 = 1`;
  const eb = expressionBuilder<Schema, "application">();
  if (actor.kind === "anonymous") return eb("application.id", "=", "");
  const companies = actor.memberships.map((membership) => membership.companyId);
  return eb.or([
    ...(companies.length > 0 ? [eb("application.company_id", "in", companies)] : []),
    ...(isStaff(actor)
      ? [
          eb.and([
            eb("application.state", "!=", "draft"),
            eb("application.is_test", "=", 0),
            eb.not(eb.exists(confirmedConflict(db, actor.personId))),
          ]),
        ]
      : []),
    ...(hasRole(actor, "reviewer")
      ? [
          eb.and([
            eb.exists(standingAssignment(db, actor.personId)),
            eb.not(eb.exists(confirmedConflict(db, actor.personId))),
          ]),
        ]
      : []),
    eb("application.id", "=", ""),
  ]);
}

const confirmedConflict = (db: Kysely<Schema>, personId: string) =>
  db
    .selectFrom("conflict")
    .select("conflict.id")
    .where("conflict.application_id", "=", sql.ref<string>("application.id"))
    .where("conflict.person_id", "=", personId)
    .where("conflict.state", "=", "confirmed");

const standingAssignment = (db: Kysely<Schema>, personId: string) =>
  db
    .selectFrom("assignment")
    .select("assignment.id")
    .where("assignment.application_id", "=", sql.ref<string>("application.id"))
    .where("assignment.reviewer_id", "=", personId)
    .where("assignment.state", "in", ["assigned", "accepted", "submitted"]);
