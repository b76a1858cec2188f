import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Services } from "#app/http/services.ts";
import { readSettings, type Settings } from "#app/platform/config/settings.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { createLogger } from "#app/platform/logger.ts";
import { createMetrics } from "#app/platform/metrics.ts";
import { openFileStore } from "#app/platform/storage/disk-file-store.ts";

interface Assembly {
  services: Services;
  drain(): void;
  close(): Promise<void>;
}

/** Opens everything a process needs; migrates first. `assetUrl` differs between development and the build. */
export async function assemble(
  assetUrl: (name: string) => string,
  settings: Settings = readSettings(),
): Promise<Assembly> {
  const logger = createLogger(settings.logLevel, "portal");
  const metrics = createMetrics();
  mkdirSync(settings.dataDir, { recursive: true });
  const db = await openDatabase({
    url: settings.databaseUrl,
    file: join(settings.dataDir, "portal.sqlite"),
    synchronous: settings.sqliteSynchronous,
    onBatch: (size) => metrics.writes.observe(size),
    onFatal: (error) => {
      logger.fatal({ err: error }, "storage failed; stopping so that nothing is acknowledged in vain");
      process.exit(70);
    },
  });
  await migrate(db);
  let draining = false;
  const services: Services = {
    settings,
    db,
    files: openFileStore(join(settings.dataDir, "files")),
    logger,
    metrics,
    clock: () => new Date(),
    assetUrl,
    isDraining: () => draining,
  };
  return {
    services,
    drain: () => {
      draining = true;
    },
    close: () => db.close(),
  };
}
