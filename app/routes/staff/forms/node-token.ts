import { type NodeAddress, nodeAddressSchema } from "#app/domain/forms/edit/edit-operation.ts";

/** A node in an address or a button's value: kind, what it is named within, key. */
export const tokenOf = ({ kind, in: holder, key }: NodeAddress): string => `${kind}~${holder ?? ""}~${key}`;

/** The form itself where a node stands otherwise. */
export const formToken = "form";

export function addressOf(token: string | null | undefined): NodeAddress | undefined {
  const [kind, holder, key, ...rest] = (token ?? "").split("~");
  const parsed = nodeAddressSchema.safeParse({ kind, key, ...(holder && { in: holder }) });
  return parsed.success && rest.length === 0 ? parsed.data : undefined;
}

export const editHref = (draftId: string, at: NodeAddress | undefined): string =>
  `/staff/forms/${draftId}/edit?at=${encodeURIComponent(at ? tokenOf(at) : formToken)}`;

/** The anchor of a node in the outline. */
export const anchorOf = (at: NodeAddress | undefined): string =>
  at ? [at.kind, ...(at.in === undefined ? [] : [at.in]), at.key].join("-").replaceAll("/", "-") : "outline";
