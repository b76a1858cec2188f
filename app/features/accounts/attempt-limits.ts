import { createHash } from "node:crypto";
import { emailKey } from "#app/domain/shared/email.ts";
import type { Database } from "#app/platform/database/database.ts";
import { type Consumed, type Limit, rateLimiter } from "#app/platform/rate-limiter.ts";

const minute = 60;
const hour = 60 * minute;

/**
 * A password: five tries for an address from one network, then a quarter of an hour. The address as a whole has
 * a wider limit, so that many networks cannot guess together, yet no stranger locks the owner out with five.
 */
const limits = {
  passwordHere: { name: "password-here", points: 5, durationSeconds: 15 * minute, blockSeconds: 15 * minute },
  passwordAnywhere: {
    name: "password-anywhere",
    points: 50,
    durationSeconds: hour,
    blockSeconds: 15 * minute,
  },
  signInNetwork: { name: "sign-in-network", points: 300, durationSeconds: 15 * minute },
  secondFactor: { name: "second-factor", points: 5, durationSeconds: 15 * minute, blockSeconds: 15 * minute },
  currentPassword: {
    name: "current-password",
    points: 5,
    durationSeconds: 15 * minute,
    blockSeconds: 15 * minute,
  },
  mailAddress: { name: "mail-address", points: 4, durationSeconds: hour },
  mailNetwork: { name: "mail-network", points: 60, durationSeconds: hour },
  linkNetwork: { name: "link-network", points: 120, durationSeconds: 15 * minute },
} as const satisfies Record<string, Limit>;

/** Every sign-in takes a point before the password is looked at, known address or not. */
export async function takeSignInAttempt(db: Database, email: string, network: string): Promise<Consumed> {
  const key = keyOf(emailKey(email));
  return strictest(
    await Promise.all([
      rateLimiter(db, limits.passwordHere).consume(`${key}:${network}`),
      rateLimiter(db, limits.passwordAnywhere).consume(key),
      rateLimiter(db, limits.signInNetwork).consume(network),
    ]),
  );
}

export async function forgetSignInAttempts(db: Database, email: string, network: string): Promise<void> {
  const key = keyOf(emailKey(email));
  await Promise.all([
    rateLimiter(db, limits.passwordHere).reset(`${key}:${network}`),
    rateLimiter(db, limits.passwordAnywhere).reset(key),
    rateLimiter(db, limits.signInNetwork).refund(network),
  ]);
}

/** A mail that anybody can have sent by typing an address. */
export async function takeMailRequest(db: Database, email: string, network: string): Promise<Consumed> {
  return strictest(
    await Promise.all([
      rateLimiter(db, limits.mailAddress).consume(keyOf(emailKey(email))),
      rateLimiter(db, limits.mailNetwork).consume(network),
    ]),
  );
}

export const takeSecondFactorAttempt = (db: Database, personId: string): Promise<Consumed> =>
  rateLimiter(db, limits.secondFactor).consume(personId);

export const forgetSecondFactorAttempts = (db: Database, personId: string): Promise<void> =>
  rateLimiter(db, limits.secondFactor).reset(personId);

export const takeCurrentPasswordAttempt = (db: Database, personId: string): Promise<Consumed> =>
  rateLimiter(db, limits.currentPassword).consume(personId);

export const forgetCurrentPasswordAttempts = (db: Database, personId: string): Promise<void> =>
  rateLimiter(db, limits.currentPassword).reset(personId);

/** Setting a password through a mailed link costs a hash, so nobody gets to ask for it without end. */
export const takeLinkAttempt = (db: Database, network: string): Promise<Consumed> =>
  rateLimiter(db, limits.linkNetwork).consume(network);

/** The table of limits holds no addresses. */
const keyOf = (email: string): string => createHash("sha256").update(email).digest("base64url").slice(0, 22);

function strictest(answers: Consumed[]): Consumed {
  const refusals = answers.filter((answer) => !answer.ok);
  if (refusals.length === 0) return { ok: true };
  return { ok: false, retryAfterSeconds: Math.max(...refusals.map((refusal) => refusal.retryAfterSeconds)) };
}
