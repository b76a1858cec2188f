import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import { type AnswerOperation, isBlank, type RawAnswers, rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { DraftOperation } from "./draft-operation.ts";
import { type RenderedBase, rowBaseVersion } from "./rendered-base.ts";

interface Posted {
  definition: FormDefinition;
  base: RenderedBase;
  /** As the page showed them. */
  before: RawAnswers;
  /** As the form came back. */
  after: RawAnswers;
  /** Row that the pressed button takes away: its own changes go with it. */
  removing?: { table: string; rowId: string } | undefined;
  newOpId: () => string;
}

/** A whole form as operations: only fields that differ from what the page showed, each with the version it showed. */
export function postedOperations({
  definition,
  base,
  before,
  after,
  removing,
  newOpId,
}: Posted): DraftOperation[] {
  const { questionByKey } = compileForm(definition);
  return differenceOfAnswers(before, withoutLineFeeds(after)).flatMap((operation): DraftOperation[] => {
    if (operation.kind !== "set" && questionByKey.get(operation.table)?.fixedRows) return [];
    if (operation.kind === "add_row" && isNewAndBlank(operation, after)) return [];
    if (
      removing &&
      operation.kind === "set" &&
      operation.path.startsWith(`${removing.table}/${removing.rowId}/`)
    )
      return [];
    return [{ ...operation, opId: newOpId(), baseVersion: baseVersionOf(operation, base) }];
  });
}

/** Browsers send line ends as CR LF whatever was typed. */
function withoutLineFeeds(answers: RawAnswers): RawAnswers {
  const plain = (value: string | string[]) =>
    typeof value === "string"
      ? value.replaceAll("\r\n", "\n")
      : value.map((item) => item.replaceAll("\r\n", "\n"));
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      if (typeof value === "string") return [key, plain(value)];
      const rows = rowsOf(answers, key);
      if (rows.length === 0) return [key, value];
      return [
        key,
        rows.map((row) => ({
          id: row.id,
          cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, plain(cell)])),
        })),
      ];
    }),
  );
}

/** A page offers one empty row where there is none; left empty, it is no row. */
const isNewAndBlank = (
  operation: Extract<AnswerOperation, { kind: "add_row" }>,
  after: RawAnswers,
): boolean =>
  rowsOf(after, operation.table)
    .filter((row) => row.id === operation.rowId)
    .every((row) => Object.values(row.cells).every(isBlank));

function baseVersionOf(operation: AnswerOperation, base: RenderedBase): number {
  if (operation.kind === "set") return base.fields[operation.path] ?? 0;
  return operation.kind === "remove_row" ? rowBaseVersion(base, operation.table, operation.rowId) : 0;
}
