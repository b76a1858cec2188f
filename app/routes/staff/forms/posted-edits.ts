import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { EditOperation, NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import type { NodeProperties } from "./node-properties.ts";
import { readProperty, type Typed } from "./read-property.ts";

export type UnreadReason = "number" | "json" | "options" | "text";
export type PostedEdits =
  | { ok: true; operations: EditOperation[] }
  | { ok: false; unread: { property: string; reason: UnreadReason }[] };

/** One `set` for each property that was changed on the page; `from` is what the page was drawn with. */
export function postedEdits(
  at: NodeAddress,
  properties: NodeProperties,
  typed: Typed,
  definition: FormDefinition,
): PostedEdits {
  const operations: EditOperation[] = [];
  const unread: { property: string; reason: UnreadReason }[] = [];
  for (const [property, editor] of Object.entries(properties)) {
    const read = readProperty(property, editor, typed, definition);
    if (!read.ok) {
      unread.push({ property, reason: read.reason });
      continue;
    }
    if (editor.as === "text" && isHalf(read.value)) {
      unread.push({ property, reason: "text" });
      continue;
    }
    const from = baseOf(typed, property);
    if (JSON.stringify(sorted(from)) === JSON.stringify(sorted(read.value))) continue;
    operations.push({
      ...{ op: "set", at, property },
      ...(from !== undefined && { from }),
      ...(read.value !== undefined && { to: read.value }),
    } as EditOperation);
  }
  return unread.length > 0 ? { ok: false, unread } : { ok: true, operations };
}

const isHalf = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.values(value).includes("");

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
