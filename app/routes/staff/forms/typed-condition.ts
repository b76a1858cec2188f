import {
  type ConditionGroup,
  type ConditionNode,
  groupKinds,
  isGroup,
} from "#app/domain/forms/edit/condition-tree.ts";
import { gatherings } from "#app/domain/forms/edit/row-figure.ts";
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
      ...(field("share") !== "" && { share: field("share") }),
    };
  const parts: ConditionNode[] = [];
  for (let index = 0; index < most; index++) {
    const part = readNode(`${prefix}.${index}`, typed, depth + 1);
    if (!part) break;
    parts.push(part);
  }
  const table = field("table");
  if (kind === "figure")
    return {
      ...{ kind, gather: gatherings.find((known) => known === field("gather")) ?? "sum" },
      ...{ column: field("column"), operator: field("operator") || "ge" },
      ...{ value: field("value"), other: field("other"), ...(table && { table }), parts },
    };
  const group = groupKinds.find((known) => known === kind) ?? "all";
  return { kind: group, ...(table && { table }), parts };
}

export function writeTree(name: string, root: ConditionGroup): Record<string, string> {
  return writeNode(`${name}.t`, root);
}

function writeNode(prefix: string, node: ConditionNode): Record<string, string> {
  const { parts = [], ...own } = { parts: undefined, ...node };
  return {
    ...Object.fromEntries(Object.entries(own).map(([part, value]) => [`${prefix}.${part}`, value])),
    ...Object.assign({}, ...parts.map((part, index) => writeNode(`${prefix}.${index}`, part))),
  };
}
