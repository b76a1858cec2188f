import { z } from "zod";
import { answersFromPaths, type RawAnswers, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { type DraftSection, rowIdsOf } from "./draft-section.ts";

/**
 * What a page showed when it was drawn: the version of every field and the rows of every table. It travels with the
 * form, so that a save knows what its writer saw and changes only what they changed.
 */
export interface RenderedBase {
  fields: Record<string, number>;
  rows: Record<string, string[]>;
}

const schema = z.object({
  fields: z.record(z.string(), z.int().min(0)),
  rows: z.record(z.string(), z.array(z.string())),
});

/** An unreadable base is an empty one: every field that stands then is a conflict, and nothing is overwritten. */
export function readBase(text: string): RenderedBase {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return { fields: {}, rows: {} };
  }
}

export function baseOf(section: DraftSection): RenderedBase {
  const base: RenderedBase = { fields: {}, rows: {} };
  for (const path in section) {
    if (path.endsWith("/")) base.rows[path.slice(0, -1)] = rowIdsOf(section, path.slice(0, -1));
    else base.fields[path] = section[path]?.n ?? 0;
  }
  return base;
}

/** Fields that have moved on since the page was drawn; what they held then is in the history. */
export const movedFields = (base: RenderedBase, section: DraftSection): { path: string; version: number }[] =>
  Object.entries(base.fields)
    .filter(([path, version]) => version > 0 && section[path]?.n !== version)
    .map(([path, version]) => ({ path, version }));

/** The answers as the page showed them. `history` holds the fields of `movedFields`. */
export function answersAtBase(
  base: RenderedBase,
  section: DraftSection,
  history: ReadonlyMap<string, RawValue>,
): RawAnswers {
  const entries: { path: string; value: RawValue }[] = [];
  for (const [path, version] of Object.entries(base.fields)) {
    const field = section[path];
    const value = field?.n === version ? field.v : history.get(path);
    if (value !== undefined) entries.push({ path, value });
  }
  return answersFromPaths(entries, base.rows);
}

/** What the row's cells add up to, as `rowVersion` counts it. */
export function rowBaseVersion(base: RenderedBase, table: string, rowId: string): number {
  const prefix = `${table}/${rowId}/`;
  let sum = 0;
  for (const path in base.fields) if (path.startsWith(prefix)) sum += base.fields[path] ?? 0;
  return sum;
}
