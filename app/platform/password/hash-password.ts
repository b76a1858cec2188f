import { randomBytes } from "node:crypto";
import { argon2id, presentCost, type Argon2Cost } from "./argon2id.ts";
import { formatPasswordHash } from "./password-hash.ts";

/** What the person table keeps: `$argon2id$v=19$m=19456,t=2,p=1$…$…`. */
export async function hashPassword(password: string, cost: Argon2Cost = presentCost): Promise<string> {
  const salt = randomBytes(16);
  return formatPasswordHash({ cost, salt, tag: await argon2id(password, salt, cost) });
}
