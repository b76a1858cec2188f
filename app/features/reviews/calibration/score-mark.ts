import { sql } from "kysely";

/** How the summaries of a call stand: changes that were counted, and how many of them are in the running. */
export const scoreMark = sql<string | null>`cast(sum(changes) as text) || '.' ||
  cast(count(case when state <> 'withdrawn' then 1 end) as text)`;
