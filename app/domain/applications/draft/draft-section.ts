import { answersFromPaths, type RawAnswers, type RawValue } from "#app/domain/forms/raw-answers.ts";

/** One answer as it was typed, with its version, who typed it last and when. */
export interface DraftField {
  v: RawValue;
  n: number;
  at: string;
  by: string;
  /**
   * Who last said that it is right as it stands: one of a pair although the other language changed, an amount although
   * it looks like 元. Typing anew takes it away.
   */
  checked?: { at: string; by: string };
  /** Of a row order only: rows that were removed, so that a late keystroke does not bring one back unseen. */
  gone?: string[];
  /** Of a row order only: versions of cells of removed rows; a cell typed anew counts on from there. */
  floor?: number;
}

/**
 * A section of a draft, by path: `uscc`, `shareholders/r1/ratio`. The order of a table's rows is a field of its
 * own, `shareholders/`. Different paths merge; one path is compared and set by version.
 */
export type DraftSection = Record<string, DraftField>;

/** Answers that came from the company profile say so instead of naming a person. */
export const fromCompanyProfile = "company-profile";

/** Path of a table's row order. */
export const orderPath = (table: string): string => `${table}/`;

/** Path of a row as a whole. */
export const rowPath = (table: string, rowId: string): string => `${table}/${rowId}`;

/** Rows of a table as they stand. */
export function rowIdsOf(section: DraftSection, table: string): string[] {
  const order = section[orderPath(table)]?.v;
  return Array.isArray(order) ? order : [];
}

/** Sum of the versions of its cells: grows with every change to any of them. */
export function rowVersion(section: DraftSection, table: string, rowId: string): number {
  const prefix = `${rowPath(table, rowId)}/`;
  let sum = 0;
  for (const path in section) if (path.startsWith(prefix)) sum += section[path]?.n ?? 0;
  return sum;
}

/** What every section holds together, as the form's rules read it. A question belongs to one section. */
export function rawAnswersOf(sections: Iterable<DraftSection>): RawAnswers {
  const all: RawAnswers = {};
  for (const section of sections) Object.assign(all, answersIn(section));
  return all;
}

// A section as it was read is never changed, only replaced by a copy.
const answersBySection = new WeakMap<DraftSection, RawAnswers>();

function answersIn(section: DraftSection): RawAnswers {
  const known = answersBySection.get(section);
  if (known) return known;
  const entries: { path: string; value: RawValue }[] = [];
  const orders: Record<string, string[]> = {};
  for (const path in section) {
    const value = section[path]?.v;
    if (value === undefined) continue;
    if (path.endsWith("/")) orders[path.slice(0, -1)] = Array.isArray(value) ? value : [];
    else entries.push({ path, value });
  }
  const answers = answersFromPaths(entries, orders);
  answersBySection.set(section, answers);
  return answers;
}

/** Paths of answers that somebody looked at again and left as they are. */
export function checkedPaths(sections: Iterable<DraftSection>): Set<string> {
  const paths = new Set<string>();
  for (const section of sections) for (const path in section) if (section[path]?.checked) paths.add(path);
  return paths;
}

/** The newest change in a section; undefined while nothing was typed. */
export function lastChange(section: DraftSection): { at: string; by: string } | undefined {
  let last: DraftField | undefined;
  for (const path in section) {
    const field = section[path];
    if (field && (!last || field.at > last.at)) last = field;
  }
  return last && { at: last.at, by: last.by };
}
