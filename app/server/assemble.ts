import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Services } from "#app/http/services.ts";
import { readSettings, type Settings } from "#app/platform/config/settings.ts";
import type { DatabaseOptions } from "#app/platform/database/database.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { createLogger } from "#app/platform/logger.ts";
import { createMetrics } from "#app/platform/metrics.ts";
import { openFileStore } from "#app/platform/storage/open-file-store.ts";
import { migrations } from "#db/migrations/index.ts";

interface Assembly {
  services: Services;
  drain(): void;
  close(): Promise<void>;
}

/** Opens everything a process needs; migrates first. `assets` differ between development and the build. */
export async function assemble(
  assets: Record<string, string>,
  settings: Settings = readSettings(),
): Promise<Assembly> {
  const logger = createLogger(settings.logLevel, "portal");
  const metrics = createMetrics();
  mkdirSync(settings.dataDir, { recursive: true });
  const options: DatabaseOptions = {
    url: databaseUrl(settings),
    synchronous: settings.sqliteSynchronous,
    hooks: {
      slowQueryMs: 200,
      onSlowQuery: ({ sql, ms }) => logger.warn({ sql, ms }, "slow statement"),
      onQuery: () => metrics.statements.inc(),
      onCommit: ({ jobs }) => metrics.writes.observe(jobs),
      onFatal: (error) => {
        logger.fatal({ err: error }, "storage failed; stopping so that nothing is acknowledged in vain");
        process.exit(70);
      },
    },
  };
  await migrate(options, migrations);
  const db = await openDatabase(options);
  let draining = false;
  const services: Services = {
    settings,
    db,
    files: await openFileStore(settings),
    logger,
    metrics,
    clock: () => new Date(),
    assets,
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

/** PostgreSQL where DATABASE_URL says so, else one file in the data folder. */
export const databaseUrl = (settings: Settings): string =>
  settings.databaseUrl ?? join(settings.dataDir, "portal.sqlite");
