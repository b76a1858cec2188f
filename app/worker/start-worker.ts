import type { Database } from "#app/platform/database/open-database.ts";
import type { Logger } from "#app/platform/logger.ts";
import type { Metrics } from "#app/platform/metrics.ts";
import type { Settings } from "#app/platform/config/settings.ts";

export interface WorkerServices {
  settings: Settings;
  db: Database;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
}

/** Starts the loops that turn events into mail and deliver it; `stop` finishes what is under way. */
export function startWorker(_services: WorkerServices): { stop(): Promise<void> } {
  return { stop: async () => {} };
}
