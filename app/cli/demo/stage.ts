import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { newId } from "#app/platform/new-id.ts";

/** Where the demonstration is played: a portal's own database, files and settings. */
export type Stage = Pick<Context, "db" | "files" | "settings">;

/** What a command gets when `actor` does it at that moment of the demonstration's calendar. */
export const as = (stage: Stage, actor: Actor, now: Date): Context => ({
  ...stage,
  actor,
  now,
  requestId: newId(),
});

/** The demonstration plays by the rules, so a refusal is a mistake in its script. */
export function done<T extends { ok: boolean }>(result: T, what: string): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`Demo: ${what} was refused: ${JSON.stringify(result).slice(0, 600)}`);
  return result as Extract<T, { ok: true }>;
}

/** mulberry32: equal seeds give an equal demonstration on every machine. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list that is not empty. */
export const pick = <T>(list: readonly T[], at: number): T =>
  list[Math.abs(Math.floor(at)) % list.length] as T;
