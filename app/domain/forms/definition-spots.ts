import type { FormDefinition } from "./definition.ts";
import { isNamedWithin, listsOf } from "./edit/find-node.ts";
import { nodeKinds, type NodeAddress, type NodeKind } from "./edit/edit-operation.ts";

/** Everything of a form that has a name of its own: its nodes, and what stands in a list inside one. */
export type SpotLevel = "form" | NodeKind | "option" | "row" | "item";

export interface Spot {
  level: SpotLevel;
  /** The same in two versions of a form for the same thing, wherever it stands. */
  id: string;
  /** What it stands in; absent for the form. */
  parent: string | undefined;
  key: string;
  /** The node it is, or is part of; absent for the form. */
  at: NodeAddress | undefined;
  node: Readonly<Record<string, unknown>>;
  /** What it says of itself, without what stands in it. */
  properties: Readonly<Record<string, unknown>>;
}

const inside: Record<string, [level: SpotLevel, name: string]> = {
  options: ["option", "code"],
  fixedRows: ["row", "id"],
  items: ["item", "key"],
};

const apart = new Set(["key", "parts", "sections", "groups", "questions", "columns", "rules", "advice"]);

/** In the order of the form, a holder before what it holds. */
export function spotsOf(definition: FormDefinition): Spot[] {
  const { code: _, version: __, language: ___, ...form } = definition;
  const spots: Spot[] = [
    {
      ...{ level: "form", id: "form", parent: undefined, key: "form", at: undefined, node: form },
      properties: propertiesOf(form),
    },
  ];
  for (const kind of nodeKinds)
    for (const { into, nodes } of listsOf(definition, kind))
      for (const node of nodes) {
        const within = isNamedWithin(kind) && into !== undefined;
        const at: NodeAddress = { kind, ...(within && { in: into }), key: node.key };
        const id = idOf(at);
        spots.push({
          ...{ level: kind, id, parent: parentOf(kind, into), key: node.key, at, node },
          properties: propertiesOf(node),
        });
        spots.push(...spotsInside(node, id, at));
      }
  return spots;
}

function spotsInside(node: Readonly<Record<string, unknown>>, parent: string, at: NodeAddress): Spot[] {
  return Object.entries(inside).flatMap(([property, [level, name]]) => {
    const list = (node[property] ?? []) as readonly Record<string, unknown>[];
    return list.map((entry) => {
      const { [name]: key, ...properties } = entry;
      const id = `${parent}/${level}:${String(key)}`;
      return { level, id, parent, key: String(key), at, node: entry, properties };
    });
  });
}

const idOf = ({ kind, in: holder, key }: NodeAddress): string => `${kind}:${holder ?? ""}:${key}`;

function parentOf(kind: NodeKind, into: string | undefined): string {
  const [first = "", second = ""] = (into ?? "").split("/");
  switch (kind) {
    case "part":
      return "form";
    case "section":
      return `part::${first}`;
    case "group":
    case "rule":
    case "advice":
      return `section::${first}`;
    case "question":
      return `group:${first}:${second}`;
    case "column":
      return `question::${first}`;
  }
}

const propertiesOf = (node: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !apart.has(name) && !(name in inside)));
