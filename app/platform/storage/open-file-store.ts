import { join } from "node:path";
import type { Settings } from "#app/platform/config/settings.ts";
import { diskStore } from "./disk-store.ts";
import type { FileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";

/** Uploads where the settings say: an S3-compatible bucket when one is named, else a folder beside the database. */
export function openFileStore({ dataDir, s3 }: Pick<Settings, "dataDir" | "s3">): Promise<FileStore> {
  return s3 ? s3Store({ ...s3, workFolder: join(dataDir, "uploads") }) : diskStore(join(dataDir, "files"));
}
