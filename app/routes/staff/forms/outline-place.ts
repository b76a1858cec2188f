import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { type NodeAddress, type NodeKind, nodeKinds } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { anchorOf } from "./node-token.ts";

/** A form of more rows than this is shown section by section, so that the page stays light. */
const mostRows = 100;

/** Whether the outline shows what is in a section only once it is opened. */
export const isFolded = (definition: FormDefinition): boolean =>
  nodeKinds.flatMap((kind) => listsOf(definition, kind).flatMap(({ nodes }) => nodes)).length > mostRows;

/** The section that a list of nodes of this kind, held by `into`, stands in; undefined above sections. */
export function sectionHolding(
  definition: FormDefinition,
  kind: NodeKind,
  into: string | undefined,
): string | undefined {
  if (kind === "part" || kind === "section") return undefined;
  if (kind !== "column") return into?.split("/")[0];
  const table = listsOf(definition, "question").find(({ nodes }) => nodes.some(({ key }) => key === into));
  return table?.into?.split("/")[0];
}

/** The outline with this node in sight. */
export function outlineHref(
  draftId: string,
  definition: FormDefinition,
  at: NodeAddress | undefined,
  query: Readonly<Record<string, string>> = {},
): string {
  const found = at && findNode(definition, at);
  const open = found && sectionHolding(definition, at.kind, found.into);
  return `${draftHref(draftId, { ...query, ...(open !== undefined && { open }) })}#${anchorOf(at)}`;
}

export function draftHref(draftId: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return `/staff/forms/${draftId}${text === "" ? "" : `?${text}`}`;
}
