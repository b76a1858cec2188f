import {
  type ConditionGroup,
  type ConditionNode,
  groupKinds,
  isGroup,
} from "#app/domain/forms/edit/condition-tree.ts";
import type { Typed } from "./editor-place.ts";

const most = 60;

/** The tree as its fields say; what is not a tree there is an empty one. */
export function readTree(name: string, typed: Typed): ConditionGroup {
  const root = readNode(`${name}.t`, typed, 0);
  return root && isGroup(root) ? root : { kind: "all", parts: [] };
}

function readNode(prefix: string, typed: Typed, depth: number): ConditionNode | undefined {
  const kind = typed[`${prefix}.kind`];
  if (kind === undefined || depth > 12) return undefined;
  if (kind === "formula") return { kind, text: typed[`${prefix}.text`] ?? "" };
  const field = (part: string): string => (typed[`${prefix}.${part}`] ?? "").trim();
  if (kind === "compare")
    return {
      ...{ kind, subject: field("subject"), operator: field("operator") || "eq" },
      ...{ value: field("value"), other: field("other") },
    };
  const parts: ConditionNode[] = [];
  for (let index = 0; index < most; index++) {
    const part = readNode(`${prefix}.${index}`, typed, depth + 1);
    if (!part) break;
    parts.push(part);
  }
  const group = groupKinds.find((known) => known === kind) ?? "all";
  const table = field("table");
  return { kind: group, ...(table && { table }), parts };
}

export function writeTree(name: string, root: ConditionGroup): Record<string, string> {
  return writeNode(`${name}.t`, root);
}

function writeNode(prefix: string, node: ConditionNode): Record<string, string> {
  if (isGroup(node))
    return {
      [`${prefix}.kind`]: node.kind,
      ...(node.table !== undefined && { [`${prefix}.table`]: node.table }),
      ...Object.assign({}, ...node.parts.map((part, index) => writeNode(`${prefix}.${index}`, part))),
    };
  return Object.fromEntries(Object.entries(node).map(([part, value]) => [`${prefix}.${part}`, value]));
}
