import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/**
 * Of which disciplines an application lacks reviewers, kept by triggers beside it: the office counts these on every
 * page. `total` stands for too few in all; whoever has no profile counts as technology. And what a call may give in
 * all, with why an approval goes beyond it.
 */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const text = dialect === "postgres" ? 'text collate "C"' : "text";
  const int = dialect === "postgres" ? "bigint" : "integer";
  const said = (...path: string[]) =>
    dialect === "postgres"
      ? `cast("content"::jsonb #>> '{${path.join(",")}}' as bigint)`
      : `json_extract("content", '$.${path.join(".")}')`;
  const statements = [
    ...disciplines.map(
      ([name, usual]) => `alter table "call" add column "wanted_${name}" ${int} not null default ${usual}`,
    ),
    `update "call" set ${disciplines
      .map(([name, usual]) => `"wanted_${name}" = coalesce(${said("reviewers", name)}, ${usual})`)
      .join(", ")}`,
    `alter table "call" add column "budget_fen" ${int}`,
    `update "call" set "budget_fen" = ${said("amounts", "budgetFen")}`,
    `alter table "decision" add column "over_budget_reason" ${text} not null default ''`,
    `alter table "application" add column "missing_reviewers" ${text} not null default ''`,
    recount("1 = 1"),
    `create index "application_missing_reviewers" on "application" ("call_id")
       where "state" = 'expert_review' and "missing_reviewers" <> ''`,
    ...(dialect === "sqlite" ? sqliteTriggers() : postgresTriggers()),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** With what is wanted of each where a call says nothing (domain.md §5.4). */
const disciplines = [
  ["technology", 2],
  ["industry", 1],
  ["finance", 1],
  ["investment_legal", 1],
] as const;

const standing = "('assigned', 'accepted', 'submitted')";

const shortOf = (name: string) =>
  `case when coalesce(sum(case when s.id is not null and coalesce(p.discipline, 'technology') = '${name}'
     then 1 else 0 end), 0) < c.wanted_${name} then '${name} ' else '' end`;

const recount = (which: string) => `update application set missing_reviewers = (
  select case when count(s.id) < c.wanted_reviewers then 'total ' else '' end
    || ${disciplines.map(([name]) => shortOf(name)).join(" || ")}
  from call c
  left join assignment s on s.application_id = application.id and s.state in ${standing}
  left join reviewer_profile p on p.person_id = s.reviewer_id
  where c.id = application.call_id
  group by c.id)
  where ${which};`;

const ofReviewer = recount(
  `id in (select application_id from assignment where reviewer_id = new.person_id and state in ${standing})`,
);

const wanted = ["reviewers", ...disciplines.map(([name]) => name)].map((name) => `wanted_${name}`);

const sqliteTriggers = () => [
  `create trigger application_missing after insert on application begin ${recount("id = new.id")} end`,
  `create trigger assignment_missing_insert after insert on assignment
   begin ${recount("id = new.application_id")} end`,
  `create trigger assignment_missing_delete after delete on assignment
   begin ${recount("id = old.application_id")} end`,
  `create trigger assignment_missing_update after update of state on assignment when old.state is not new.state
   begin ${recount("id = new.application_id")} end`,
  `create trigger reviewer_missing_insert after insert on reviewer_profile begin ${ofReviewer} end`,
  `create trigger reviewer_missing_update after update of discipline on reviewer_profile
   when old.discipline is not new.discipline begin ${ofReviewer} end`,
  `create trigger call_missing after update of ${wanted.join(", ")} on call
   when ${wanted.map((name) => `old.${name} is not new.${name}`).join(" or ")}
   begin ${recount("call_id = new.id")} end`,
];

const postgresTriggers = () => [
  ...postgresTrigger("application_missing", "insert on application", recount("id = new.id")),
  ...postgresTrigger(
    "assignment_missing",
    "insert or update or delete on assignment",
    `if tg_op = 'UPDATE' then if old.state = new.state then return null; end if; end if;
     ${recount("id = coalesce(new.application_id, old.application_id)")}`,
  ),
  ...postgresTrigger(
    "reviewer_missing",
    "insert or update on reviewer_profile",
    `if tg_op = 'UPDATE' then if old.discipline = new.discipline then return null; end if; end if; ${ofReviewer}`,
  ),
  ...postgresTrigger(
    "call_missing",
    "update on call",
    `if ${wanted.map((name) => `old.${name} = new.${name}`).join(" and ")} then return null; end if;
     ${recount("call_id = new.id")}`,
  ),
];

const postgresTrigger = (name: string, when: string, body: string) => [
  `create function ${name}_keep() returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
  `create trigger ${name} after ${when} for each row execute function ${name}_keep()`,
];
