import { writeSync } from "node:fs";
import { system } from "#app/domain/accounts/actor.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { isPostgres, openDatabase } from "#app/platform/database/open-database.ts";
import { newId } from "#app/platform/new-id.ts";

/**
 * Sixteen writers in a hurry, until somebody kills this process. Each acknowledged write is a line on standard
 * output. The two planted bugs are what the harness must be able to see.
 */
const [url = "", bug = "none"] = process.argv.slice(2);
// The test's PostgreSQL does not sync; it outlives this process, so for a SIGKILL that is no difference.
const db = await openDatabase({ url, synchronous: isPostgres(url) ? "OFF" : "FULL" });
const ctx = { actor: system, now: new Date(), requestId: "rush" };

const acknowledge = (key: string) => writeSync(1, `${key}\n`);

async function saveOne(): Promise<void> {
  const key = newId();
  const row = {
    key,
    value: JSON.stringify({ text: "甲".repeat(Math.floor(Math.random() * 400)), key }),
    updated_at: "",
  };
  await db.write(async (trx) => {
    await trx.insertInto("setting").values(row).execute();
    if (bug !== "event-after-commit") await record(trx, key);
    if (bug === "acknowledges-before-commit") acknowledge(key);
  });
  if (bug === "event-after-commit") await db.write((trx) => record(trx, key));
  if (bug !== "acknowledges-before-commit") acknowledge(key);
}

const record = (trx: Parameters<typeof recordEvent>[0], key: string) =>
  recordEvent(trx, ctx, { type: "setting.changed", subject: { kind: "setting", id: key } });

async function saveForEver(): Promise<never> {
  for (;;) await saveOne();
}

await Promise.all(Array.from({ length: 16 }, saveForEver));
