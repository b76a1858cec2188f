import { argon2 } from "node:crypto";
import { promisify } from "node:util";
import { concurrencyGate } from "../concurrency-gate.ts";

export interface Argon2Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const presentCost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };

export const tagLength = 32;

const derive = promisify(argon2);

// The thread pool has four threads and files need them too: a rush of sign-ins waits here, not there.
const gate = concurrencyGate(2);

/** Off the main thread; at most two at once. */
export async function argon2id(
  password: string,
  salt: Uint8Array,
  cost: Argon2Cost,
  length = tagLength,
): Promise<Buffer> {
  const leave = await gate.enter();
  try {
    // One password typed on two keyboards must be one sequence of bytes.
    const message = Buffer.from(password.normalize("NFKC"), "utf8");
    return await derive("argon2id", { message, nonce: salt, tagLength: length, ...cost });
  } finally {
    leave();
  }
}
