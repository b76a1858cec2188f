import type { Write } from "#app/platform/database/database.ts";

/** Those that no file names any more: an application that took files over names the same bytes. */
export async function unusedStorageKeys(trx: Write, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const used = await trx.selectFrom("file").select("storage_key").where("storage_key", "in", keys).execute();
  return keys.filter((key) => !used.some((file) => file.storage_key === key));
}
