import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { type Database, isPostgres, openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";

export interface Rush {
  url: string;
  bug:
    | "none"
    | "acknowledges-before-commit"
    | "event-after-commit"
    /** Only a power cut shows these two. */
    | "synchronous-normal"
    | "folder-not-synced";
  /** Each write then brings an upload. */
  filesFolder?: string;
}

export interface Damage {
  acknowledged: number;
  /** Acknowledged, yet not there or not as it was written. */
  lost: string[];
  /** A row without its event, an event without its row, or a row without its file. */
  half: string[];
  chainIsSound: boolean;
}

const child = fileURLToPath(new URL("./writing-child.ts", import.meta.url));

export interface RunningRush {
  process: ChildProcess;
  /** What it acknowledged until its end. */
  ended: Promise<string[]>;
  /** Once it has acknowledged so many writes, however slow the machine is. */
  acknowledged(count: number): Promise<unknown>;
}

/** A process that writes in a rush, already at it. */
export async function startRush(rush: Rush): Promise<RunningRush> {
  const writing = spawn(process.execPath, [child, JSON.stringify(rush)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(writing, "close");
  let output = "";
  let errors = "";
  writing.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors += chunk));
  writing.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  await Promise.race([once(writing.stdout, "data"), ended]);
  if (writing.exitCode !== null) throw new Error(`The writing process ended by itself: ${errors}`);
  // What follows the last line break was cut off while it was being told.
  const lines = () => output.split("\n").slice(0, -1);
  return {
    process: writing,
    ended: ended.then(lines),
    async acknowledged(count) {
      while (lines().length < count) {
        await Promise.race([once(writing.stdout, "data"), ended]);
        if (writing.exitCode !== null) throw new Error(`The writing process ended by itself: ${errors}`);
      }
    },
  };
}

/** What was promised beside what is there. */
export async function damageOf({ url, filesFolder }: Rush, acknowledged: string[]): Promise<Damage> {
  // Looking must not leave anything unsynced behind either: the next power cut would take it.
  const db = await openDatabase({ url, ...(isPostgres(url) && { synchronous: "OFF" }) });
  try {
    const { rows, recorded } = await oneMoment(db);
    const whole = new Set(rows.filter((row) => row.content.key === row.key).map((row) => row.key));
    const fileless = filesFolder ? await withoutFile(filesFolder, rows) : [];
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((key) => !whole.has(key)),
      half: [...whole.symmetricDifference(recorded), ...fileless],
      chainIsSound: (await verifyChain(db)).ok,
    };
  } finally {
    await db.close();
  }
}

interface Row {
  key: string;
  content: { key: string; file: { id: string; sha256: string } | null };
}

/** In one snapshot: PostgreSQL may still be finishing a commit of the dead process. */
async function oneMoment(db: Database): Promise<{ rows: Row[]; recorded: Set<string> }> {
  return db.read.transaction().execute(async (snapshot) => {
    const rows = await snapshot.selectFrom("setting").select(["key", "value"]).execute();
    const events = await snapshot.selectFrom("event").select("subject_id").execute();
    return {
      rows: rows.map((row) => ({ key: row.key, content: JSON.parse(row.value) as Row["content"] })),
      recorded: new Set(events.map((event) => event.subject_id)),
    };
  });
}

async function withoutFile(folder: string, rows: Row[]): Promise<string[]> {
  const store = await diskStore(folder);
  const missing: string[] = [];
  for (const { key, content } of rows) {
    const { id, sha256 } = content.file ?? { id: "", sha256: "" };
    const bytes = await store.open(id).then(
      ({ stream }) => buffer(stream),
      () => undefined,
    );
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256) missing.push(key);
  }
  return missing;
}
