import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import type { EditorPlace, Typed } from "./editor-place.ts";
import type { NodeProperties, PropertyEditor } from "./node-properties.ts";
import { type ReadProblem, readProperty } from "./read-property.ts";
import { writeProperty } from "./write-property.ts";

export interface Unread {
  property: string;
  problem: ReadProblem;
}

export interface PostedEdits {
  operations: EditOperation[];
  unread: Unread[];
}

/** One `set` for each property that was changed on the page; `from` is what the page was drawn with. */
export function postedEdits(properties: NodeProperties, typed: Typed, place: EditorPlace): PostedEdits {
  const operations: EditOperation[] = [];
  const unread: Unread[] = [];
  for (const [property, editor] of Object.entries(properties)) {
    const read = readProperty(property, editor, typed, place);
    if (!read.ok) {
      if (isAsItStood(read.problem, property, editor, typed, place)) continue;
      unread.push({ property, problem: read.problem });
      continue;
    }
    const from = baseOf(typed, property);
    if (JSON.stringify(sorted(from)) === JSON.stringify(sorted(read.value))) continue;
    operations.push({
      ...{ op: "set", property },
      ...(place.at && { at: place.at }),
      ...(from !== undefined && { from }),
      ...(read.value !== undefined && { to: read.value }),
    } as EditOperation);
  }
  return { operations, unread };
}

/** What made no sense before is told by the list of problems and keeps nobody from changing something else. */
function isAsItStood(
  { code, field }: ReadProblem,
  property: string,
  editor: PropertyEditor,
  typed: Typed,
  place: EditorPlace,
): boolean {
  if (code !== "meaning") return false;
  return writeProperty(property, editor, baseOf(typed, property), place)[field] === typed[field];
}

export const baseField = (property: string): string => `from.${property}`;

function baseOf(typed: Typed, property: string): unknown {
  const text = typed[baseField(property)] ?? "";
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Key order is no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
