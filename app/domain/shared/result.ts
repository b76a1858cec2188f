/** A checked value, or the reason it was refused. Reasons are keys; sentences live in i18n. */
export type Result<Value, Reason extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const accepted = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refused = <const Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const;
