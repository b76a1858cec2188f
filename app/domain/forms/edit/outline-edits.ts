import { checkDefinition } from "../check-definition.ts";
import type { DefinitionProblem } from "../definition-problem.ts";
import type { FormDefinition } from "../definition.ts";
import { applyEdit } from "./apply-edit.ts";
import { copiedHolder, unlisted } from "./copied-holder.ts";
import type { EditOperation, NodeAddress } from "./edit-operation.ts";
import { findNode, listsOf } from "./find-node.ts";
import { freeKey } from "./free-key.ts";

/** One place up or down; at the edge of its list into the neighbouring one of the same kind. */
export function stepOf(
  definition: FormDefinition,
  at: NodeAddress,
  direction: "up" | "down",
): EditOperation | undefined {
  const found = findNode(definition, at);
  if (!found) return undefined;
  const { nodes, index, into } = found;
  const target = index + (direction === "up" ? -1 : 1);
  if (nodes[target]) return move(at, into, nodes[direction === "up" ? index - 2 : index + 1]?.key ?? null);
  if (at.kind === "column") return undefined;
  const lists = listsOf(definition, at.kind);
  const here = lists.findIndex((list) => list.nodes === nodes);
  const neighbour = lists[here + (direction === "up" ? -1 : 1)];
  return (
    neighbour && move(at, neighbour.into, direction === "up" ? (neighbour.nodes.at(-1)?.key ?? null) : null)
  );
}

const move = (at: NodeAddress, into: string | undefined, after: string | null): EditOperation => ({
  op: "move",
  at,
  ...(into !== undefined && { into }),
  after,
});

/** The same node with all that is in it again right after itself, under the next free keys. */
export function copyOf(definition: FormDefinition, at: NodeAddress): EditOperation | undefined {
  const found = findNode(definition, at);
  if (!found) return undefined;
  const { into, node } = found;
  const isHolder = at.kind === "part" || at.kind === "section" || at.kind === "group";
  return {
    op: "insert",
    kind: at.kind,
    ...(into !== undefined && { into }),
    after: node.key,
    node: isHolder
      ? copiedHolder(definition, at, node)
      : unlisted({ ...node, key: freeKey(definition, at, node.key) }),
  };
}

export function removalOf(definition: FormDefinition, at: NodeAddress): EditOperation | undefined {
  const found = findNode(definition, at);
  return found && { op: "remove", at, node: found.node };
}

/** What would be wrong after an operation that is not wrong before it: whatever refers to what it takes away. */
export function brokenBy(definition: FormDefinition, operation: EditOperation): DefinitionProblem[] {
  const result = applyEdit(definition, operation);
  if (!result.ok) return [];
  const before = new Set(problemsOf(definition).map((problem) => JSON.stringify(problem)));
  return problemsOf(result.definition).filter((problem) => !before.has(JSON.stringify(problem)));
}

export function problemsOf(definition: FormDefinition): DefinitionProblem[] {
  const checked = checkDefinition(definition);
  return checked.ok ? [] : checked.problems;
}
