import { type CompiledQuestion, compileForm, isField, isTable } from "../forms/compile-form.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { type RawAnswers, type RawRow, type RawValue, rowsOf } from "../forms/raw-answers.ts";
import { isReadablePath } from "../forms/readable-question.ts";
import { meaningOf, saysTheSame } from "../forms/same-answer.ts";
import { canonicalJson } from "../shared/canonical-json.ts";
import { type FlaggedPlace, isWithinFlag, lineOf } from "./correction.ts";

interface Version {
  /** Of visible questions, as a submission keeps them. */
  raw: RawAnswers;
  files: Readonly<Record<string, readonly FileOfVersion[]>>;
}

interface FileOfVersion {
  id: string;
  name: string;
  sha256: string;
}

/** One change under a flag, old beside new. */
export type FlagDifference = ValueDifference | RowDifference;

export type ValueDifference =
  | { kind: "answer"; path: string; before: RawValue | undefined; after: RawValue | undefined }
  | { kind: "file"; question: string; before: NamedFile | undefined; after: NamedFile | undefined };

export type RowDifference =
  { kind: "row_added" | "row_removed"; table: string; rowId: string } | { kind: "rows_moved"; table: string };

export interface NamedFile {
  id: string;
  name: string;
}

/** Which file took whose place. */
export type FileLinks = readonly { id: string; replacedBy: string | null }[];

/**
 * What the company changed where the office flagged something, between two versions. Answers are compared by what
 * they say (1440 is 1,440.00), rows by their cells, files by name and bytes: what was changed and changed back, a
 * row typed again, the same file uploaded again, are no change.
 */
export function flagDifferences(
  definition: FormDefinition,
  before: Version,
  after: Version,
  flag: FlaggedPlace,
  links: FileLinks = [],
): FlagDifference[] {
  const questions = [...compileForm(definition).questionByKey.values()];
  return questions.flatMap((question): FlagDifference[] => {
    const { section } = question.section;
    if (section.kind === "signing") return [];
    const within = (path: string) => isWithinFlag(flag, section.key, path);
    const { field } = question;
    if (isTable(field))
      return tableDifferences(question, before.raw, after.raw).filter((each) => within(placeOf(each)));
    if (!within(field.key)) return [];
    if (field.type === "file")
      return fileDifferences(field.key, before.files[field.key] ?? [], after.files[field.key] ?? [], {
        ...{ links, meant: flag.fileId ?? "" },
      });
    if (!isField(field) || field.type === "computed") return [];
    const [old, fresh] = [valueOf(before.raw, field.key), valueOf(after.raw, field.key)];
    if (saysTheSame(field, old, fresh)) return [];
    return [{ kind: "answer", path: field.key, before: old, after: fresh }];
  });
}

const everything: FlaggedPlace = { sectionKey: "", questionKey: "" };

/** Keys of questions, files among them, that say something else than in the version before. */
export function changedQuestions(definition: FormDefinition, before: Version, after: Version): string[] {
  const keys = flagDifferences(definition, before, after, everything).map(
    (difference) => placeOf(difference).split("/")[0] ?? "",
  );
  return [...new Set(keys)];
}

/** By question, whatever of it somebody may see that says something else than in the version before. */
export function readableDifferences(
  definition: FormDefinition,
  before: Version,
  after: Version,
  { links, showRestricted }: { links: FileLinks; showRestricted: boolean },
): Map<string, FlagDifference[]> {
  const { questionByKey } = compileForm(definition);
  const byQuestion = new Map<string, FlagDifference[]>();
  for (const difference of flagDifferences(definition, before, after, everything, links)) {
    const path = placeOf(difference);
    const key = path.split("/")[0] ?? "";
    const question = questionByKey.get(key);
    if (!question || !isReadablePath(question, path, showRestricted)) continue;
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), difference]);
  }
  return byQuestion;
}

const valueOf = (raw: RawAnswers, key: string) => raw[key] as RawValue | undefined;

