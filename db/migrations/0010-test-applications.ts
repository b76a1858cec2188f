import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";
import { addToTally, changed, mirrorState, removeFromTally, tallied } from "./tallies.ts";

/** Applications that try out a form before its call opens; no tally counts them. */
export async function up(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const int = dialect === "postgres" ? "bigint" : "integer";
  const statements = [
    `alter table "application" add column "is_test" ${int} not null default 0`,
    `alter table "company" add column "is_test" ${int} not null default 0`,
    `create index "application_test" on "application" ("call_id") where "is_test" = 1`,
    ...(dialect === "sqlite" ? sqliteTriggers() : postgresFunction()),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const sqliteTriggers = () => [
  ...["insert", "delete", "update"].map((change) => `drop trigger application_tally_${change}`),
  `create trigger application_tally_insert after insert on application when new.is_test = 0
   begin ${addToTally} end`,
  `create trigger application_tally_delete after delete on application when old.is_test = 0
   begin ${removeFromTally} end`,
  `create trigger application_tally_update after update of ${tallied} on application
   when new.is_test = 0 and (${changed("is not")})
   begin ${removeFromTally} ${addToTally} ${mirrorState} end`,
];

const postgresFunction = () => [
  `create or replace function application_tally_keep() returns trigger language plpgsql as $$ begin
   if coalesce(new.is_test, old.is_test) = 1 then return null; end if;
   if tg_op = 'UPDATE' then if not (${changed("is distinct from")}) then return null; end if; end if;
   if tg_op <> 'INSERT' then ${removeFromTally} end if;
   if tg_op <> 'DELETE' then ${addToTally} end if;
   if tg_op = 'UPDATE' then ${mirrorState} end if;
   return null; end $$`,
];
