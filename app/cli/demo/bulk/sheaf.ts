import type { Insertable } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Write } from "#app/platform/database/database.ts";

/** Tables of a bulk fill, each after those it refers to. */
const order = [
  "person",
  "staff_role",
  "reviewer_profile",
  "company",
  "company_member",
  "application",
  "draft_section",
  "file",
  "submission",
  "submission_file",
  "formal_check",
  "correction_item",
  "assignment",
  "conflict",
  "review",
  "decision",
] as const satisfies readonly (keyof Schema)[];

type Table = (typeof order)[number];
type Rows = { [T in Table]: Insertable<Schema[T]>[] };

/** Few enough for the parameters of one statement, always the same number so that the statement is prepared once. */
const rowsAtOnce = 100;

/** Rows gathered in any order and written in the order the foreign keys want. */
export function newSheaf() {
  const rows = Object.fromEntries(order.map((table) => [table, []])) as unknown as Rows;
  return {
    add<T extends Table>(table: T, row: Rows[T][number]): void {
      (rows[table] as Rows[T][number][]).push(row);
    },
    async writeTo(trx: Write): Promise<void> {
      for (const table of order) await insertRows(trx, table, rows[table]);
    },
  };
}

export type Sheaf = ReturnType<typeof newSheaf>;

export async function insertRows<T extends keyof Schema>(
  trx: Write,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + rowsAtOnce) as never)
      .execute();
}
