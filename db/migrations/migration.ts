import type { Kysely } from "kysely";

export type Dialect = "sqlite" | "postgres";

export interface Migration {
  // A migration sees the schema of its own time, not today's type.
  up(db: Kysely<never>, dialect: Dialect): Promise<void>;
}
