import { isRows, parseAnswerPath, type RawAnswers, type RawValue, rowsOf } from "./raw-answers.ts";

/** What the person had in the boxes of the conflicting fields. */
export function typedAt(paths: readonly string[], typed: RawAnswers): Map<string, RawValue> {
  return new Map(
    paths.flatMap((path) => {
      const place = parseAnswerPath(path);
      if (!place) return [];
      const value =
        place.rowId === undefined
          ? typed[place.key]
          : rowsOf(typed, place.key).find(({ id }) => id === place.rowId)?.cells[place.column];
      return value === undefined || isRows(value) ? [] : [[path, value] as const];
    }),
  );
}
