import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migration.ts";

/**
 * Counts the office looks at on every page, kept by triggers in the transaction of the change itself:
 * reading them costs the same with three hundred applications and with thirty thousand.
 */
export async function tallies(db: Kysely<never>, dialect: Dialect): Promise<void> {
  const statements =
    dialect === "sqlite"
      ? [...sqliteApplicationTally(), ...sqliteAssignmentTally()]
      : [...postgresApplicationTally(), ...postgresAssignmentTally()];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const standing = "('assigned', 'accepted', 'submitted')";
/** Work in the reviewer's hands; a submitted review no longer weighs on them. */
const open = "('assigned', 'accepted')";

// A draft counts by its call alone: its answers change too often, and are the company's business.
const city = (row: string) => `case when ${row}.state = 'draft' then '' else ${row}.city_code end`;
const officer = (row: string) => `coalesce(${row}.officer_id, '')`;
const amount = (row: string) =>
  `case when ${row}.state = 'draft' then 0 else coalesce(${row}.amount_requested_fen, 0) end`;

export const removeFromTally = `update application_tally set n = n - 1, amount_fen = amount_fen - (${amount("old")})
  where call_id = old.call_id and state = old.state and city_code = ${city("old")} and officer_id = ${officer("old")};`;

export const addToTally = `insert into application_tally (call_id, state, city_code, officer_id, n, amount_fen)
  values (new.call_id, new.state, ${city("new")}, ${officer("new")}, 1, ${amount("new")})
  on conflict (call_id, state, city_code, officer_id)
  do update set n = application_tally.n + 1, amount_fen = application_tally.amount_fen + excluded.amount_fen;`;

export const mirrorState = `update score_summary set state = new.state where application_id = new.id;`;

export const changed = (distinct: string) =>
  [
    `old.state ${distinct} new.state`,
    `old.call_id ${distinct} new.call_id`,
    `${city("old")} ${distinct} ${city("new")}`,
    `${officer("old")} ${distinct} ${officer("new")}`,
    `${amount("old")} ${distinct} ${amount("new")}`,
  ].join(" or ");

export const tallied = "state, call_id, city_code, officer_id, amount_requested_fen";

const sqliteApplicationTally = () => [
  `create trigger application_tally_insert after insert on application begin ${addToTally} end`,
  `create trigger application_tally_delete after delete on application begin ${removeFromTally} end`,
  `create trigger application_tally_update after update of ${tallied} on application when ${changed("is not")}
   begin ${removeFromTally} ${addToTally} ${mirrorState} end`,
];

// No column is named in a PostgreSQL trigger itself: the migrator could not set its collation afterwards.
const postgresApplicationTally = () => [
  `create function application_tally_keep() returns trigger language plpgsql as $$ begin
   if tg_op = 'UPDATE' then if not (${changed("is distinct from")}) then return null; end if; end if;
   if tg_op <> 'INSERT' then ${removeFromTally} end if;
   if tg_op <> 'DELETE' then ${addToTally} end if;
   if tg_op = 'UPDATE' then ${mirrorState} end if;
   return null; end $$`,
  `create trigger application_tally after insert or update or delete on application
   for each row execute function application_tally_keep()`,
];

const flag = (condition: string) => `case when ${condition} then 1 else 0 end`;

const keepReviewers = (row: string, sign: "+" | "-") =>
  `update application set
     reviewers = reviewers ${sign} ${flag(`${row}.state in ${standing}`)},
     reviews = reviews ${sign} ${flag(`${row}.state = 'submitted'`)}
   where id = ${row}.application_id and ${row}.state in ${standing};
   update reviewer_profile set load = load ${sign} 1
   where person_id = ${row}.reviewer_id and ${row}.state in ${open};`;

const sqliteAssignmentTally = () => [
  `create trigger assignment_tally_insert after insert on assignment begin ${keepReviewers("new", "+")} end`,
  `create trigger assignment_tally_delete after delete on assignment begin ${keepReviewers("old", "-")} end`,
  `create trigger assignment_tally_update after update of state on assignment when old.state is not new.state
   begin ${keepReviewers("old", "-")} ${keepReviewers("new", "+")} end`,
];

const postgresAssignmentTally = () => [
  `create function assignment_tally_keep() returns trigger language plpgsql as $$ begin
   if tg_op = 'UPDATE' then if old.state = new.state then return null; end if; end if;
   if tg_op <> 'INSERT' then ${keepReviewers("old", "-")} end if;
   if tg_op <> 'DELETE' then ${keepReviewers("new", "+")} end if;
   return null; end $$`,
  `create trigger assignment_tally after insert or update or delete on assignment
   for each row execute function assignment_tally_keep()`,
];
