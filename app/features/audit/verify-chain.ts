import { sql } from "kysely";
import { eventHash, genesisHash } from "#app/domain/audit/event-hash.ts";
import type { Database } from "#app/platform/database/database.ts";

export interface ChainHead {
  seq: number;
  hash: string;
}

export type BrokenBecause =
  /** The row's content does not give its hash. */
  | "altered"
  /** A number is not there. */
  | "missing"
  /** The row does not follow the one before it. */
  | "unlinked"
  /** The head knows of later rows than there are. */
  | "truncated"
  /** There are rows the head knows nothing of. */
  | "beyond-head"
  /** The head does not carry the hash of the last row. */
  | "head-altered"
  /** The whole chain is sound, yet not the one whose head was noted down elsewhere. */
  | "not-the-expected-head";

export type ChainVerdict =
  { ok: true; count: number; head: ChainHead } | { ok: false; seq: number; why: BrokenBecause };

interface Options {
  /** A head noted down earlier, outside the database; only this shows a chain that was rewritten as a whole. */
  expect?: ChainHead;
  pageSize?: number;
}

/** Computes every hash again, page by page, up to the head of this moment. Events may be added meanwhile. */
export async function verifyChain(
  db: Database,
  { expect, pageSize = 1_000 }: Options = {},
): Promise<ChainVerdict> {
  const head = await db.read
    .selectFrom("event_head")
    .select(["seq", "hash", sql<number | null>`(select max(seq) from event)`.as("last")])
    .where("id", "=", 1)
    .executeTakeFirst();
  if (!head) return { ok: false, seq: 0, why: "head-altered" };
  let previous: ChainHead = { seq: 0, hash: genesisHash };
  while (previous.seq < head.seq) {
    const page = await eventsAfter(db, previous.seq, Math.min(pageSize, head.seq - previous.seq));
    if (page.length === 0) break;
    for (const event of page) {
      const why = brokenBecause(event, previous, expect);
      if (why) return { ok: false, seq: why === "missing" ? previous.seq + 1 : event.seq, why };
      previous = event;
    }
  }
  const why = wrongAtTheEnd(previous, head, expect);
  return why
    ? { ok: false, ...why }
    : { ok: true, count: previous.seq, head: { seq: head.seq, hash: head.hash } };
}

const eventsAfter = (db: Database, seq: number, limit: number) =>
  db.read.selectFrom("event").selectAll().where("seq", ">", seq).orderBy("seq").limit(limit).execute();

function brokenBecause(
  event: Awaited<ReturnType<typeof eventsAfter>>[number],
  previous: ChainHead,
  expect: ChainHead | undefined,
): BrokenBecause | undefined {
  if (event.seq !== previous.seq + 1) return "missing";
  if (event.prev_hash !== previous.hash) return "unlinked";
  if (eventHash(event) !== event.hash) return "altered";
  return expect && expect.seq === event.seq && expect.hash !== event.hash
    ? "not-the-expected-head"
    : undefined;
}

function wrongAtTheEnd(
  last: ChainHead,
  head: ChainHead & { last: number | null },
  expect: ChainHead | undefined,
) {
  if (last.seq < head.seq) return { seq: last.seq + 1, why: "truncated" } as const;
  if (last.hash !== head.hash) return { seq: last.seq, why: "head-altered" } as const;
  if ((head.last ?? 0) > head.seq) return { seq: head.seq + 1, why: "beyond-head" } as const;
  return expect && expect.seq > last.seq ? ({ seq: last.seq + 1, why: "truncated" } as const) : undefined;
}
