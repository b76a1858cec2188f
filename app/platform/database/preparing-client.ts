import { createHash } from "node:crypto";
import { Client } from "pg";
import { assertBindable } from "./bindable.ts";

const preparedAtMost = 1_000;
const names = new Map<string, string>();

/** Prepares each statement once per connection, so that PostgreSQL parses and plans it once. */
export class PreparingClient extends Client {
  // The many overloads of pg's query differ in what follows these two.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(text: any, values?: any, ...rest: any[]): any {
    // oxlint-disable-next-line typescript/no-explicit-any
    const query = super.query as (...parameters: any[]) => any;
    if (typeof text !== "string" || !Array.isArray(values)) return query.call(this, text, values, ...rest);
    assertBindable(values, text);
    return query.call(this, { name: nameOf(text), text, values }, ...rest);
  }
}

/** Undefined, and so unprepared, once there are suspiciously many: a connection never forgets one. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= preparedAtMost) return known;
  const name = `p${createHash("sha1").update(text).digest("hex")}`;
  names.set(text, name);
  return name;
}
