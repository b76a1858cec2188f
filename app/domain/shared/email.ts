import { accepted, refused, type Result } from "./result.ts";

export type EmailRefusal = "empty" | "too_long" | "form";

/**
 * Narrower than RFC 5321 on purpose: no quotes, comments, literals, routes or non-ASCII, so that an address
 * means one mailbox to every mail library that will ever read it.
 */
const local = /^[a-z0-9_+'&=~-]+(?:\.[a-z0-9_+'&=~-]+)*$/i;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const topLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/i;

/** The address as it will be written to; the domain in lower case. */
export function parseEmail(typed: string): Result<string, EmailRefusal> {
  const address = typed.normalize("NFKC").replaceAll("。", ".").trim();
  if (address === "") return refused("empty");
  if (address.length > 254) return refused("too_long");
  const at = address.lastIndexOf("@");
  const name = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1).toLowerCase();
  if (name.length > 64 || !local.test(name) || !isDomain(domain)) return refused("form");
  return accepted(`${name}@${domain}`);
}

/** What makes two addresses one account. */
export const emailKey = (address: string): string => address.toLowerCase();

/** `li***@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, Math.min(2, Math.max(at - 1, 0)))}***${address.slice(at)}`;
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  if (labels.length < 2 || domain.length > 253) return false;
  return labels.every((part) => label.test(part)) && topLabel.test(labels.at(-1) ?? "");
}
