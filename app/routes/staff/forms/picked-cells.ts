import type { Typed } from "./editor-place.ts";
import type { SubjectOptions } from "./subject-options.ts";

/** The datalist with every cell that is in no select, one for the whole page. */
export const cellListId = "table-cells";

/** Beside a select of subjects, by its field: where the name of a single cell is typed. */
const cellField = { subject: "cell", other: "otherCell", pick: "pickCell" } as const;

export type SubjectField = keyof typeof cellField;

export const cellNameOf = (field: string, of: SubjectField): string => `${field}.${cellField[of]}`;

/** Fields of cells under a name that say something, found or not. */
export const cellFieldsOf = (prefix: string, typed: Typed): string[] =>
  Object.keys(typed).filter(
    (name) => name.startsWith(`${prefix}.`) && Object.values<string>(cellField).includes(lastOf(name)),
  );

/**
 * What was typed with each named cell as the subject that was meant. A name that fits no cell, or several, stays
 * where it was typed and is refused when the page is read.
 */
export function withPickedCells(typed: Typed, subjects: SubjectOptions): Typed {
  const changed: Record<string, string> = { ...typed };
  for (const [subject, cell] of Object.entries(cellField))
    for (const name of Object.keys(typed).filter((each) => lastOf(each) === cell)) {
      const token = subjects.cellNamed(typed[name] ?? "");
      if (token === undefined) continue;
      changed[`${name.slice(0, -cell.length)}${subject}`] = token;
      changed[name] = "";
    }
  return changed;
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
