import { compileForm } from "../forms/compile-form.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { differenceOfAnswers } from "../forms/difference-of-answers.ts";
import { parseAnswerPath, type RawAnswers, type RawValue, rowsOf } from "../forms/raw-answers.ts";
import { type FlaggedPlace, isWithinFlag } from "./correction.ts";

interface Version {
  raw: RawAnswers;
  files: Readonly<Record<string, readonly { id: string; name: string; sha256: string }[]>>;
}

/** One change under a flag, old beside new. */
export type FlagDifference = ValueDifference | RowDifference;

export type ValueDifference =
  | { kind: "answer"; path: string; before: RawValue | undefined; after: RawValue | undefined }
  | { kind: "file"; question: string; before: NamedFile | undefined; after: NamedFile | undefined };

export interface RowDifference {
  kind: "row_added" | "row_removed";
  table: string;
  rowId: string;
}

export interface NamedFile {
  id: string;
  name: string;
}

/** What the company changed where the office flagged something, between two submissions. */
export function flagDifferences(
  definition: FormDefinition,
  before: Version,
  after: Version,
  flag: FlaggedPlace,
): FlagDifference[] {
  const form = compileForm(definition);
  const within = (path: string): boolean => {
    const section = form.questionByKey.get(path.split("/")[0] ?? "")?.section.section;
    return section !== undefined && section.kind !== "signing" && isWithinFlag(flag, section.key, path);
  };
  const answers = differenceOfAnswers(before.raw, after.raw).flatMap((operation): FlagDifference[] => {
    if (operation.kind === "order_rows") return [];
    if (operation.kind === "set") {
      const { path, value } = operation;
      return within(path) ? [{ kind: "answer", path, before: valueAt(before.raw, path), after: value }] : [];
    }
    const { table, rowId } = operation;
    const kind = operation.kind === "add_row" ? "row_added" : "row_removed";
    return within(`${table}/${rowId}`) ? [{ kind, table, rowId }] : [];
  });
  const questions = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])];
  return [
    ...answers,
    ...questions
      .filter(within)
      .flatMap((key) => fileDifferences(key, before.files[key] ?? [], after.files[key] ?? [], flag.fileId)),
  ];
}

type File = Version["files"][string][number];

/** Files that went beside those that came, in their order. */
function fileDifferences(
  question: string,
  before: readonly File[],
  after: readonly File[],
  fileId: string | undefined,
): FlagDifference[] {
  const gone = before.filter((file) => !after.some(({ id }) => id === file.id));
  const come = after.filter((file) => !before.some(({ id }) => id === file.id));
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    before: gone[index],
    after: come[index],
  }));
  const meant = fileId ? pairs.filter((pair) => pair.before?.id === fileId) : pairs;
  return meant.map((pair) => ({
    kind: "file",
    question,
    before: pair.before && { id: pair.before.id, name: pair.before.name },
    after: pair.after && { id: pair.after.id, name: pair.after.name },
  }));
}

function valueAt(raw: RawAnswers, path: string): RawValue | undefined {
  const at = parseAnswerPath(path);
  if (!at) return undefined;
  if (at.rowId === undefined) return raw[at.key] as RawValue | undefined;
  return rowsOf(raw, at.key).find(({ id }) => id === at.rowId)?.cells[at.column];
}
