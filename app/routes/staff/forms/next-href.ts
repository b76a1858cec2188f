import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { NodeAddress, NodeKind } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";

/** Where the next of the same kind is added, after the one just done. */
export const nextHref = (
  draftId: string,
  { kind, into }: { kind: NodeKind; into: string | undefined },
  after: string,
  type = "",
): string =>
  `/staff/forms/${draftId}/add?${new URLSearchParams({ kind, into: into ?? "", after, ...(type && { type }), done: "1" })}`;

/** Where a column is added to a table, after those it has. */
export const columnHref = (draftId: string, table: string, columns: readonly { key: string }[]): string =>
  `/staff/forms/${draftId}/add?${new URLSearchParams({ kind: "column", into: table, after: columns.at(-1)?.key ?? "" })}`;

/** After a node that stands; undefined where it is gone. */
export function nextAfter(definition: FormDefinition, draftId: string, at: NodeAddress): string | undefined {
  const found = findNode(definition, at);
  return found && nextHref(draftId, { kind: at.kind, into: found.into }, at.key);
}
