import { canonicalJson, type Json } from "../shared/canonical-json.ts";
import { type CallDocument, type CallGroup, callGroups } from "./call-document.ts";

export interface DocumentChange {
  group: CallGroup;
  /** Within the group: `fit.2.zh`. Rows are numbered as on the side that has them, the later one first. */
  path: string;
  /** Text, figure in fen, or nothing where the row is only on the other side. */
  before: string | number | null | undefined;
  after: string | number | null | undefined;
}

/** Every text and figure that differs, in the document's own order. */
export function documentDifference(before: CallDocument, after: CallDocument): DocumentChange[] {
  return callGroups.flatMap((group) => groupDifference(group, before[group], after[group]));
}

export function groupDifference<G extends CallGroup>(
  group: G,
  before: CallDocument[G],
  after: CallDocument[G],
): DocumentChange[] {
  return differences(before, after, "").map((change) => ({ group, ...change }));
}

type Change = Omit<DocumentChange, "group">;

function differences(before: unknown, after: unknown, path: string): Change[] {
  if (isLeaf(before) && isLeaf(after)) return before === after ? [] : [{ path, before, after } as Change];
  if (Array.isArray(before) || Array.isArray(after))
    return rowDifferences((before ?? []) as unknown[], (after ?? []) as unknown[], path);
  const keys = Object.keys((after ?? before) as object);
  return keys.flatMap((key) =>
    differences(member(before, key), member(after, key), path === "" ? key : `${path}.${key}`),
  );
}

const isLeaf = (value: unknown): boolean => typeof value !== "object" || value === null;

const member = (value: unknown, key: string): unknown =>
  (value as Record<string, unknown> | undefined | null)?.[key];

/** Rows that are the same at both ends are passed over, so that one put in does not shift all that follow. */
function rowDifferences(before: readonly unknown[], after: readonly unknown[], path: string): Change[] {
  const same = (a: unknown, b: unknown) => canonicalJson(a as Json) === canonicalJson(b as Json);
  let head = 0;
  while (head < Math.min(before.length, after.length) && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    same(before.at(-1 - tail), after.at(-1 - tail))
  )
    tail += 1;
  const length = Math.max(before.length, after.length) - head - tail;
  return Array.from({ length }, (_, index) => head + index).flatMap((index) =>
    differences(
      index < before.length - tail ? before[index] : undefined,
      index < after.length - tail ? after[index] : undefined,
      `${path}.${index}`,
    ),
  );
}

/** Groups with anything in them that is not a text in both languages, a telephone number, or the order of neither. */
export function changedBesidesTexts(before: CallDocument, after: CallDocument): CallGroup[] {
  return callGroups.filter(
    (group) =>
      canonicalJson(withoutTexts(before[group]) as Json) !==
      canonicalJson(withoutTexts(after[group]) as Json),
  );
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== "object" || value === null) return value;
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === "string" && typeof en === "string") return "text";
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "phone" ? "text" : withoutTexts(inner)]),
  );
}
