import { AsyncLocalStorage } from "node:async_hooks";

interface Scope {
  database: object;
  active: boolean;
}

const current = new AsyncLocalStorage<Scope>();

/** Runs a write job so that using the same database around its transaction is noticed at once. */
export async function insideWrite<T>(database: object, job: () => Promise<T>): Promise<T> {
  const scope: Scope = { database, active: true };
  try {
    return await current.run(scope, job);
  } finally {
    scope.active = false;
  }
}

/** Without this, a nested write would wait for the very job that waits for it. */
export function assertOutsideWrite(database: object, use: "read" | "write"): void {
  const scope = current.getStore();
  if (scope?.active && scope.database === database)
    throw new Error(`db.${use} was used inside a write job; pass its trx instead`);
}
