import type { Read } from "./database.ts";

/**
 * The part of a query that never changes, built once for a database. A builder is immutable, and naming forty
 * columns costs more time than SQLite takes to find them.
 */
export function keptQuery<Query>(build: (db: Read) => Query): (db: Read) => Query {
  const byDatabase = new WeakMap<Read, Query>();
  return (db) => {
    const known = byDatabase.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    byDatabase.set(db, query);
    return query;
  };
}
