import { differenceOfAnswers } from "./difference-of-answers.ts";
import {
  type AnswerOperation,
  applyAnswerOperation,
  isBlank,
  isRows,
  parseAnswerPath,
  type RawAnswers,
  type RawRow,
  type RawValue,
  rowsOf,
  sameRawValue,
} from "./raw-answers.ts";

export type Choice = "mine" | "theirs" | "";

interface AnswerEdit {
  /** What is stored now. */
  standing: RawAnswers;
  /** What the page showed. */
  base: RawAnswers;
  /** What came back. */
  typed: RawAnswers;
  /** By path, what was decided about an earlier conflict; empty while it is open. */
  choices?: ReadonlyMap<string, Choice>;
  /** The table to which another row is being added: its empty rows stay. */
  growing?: string | undefined;
}

export interface AnswerConflict {
  path: string;
  /** Null when the row it was in is gone. */
  theirs: RawValue | null;
}

/**
 * Takes over what the person changed, field by field. What somebody else changed meanwhile is kept, and where both
 * changed the same field nothing is overwritten: it is a conflict.
 */
export function mergeAnswers({ standing, base, typed, choices = new Map(), growing }: AnswerEdit): {
  merged: RawAnswers;
  operations: AnswerOperation[];
  conflicts: AnswerConflict[];
} {
  const operations: AnswerOperation[] = [];
  const conflicts: AnswerConflict[] = [];
  for (const operation of differenceOfAnswers(base, withoutBlankRows(typed, growing))) {
    const decided = operation.kind === "set" ? choices.get(operation.path) : undefined;
    if (decided === "theirs") continue;
    const theirs = decided === "mine" ? undefined : conflictWith(operation, base, standing);
    if (operation.kind === "set" && (theirs !== undefined || decided === ""))
      conflicts.push({
        path: operation.path,
        theirs: theirs === undefined ? (valueAt(standing, operation.path) ?? "") : theirs,
      });
    else if (theirs === undefined) operations.push(operation);
  }
  const merged = operations.reduce(applyAnswerOperation, standing);
  return { merged, operations, conflicts };
}

/** What stands in the way of an operation: another person's value; undefined when nothing does. */
function conflictWith(
  operation: AnswerOperation,
  base: RawAnswers,
  standing: RawAnswers,
): RawValue | null | undefined {
  if (operation.kind === "set") {
    const { path, value } = operation;
    const now = valueAt(standing, path);
    if (sameRawValue(now, valueAt(base, path)) || sameRawValue(now, value)) return undefined;
    return rowIsGone(path, standing) ? null : (now ?? "");
  }
  if (operation.kind !== "remove_row") return undefined;
  const row = (raw: RawAnswers) => rowsOf(raw, operation.table).find(({ id }) => id === operation.rowId);
  const [was, is] = [row(base), row(standing)];
  return was && is && !sameRow(was, is) ? "" : undefined;
}

function valueAt(raw: RawAnswers, path: string): RawValue | undefined {
  const at = parseAnswerPath(path);
  if (!at) return undefined;
  if (at.rowId !== undefined) return rowsOf(raw, at.key).find(({ id }) => id === at.rowId)?.cells[at.column];
  const value = Object.hasOwn(raw, at.key) ? raw[at.key] : undefined;
  return isRows(value) ? undefined : value;
}

function rowIsGone(path: string, standing: RawAnswers): boolean {
  const at = parseAnswerPath(path);
  return at?.rowId !== undefined && !rowsOf(standing, at.key).some(({ id }) => id === at.rowId);
}

const sameRow = (a: RawRow, b: RawRow): boolean =>
  [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])].every((key) =>
    sameRawValue(a.cells[key], b.cells[key]),
  );

/** The empty row a page offers to type into is no row until something stands in it. */
function withoutBlankRows(answers: RawAnswers, except: string | undefined): RawAnswers {
  const kept = Object.entries(answers).map(([key, value]) => {
    if (!isRows(value) || key === except) return [key, value] as const;
    return [key, value.filter((row) => !Object.values(row.cells).every(isBlank))] as const;
  });
  return Object.fromEntries(kept);
}
