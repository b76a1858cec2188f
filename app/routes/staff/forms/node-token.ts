import { type NodeAddress, nodeAddressSchema } from "#app/domain/forms/edit/edit-operation.ts";

/** A node in an address or a button's value: kind, what it is named within, key. */
export const tokenOf = ({ kind, in: holder, key }: NodeAddress): string => `${kind}~${holder ?? ""}~${key}`;

export function addressOf(token: string | null | undefined): NodeAddress | undefined {
  const [kind, holder, key, ...rest] = (token ?? "").split("~");
  const parsed = nodeAddressSchema.safeParse({ kind, key, ...(holder && { in: holder }) });
  return parsed.success && rest.length === 0 ? parsed.data : undefined;
}

export const editHref = (draftId: string, at: NodeAddress): string =>
  `/staff/forms/${draftId}/edit?at=${encodeURIComponent(tokenOf(at))}`;

/** The anchor of a node in the outline. */
export const anchorOf = ({ kind, in: holder, key }: NodeAddress): string =>
  [kind, ...(holder === undefined ? [] : [holder]), key].join("-").replaceAll("/", "-");
