import {
  answerPath,
  isRows,
  rowsOf,
  sameRawValue,
  type AnswerOperation,
  type RawAnswers,
} from "./raw-answers.ts";

/** Field-level operations that turn `before` into `after`; keys absent from `after` are left alone. */
export function differenceOfAnswers(before: RawAnswers, after: RawAnswers): AnswerOperation[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const standing = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isRows(value) && (value.length > 0 || (isRows(standing) && standing.length > 0))) {
      return tableDifference(key, before, after);
    }
    if (isRows(value) || (isRows(standing) && standing.length > 0)) return [];
    return sameRawValue(standing as never, value) ? [] : [{ kind: "set", path: key, value }];
  });
}

function tableDifference(table: string, before: RawAnswers, after: RawAnswers): AnswerOperation[] {
  const standing = rowsOf(before, table);
  const wanted = rowsOf(after, table);
  const known = new Map(standing.map((row) => [row.id, row]));
  const kept = new Set(wanted.map((row) => row.id));
  const operations: AnswerOperation[] = standing
    .filter((row) => !kept.has(row.id))
    .map((row) => ({ kind: "remove_row", table, rowId: row.id }));
  wanted.forEach((row, index) => {
    if (!known.has(row.id)) {
      operations.push({ kind: "add_row", table, rowId: row.id, after: wanted[index - 1]?.id ?? null });
    }
    for (const [column, value] of Object.entries(row.cells)) {
      if (sameRawValue(known.get(row.id)?.cells[column], value)) continue;
      operations.push({ kind: "set", path: answerPath(table, row.id, column), value });
    }
  });
  const sameOrder = standing.filter((row) => kept.has(row.id)).map((row) => row.id);
  const wantedOrder = wanted.filter((row) => known.has(row.id)).map((row) => row.id);
  if (sameOrder.join("/") !== wantedOrder.join("/")) {
    operations.push({ kind: "order_rows", table, rowIds: wanted.map((row) => row.id) });
  }
  return operations;
}
