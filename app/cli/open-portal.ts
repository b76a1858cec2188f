import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "#app/platform/config/settings.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import type { Stage } from "./demo/stage.ts";

/** Where the settings say the data is: the same places as the portal itself uses. */
export const placesOf = (settings: Settings) => ({
  url: settings.databaseUrl ?? join(settings.dataDir, "portal.sqlite"),
  filesFolder: join(settings.dataDir, "files"),
});

/** Opens the portal's data for one command, migrating it first. */
export async function withPortal<T>(settings: Settings, work: (portal: Stage) => Promise<T>): Promise<T> {
  const { url, filesFolder } = placesOf(settings);
  await mkdir(settings.dataDir, { recursive: true });
  const options = { url, synchronous: settings.sqliteSynchronous };
  await migrate(options, migrations);
  const db = await openDatabase(options);
  try {
    return await work({ db, files: await diskStore(filesFolder), settings });
  } finally {
    await db.close();
  }
}
