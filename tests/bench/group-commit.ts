import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "#app/platform/database/database.ts";
import { migrate } from "#app/platform/database/migrate.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";

/** `node tests/bench/group-commit.ts [folder]`: durable commits a second, alone and together. */
const seconds = 3;
const writers = [1, 4, 16, 64];

export interface GroupCommitFigures {
  /** One row, one commit, one fsync, by the bare driver. */
  singleRowPerSecond: number;
  grouped: {
    writers: number;
    perSecond: number;
    ratio: number;
    jobsPerCommit: number;
    p50Ms: number;
    p99Ms: number;
  }[];
}

export async function benchGroupCommit(parent: string): Promise<GroupCommitFigures> {
  const folder = await mkdtemp(join(parent, "portal-bench-"));
  try {
    const singleRowPerSecond = singleRowCommits(join(folder, "single.sqlite"));
    const url = join(folder, "grouped.sqlite");
    await migrate({ url }, { "0001-note": { up: async (db) => void (await createNote.execute(db)) } });
    const commits: number[] = [];
    const db = await openDatabase({ url, hooks: { onCommit: ({ jobs }) => commits.push(jobs) } });
    const grouped = [];
    for (const count of writers) {
      commits.length = 0;
      const times = (await Promise.all(Array.from({ length: count }, () => writeFor(db))))
        .flat()
        .sort((a, b) => a - b);
      grouped.push({
        writers: count,
        perSecond: Math.round(times.length / seconds),
        ratio: round(times.length / seconds / singleRowPerSecond),
        jobsPerCommit: round(times.length / commits.length),
        p50Ms: round(times[Math.floor(times.length * 0.5)]!),
        p99Ms: round(times[Math.floor(times.length * 0.99)]!),
      });
    }
    await db.close();
    return { singleRowPerSecond, grouped };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const createNote = sql`create table note (id integer primary key, text text not null)`;
const round = (value: number) => Math.round(value * 100) / 100;

function singleRowCommits(file: string): number {
  const raw = new BetterSqlite(file);
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.exec("create table note (id integer primary key, text text not null)");
  const insert = raw.prepare("insert into note (text) values (?)");
  let count = 0;
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; count++)
    insert.run("甲子");
  raw.close();
  return Math.round(count / seconds);
}

async function writeFor(db: Database): Promise<number[]> {
  const times: number[] = [];
  for (const until = performance.now() + seconds * 1_000; performance.now() < until;) {
    const begun = performance.now();
    await db.write((trx) => sql`insert into note (text) values ('甲子')`.execute(trx));
    times.push(performance.now() - begun);
  }
  return times;
}

if (import.meta.main) {
  const { singleRowPerSecond, grouped } = await benchGroupCommit(process.argv[2] ?? "data");
  console.log(`single-row durable commits: ${singleRowPerSecond}/s`);
  console.table(grouped);
}
