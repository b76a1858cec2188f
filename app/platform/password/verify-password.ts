import { timingSafeEqual } from "node:crypto";
import { argon2id, presentCost, type Argon2Cost } from "./argon2id.ts";
import { parsePasswordHash, type PasswordHash } from "./password-hash.ts";

export interface Verified {
  readonly ok: boolean;
  /** The password was right but its hash was made at another cost: hash it anew. */
  readonly outdated: boolean;
}

/** Belongs to nobody: where there is no account, or no password yet, the same work is done against this. */
const nobody: PasswordHash = { cost: presentCost, salt: Buffer.alloc(16, 7), tag: Buffer.alloc(32) };

export async function verifyPassword(stored: string | null, password: string): Promise<Verified> {
  const known = stored === null ? null : parsePasswordHash(stored);
  const { cost, salt, tag } = known ?? nobody;
  const derived = await argon2id(password, salt, cost, tag.length);
  const same = timingSafeEqual(derived, tag);
  const ok = same && known !== null;
  return { ok, outdated: ok && isOutdated(cost) };
}

export function needsRehash(stored: string): boolean {
  const known = parsePasswordHash(stored);
  return known === null || isOutdated(known.cost);
}

const isOutdated = ({ memory, passes, parallelism }: Argon2Cost): boolean =>
  memory !== presentCost.memory || passes !== presentCost.passes || parallelism !== presentCost.parallelism;
