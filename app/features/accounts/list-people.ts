import { sql } from "kysely";
import type { StaffRole } from "#app/domain/accounts/actor.ts";
import type { PeopleKind } from "#app/domain/accounts/people-kinds.ts";
import { can } from "#app/domain/accounts/policy.ts";
import { containsText } from "#app/platform/database/sql.ts";
import type { Context } from "#app/features/context.ts";

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  roles: StaffRole[];
  companies: number;
  hasSecondFactor: boolean;
  disabledAt: string | null;
  seenAt: string | null;
}

interface Question {
  kind: PeopleKind;
  /** Part of a name or an address. */
  search?: string;
  /** The last id of the page before. */
  after?: string;
}

const pageSize = 50;

/** Accounts of one kind, by id; one statement whatever their number. */
export async function listPeople(
  ctx: Context,
  { kind, search = "", after = "" }: Question,
): Promise<{ rows: PersonRow[]; next: string | undefined }> {
  if (!can(ctx.actor, "list", { personId: null })) return { rows: [], next: undefined };
  const db = ctx.db.read;
  const hasRole = sql<boolean>`exists (select 1 from staff_role r where r.person_id = person.id and r.role <> 'reviewer')`;
  const reviews = sql<boolean>`exists (select 1 from staff_role r where r.person_id = person.id and r.role = 'reviewer')`;
  const of = {
    staff: sql<boolean>`${hasRole} and disabled_at is null`,
    reviewers: sql<boolean>`${reviews} and disabled_at is null`,
    companies: sql<boolean>`not ${hasRole} and not ${reviews} and disabled_at is null`,
    disabled: sql<boolean>`disabled_at is not null`,
  } satisfies Record<PeopleKind, unknown>;
  const rows = await db
    .selectFrom("person")
    .select([
      "id",
      "name",
      "email",
      "disabled_at",
      "totp_confirmed_at",
      sql<string | null>`(select string_agg(role, ',') from staff_role where person_id = person.id)`.as(
        "roles",
      ),
      sql<number>`(select count(*) from company_member where person_id = person.id)`.as("companies"),
      sql<string | null>`(select max(last_seen_at) from session where person_id = person.id)`.as("seenAt"),
    ])
    .where(of[kind])
    .where("id", ">", after)
    .$if(search !== "", (query) =>
      query.where((eb) =>
        eb.or([containsText(db, "person.name", search), containsText(db, "person.email", search)]),
      ),
    )
    .orderBy("id")
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize).map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: (row.roles ? row.roles.split(",") : []) as StaffRole[],
    companies: Number(row.companies),
    hasSecondFactor: row.totp_confirmed_at !== null,
    disabledAt: row.disabled_at,
    seenAt: row.seenAt,
  }));
  return { rows: page, next: rows.length > pageSize ? page.at(-1)?.id : undefined };
}
