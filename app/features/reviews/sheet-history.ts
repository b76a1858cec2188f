import type {
  AnswerChange,
  DraftOperation,
  EarlierDelivery,
  FieldVersion,
} from "#app/domain/applications/draft/draft-operation.ts";
import type { WantedHistory } from "#app/domain/applications/draft/wanted-history.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Write } from "#app/platform/database/database.ts";

/** What earlier deliveries of these operations came to. */
export async function earlierSheetDeliveries(
  trx: Write,
  reviewId: string,
  operations: readonly DraftOperation[],
): Promise<Map<string, EarlierDelivery>> {
  const ids = operations.map(({ opId }) => opId);
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("sheet_change")
    .select(["op_id", "field_version", "refused", "typed", "after"])
    .where("review_id", "=", reviewId)
    .where("op_id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.op_id,
      {
        version: row.field_version,
        ...(row.refused === 1 ? { refused: true } : {}),
        ...(row.refused === 0 && row.typed !== null && row.after !== null
          ? { merged: JSON.parse(row.after) as RawValue }
          : {}),
      },
    ]),
  );
}

/** The versions that operations were typed upon, and what their own pages wrote since. */
export async function sheetHistory(
  trx: Write,
  reviewId: string,
  wanted: readonly WantedHistory[],
): Promise<Map<string, FieldVersion[]>> {
  const history = new Map<string, FieldVersion[]>();
  if (wanted.length === 0) return history;
  const rows = await trx
    .selectFrom("sheet_change")
    .select(["op_id", "path", "field_version", "after", "typed", "refused"])
    .where("review_id", "=", reviewId)
    .where((eb) =>
      eb.or(
        wanted.map(({ path, version, page }) =>
          eb.and([
            eb("path", "=", path),
            eb("field_version", ">=", version),
            eb.or([
              eb("field_version", "=", version),
              // Ids are letters, digits and hyphens: nothing in them stands for anything else.
              ...(page === undefined ? [] : [eb("op_id", "like", `${page}.%`)]),
            ]),
          ]),
        ),
      ),
    )
    .execute();
  for (const row of rows) {
    const version = {
      opId: row.op_id,
      version: row.field_version,
      after: read(row.after),
      typed: read(row.typed),
      refused: row.refused === 1,
    };
    history.set(row.path, [...(history.get(row.path) ?? []), version]);
  }
  return history;
}

export async function keepSheetHistory(
  trx: Write,
  reviewId: string,
  at: string,
  changes: readonly AnswerChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await trx
    .insertInto("sheet_change")
    .values(
      changes.map((change) => ({
        op_id: change.opId,
        review_id: reviewId,
        path: change.path,
        before: change.before === null ? null : JSON.stringify(change.before),
        after: change.after === null ? null : JSON.stringify(change.after),
        field_version: change.version,
        typed: change.typed === undefined ? null : JSON.stringify(change.typed),
        refused: change.refused ? 1 : 0,
        at,
      })),
    )
    .execute();
}

const read = (json: string | null): RawValue | null =>
  json === null ? null : (JSON.parse(json) as RawValue);
