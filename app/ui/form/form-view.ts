import type { FormIssue } from "#app/domain/forms/issue.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";

/** Somebody else's answer to a question the reader has just answered differently. */
export interface ShownConflict {
  /** Null when the row was removed. */
  value: RawValue | null;
  name: string;
  time: string;
}

export interface Edited {
  name: string;
  time: string;
}

export interface ShownFile {
  id: string;
  name: string;
  href: string;
  details: string;
  /** A version that was replaced and can still be brought back. */
  replaced: boolean;
  /** Whether this person may replace or remove it now. */
  open: boolean;
  /** What the office wrote about this very file. */
  flag?: string | undefined;
}

export interface TableSheets {
  /** While this person may change the whole table. */
  importHref: string | undefined;
  exportHref: string;
}

/** Everything a section's questions need to be drawn, worked out before anything is drawn. */
export interface FormView {
  locale: Locale;
  /** Whether everything is open and at most a colleague's change or a stale text is told beside an answer. */
  isPlain?: boolean;
  evaluation: FormEvaluation;
  /** By path; empty until the reader asked for a check or saved. */
  issues: ReadonlyMap<string, readonly FormIssue[]>;
  /** Sentences about uploads that were refused, by question. */
  problems: ReadonlyMap<string, readonly string[]>;
  sentence: (issue: FormIssue) => string;
  conflicts: ReadonlyMap<string, ShownConflict>;
  /** What stands in the boxes of conflicting fields: the reader's own text. */
  typed: ReadonlyMap<string, RawValue>;
  files: (question: string) => readonly ShownFile[];
  /** Whether this person may change what is at a path now. */
  isOpen: (path: string) => boolean;
  /** Whether all there is at it may change, so that rows and files come and go; absent where that is the same. */
  isWhole?: (path: string) => boolean;
  /** What the office wrote about this place. */
  flag: (path: string) => string | undefined;
  /** Where a table's rows come from a spreadsheet and go into one; absent where they do not. */
  sheets?: (table: string) => TableSheets;
  /** Of a text whose other language was changed after it: what that one is called. */
  stale?: (path: string) => string | undefined;
  /** Where amounts that look like 元 are asked about: paths of those that somebody said are right. */
  confirmedAmounts?: ReadonlySet<string>;
  /** The colleague who changed this after the reader's own last change in the section. */
  edited: (path: string) => Edited | undefined;
}

export const isWhole = (view: FormView, path: string): boolean => (view.isWhole ?? view.isOpen)(path);

/** Ids of controls; the summary's links and the browser script find fields by them. */
export const fieldId = (path: string): string => path.replaceAll("/", "-");

export const rawAt = (view: FormView, path: string, standing: RawValue | undefined): RawValue | undefined =>
  view.typed.get(path) ?? standing;

export const textOf = (raw: RawValue | undefined): string =>
  raw === undefined ? "" : typeof raw === "string" ? raw : (raw.at(-1) ?? "");

export const listOf = (raw: RawValue | undefined): string[] =>
  raw === undefined || raw === "" ? [] : typeof raw === "string" ? [raw] : raw;

/** Sentences to stand at a field: errors and warnings alike are said there. */
export const errorsAt = (view: FormView, path: string): string[] => [
  ...(view.problems.get(path) ?? []),
  ...(view.issues.get(path) ?? []).filter((issue) => issue.level === "error").map(view.sentence),
];

export const warningsAt = (view: FormView, path: string): string[] =>
  (view.issues.get(path) ?? [])
    .filter(({ level, code }) => level === "warning" && !(code === "money_as_yuan" && view.confirmedAmounts))
    .map(view.sentence);
