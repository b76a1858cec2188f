import type { FormDefinition } from "../definition.ts";
import type { NodeAddress } from "./edit-operation.ts";
import { findNode } from "./find-node.ts";

/** `revenue`, `revenue_2`, `revenue_3` …: the first that is free among its kind and not promised to another. */
export function freeKey(
  definition: FormDefinition,
  { kind, in: holder }: Omit<NodeAddress, "key">,
  wanted: string,
  promised: ReadonlySet<string> = new Set(),
): string {
  const stem = wanted.replace(/_\d+$/, "").slice(0, 50);
  for (let serial = 1; ; serial++) {
    const key = serial === 1 ? stem : `${stem}_${serial}`;
    if (promised.has(key)) continue;
    if (!findNode(definition, { kind, ...(holder !== undefined && { in: holder }), key })) return key;
  }
}