function placeOf(difference: FlagDifference): string {
  if (difference.kind === "answer") return difference.path;
  if (difference.kind === "file") return difference.question;
  return difference.kind === "rows_moved" ? difference.table : `${difference.table}/${difference.rowId}`;
}

/** Rows that went, cells that changed, rows that came, and at last their order. */
function tableDifferences(
  question: CompiledQuestion,
  before: RawAnswers,
  after: RawAnswers,
): FlagDifference[] {
  const table = question.field.key;
  const [old, fresh] = [rowsOf(before, table), rowsOf(after, table)];
  const { gone, come } = withoutSame(
    old.filter((row) => !fresh.some(({ id }) => id === row.id)),
    fresh.filter((row) => !old.some(({ id }) => id === row.id)),
    (row) => contentOf(question, row),
  );
  const kept = fresh.filter((row) => old.some(({ id }) => id === row.id));
  const cells = (was: RawRow | undefined, is: RawRow | undefined) => cellDifferences(question, was, is);
  const removed = gone.flatMap((row) => [
    { kind: "row_removed" as const, table, rowId: row.id },
    ...cells(row, undefined),
  ]);
  const changed = kept.flatMap((row) =>
    cells(
      old.find(({ id }) => id === row.id),
      row,
    ),
  );
  const added = come.flatMap((row) => [
    { kind: "row_added" as const, table, rowId: row.id },
    ...cells(undefined, row),
  ]);
  const order = (rows: readonly RawRow[]) =>
    rows.filter(({ id }) => kept.some((row) => row.id === id)).map(({ id }) => id);
  const moved = order(old).join("/") !== order(fresh).join("/");
  return [...removed, ...changed, ...added, ...(moved ? [{ kind: "rows_moved" as const, table }] : [])];
}

function cellDifferences(
  { field, columns }: CompiledQuestion,
  old: RawRow | undefined,
  fresh: RawRow | undefined,
): FlagDifference[] {
  const rowId = fresh?.id ?? old?.id ?? "";
  return columns.flatMap((column): FlagDifference[] => {
    if (column.field.type === "computed") return [];
    const { key } = column.field;
    const [before, after] = [old?.cells[key], fresh?.cells[key]];
    if (saysTheSame(column.field, before, after)) return [];
    return [{ kind: "answer", path: `${field.key}/${rowId}/${key}`, before, after }];
  });
}

const contentOf = ({ columns }: CompiledQuestion, { cells }: RawRow): string =>
  JSON.stringify(columns.map(({ field }) => meaningOf(field, cells[field.key])));

/** Files that went beside those that came: first the one that took its place, then in their order. */
function fileDifferences(
  question: string,
  before: readonly FileOfVersion[],
  after: readonly FileOfVersion[],
  { links, meant }: { links: FileLinks; meant: string },
): FlagDifference[] {
  const isNew = (files: readonly FileOfVersion[]) => (file: FileOfVersion) =>
    !files.some(({ id }) => id === file.id);
  const { gone, come } = withoutSame(before.filter(isNew(after)), after.filter(isNew(before)), (file) =>
    canonicalJson([file.name, file.sha256]),
  );
  const successors = gone.map((file) => come.find(({ id }) => lineOf(file.id, links).includes(id)));
  const others = come.filter((file) => !successors.includes(file));
  const pairs = [
    ...gone.map((file, place) => ({ before: file, after: successors[place] ?? others.shift() })),
    ...others.map((file) => ({ before: undefined, after: file })),
  ];
  return pairs
    .filter((pair) => meant === "" || pair.before?.id === meant)
    .map((pair) => ({ kind: "file", question, before: named(pair.before), after: named(pair.after) }));
}

const named = (file: FileOfVersion | undefined): NamedFile | undefined =>
  file && { id: file.id, name: file.name };

/** What went and what came, less what came again as it was. */
function withoutSame<T>(gone: readonly T[], come: readonly T[], content: (each: T) => string) {
  const left = [...come];
  const really = gone.filter((each) => {
    const again = left.findIndex((other) => content(other) === content(each));
    if (again < 0) return true;
    left.splice(again, 1);
    return false;
  });
  return { gone: really, come: left };
}
