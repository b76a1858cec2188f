import { accepted, refused, type Result } from "./result.ts";

/** Six digits; firms moving in come from anywhere, so no province is checked. */
export function parsePostcode(typed: string): Result<string, "empty" | "form"> {
  const digits = typed.normalize("NFKC").replace(/\s/g, "");
  if (digits === "") return refused("empty");
  return /^[0-9]{6}$/.test(digits) ? accepted(digits) : refused("form");
}
