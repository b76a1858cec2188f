import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { EditOperation, NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { addressOf } from "./node-token.ts";

/**
 * Where a row of the outline was dropped: `what|before|whom`, `before` or `after` another of its kind, or `into` a
 * closed section, of which it becomes the last.
 */
export function movedTo(value: string | undefined, definition: FormDefinition): EditOperation | undefined {
  const [what, side, whom] = (value ?? "").split("|");
  const [at, target] = [addressOf(what), addressOf(whom)];
  if (at && target?.kind === "section" && side === "into") return lastOf(definition, at, target.key);
  if (!at || !target || at.kind !== target.kind || what === whom) return undefined;
  const place = findNode(definition, target);
  if (!place || !findNode(definition, at)) return undefined;
  const others = place.nodes.filter(
    ({ key }) => key !== at.key || place.into !== findNode(definition, at)?.into,
  );
  const index = others.findIndex(({ key }) => key === target.key);
  const after = side === "before" ? (others[index - 1]?.key ?? null) : target.key;
  return { op: "move", at, ...(place.into !== undefined && { into: place.into }), after };
}

function lastOf(definition: FormDefinition, at: NodeAddress, section: string): EditOperation | undefined {
  if (at.kind === "column" || !findNode(definition, at)) return undefined;
  const list = listsOf(definition, at.kind)
    .filter(({ into }) => into?.split("/")[0] === section)
    .at(-1);
  const last = list?.nodes.filter(({ key }) => key !== at.key).at(-1);
  return list?.into === undefined ? undefined : { op: "move", at, into: list.into, after: last?.key ?? null };
}
