import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Database } from "#app/platform/database/database.ts";
import type { FileStore } from "#app/platform/storage/file-store.ts";
import type { Settings } from "#app/platform/config/settings.ts";

/** What a command or query may use. `now` is fixed for the whole request; nothing below reads a clock. */
export interface Context {
  db: Database;
  files: FileStore;
  settings: Settings;
  actor: Actor;
  now: Date;
  requestId: string;
}
