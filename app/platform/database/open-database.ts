import type { Database, DatabaseOptions } from "./database.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";

export type { Database } from "./database.ts";

/** Opens what the URL names. The database must have been migrated. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return isPostgres(options.url) ? openPostgres(options) : openSqlite(options);
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);
