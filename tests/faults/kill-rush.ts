import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { type Database, openDatabase } from "#app/platform/database/open-database.ts";

export type PlantedBug = "none" | "acknowledges-before-commit" | "event-after-commit";

export interface Damage {
  acknowledged: number;
  /** Acknowledged, yet not there or not as it was written. */
  lost: string[];
  /** A row without its event, or an event without its row. */
  half: string[];
  chainIsSound: boolean;
}

const child = fileURLToPath(new URL("./writing-child.ts", import.meta.url));

/** Lets processes write in a rush, kills each at a random moment, and compares what they promised with what is there. */
export async function killInTheRush(url: string, bug: PlantedBug, processes = 1): Promise<Damage> {
  const rushes = Array.from({ length: processes }, () => rushUntilKilled(url, bug));
  const acknowledged = (await Promise.all(rushes)).flat();
  const db = await openDatabase({ url, synchronous: "OFF" });
  try {
    return { ...(await compare(db, acknowledged)), chainIsSound: (await verifyChain(db)).ok };
  } finally {
    await db.close();
  }
}

/** In one snapshot: PostgreSQL may still be finishing a commit of the dead process. */
async function compare(db: Database, acknowledged: string[]) {
  return db.read.transaction().execute(async (snapshot) => {
    const rows = await snapshot.selectFrom("setting").select(["key", "value"]).execute();
    const events = await snapshot.selectFrom("event").select("subject_id").execute();
    const whole = new Set(rows.filter((row) => JSON.parse(row.value).key === row.key).map((row) => row.key));
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((key) => !whole.has(key)),
      half: [...whole.symmetricDifference(new Set(events.map((event) => event.subject_id)))],
    };
  });
}

async function rushUntilKilled(url: string, bug: PlantedBug): Promise<string[]> {
  const writing = spawn(process.execPath, [child, url, bug], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(writing, "close");
  let output = "";
  writing.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  await Promise.race([once(writing.stdout, "data"), ended]);
  if (writing.exitCode !== null) throw new Error("The writing process ended by itself");
  await pause(Math.random() * 120);
  writing.kill("SIGKILL");
  await ended;
  // What follows the last line break was cut off while it was being told.
  return output.split("\n").slice(0, -1);
}
