import type { Database } from "#app/platform/database/database.ts";
import type { FileStore } from "#app/platform/storage/file-store.ts";
import type { Logger } from "#app/platform/logger.ts";
import type { Metrics } from "#app/platform/metrics.ts";
import type { Settings } from "#app/platform/config/settings.ts";

/** What the process lends to its worker. */
export interface WorkerServices {
  settings: Settings;
  db: Database;
  files: FileStore;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
}
