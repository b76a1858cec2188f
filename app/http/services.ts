import { createContext } from "react-router";
import type { Database } from "#app/platform/database/database.ts";
import type { FileStore } from "#app/platform/storage/file-store.ts";
import type { Logger } from "#app/platform/logger.ts";
import type { Metrics } from "#app/platform/metrics.ts";
import type { Settings } from "#app/platform/config/settings.ts";

/** What the process built once at start and lends to every request. */
export interface Services {
  settings: Settings;
  db: Database;
  files: FileStore;
  logger: Logger;
  metrics: Metrics;
  clock: () => Date;
  /** URLs of the browser scripts by their names in app/browser. */
  assets: Record<string, string>;
  /** True once SIGTERM came: /readyz says no, so that the proxy looks elsewhere. */
  isDraining: () => boolean;
}

export const servicesContext = createContext<Services>();
