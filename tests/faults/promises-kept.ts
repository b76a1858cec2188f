import { createHash } from "node:crypto";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { type Database, openDatabase } from "#app/platform/database/open-database.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import type { Promised } from "./server-rush.ts";

export interface Kept {
  /** Promises, or parts of them, that are not there as they were made. */
  broken: string[];
  chainIsSound: boolean;
}

/** Compares what was promised with what is there after the kill, byte for byte. */
export async function promisesKept(folder: string, promised: readonly Promised[]): Promise<Kept> {
  const db = await openDatabase({ url: join(folder, "portal.sqlite") });
  try {
    const broken: string[] = [];
    for (const entry of promised) {
      const fault = await faultOf(db, join(folder, "files"), entry);
      if (fault) broken.push(`${entry.kind} of ${entry.applicationId}: ${fault}`);
    }
    broken.push(...(await halfDone(db)));
    return { broken, chainIsSound: (await verifyChain(db)).ok };
  } finally {
    await db.close();
  }
}

async function faultOf(db: Database, filesFolder: string, entry: Promised): Promise<string | undefined> {
  switch (entry.kind) {
    case "saved":
      return await saveFault(db, entry);
    case "file":
      return await fileFault(db, filesFolder, entry);
    case "receipt":
      return await receiptFault(db, entry);
  }
}

async function saveFault({ read }: Database, entry: Extract<Promised, { kind: "saved" }>) {
  const change = await read
    .selectFrom("answer_change")
    .select(["after", "field_version"])
    .where("op_id", "=", entry.opId)
    .executeTakeFirst();
  if (!change) return "the change is gone";
  if (change.field_version !== entry.version) return "the change has another version";
  if (JSON.parse(change.after ?? "null") !== entry.value) return "the change says something else";
  const draft = await read
    .selectFrom("draft_section")
    .select("answers")
    .where("application_id", "=", entry.applicationId)
    .where("section_key", "=", "finance")
    .executeTakeFirstOrThrow();
  const field = (JSON.parse(draft.answers) as Record<string, { v: string; n: number }>)["finance_remarks"];
  if (!field || field.n < entry.version) return "the draft is older";
  return field.n === entry.version && field.v !== entry.value ? "the draft says something else" : undefined;
}

async function fileFault(
  { read }: Database,
  filesFolder: string,
  entry: Extract<Promised, { kind: "file" }>,
): Promise<string | undefined> {
  const row = await read
    .selectFrom("file")
    .select("storage_key")
    .where("application_id", "=", entry.applicationId)
    .where("sha256", "=", entry.sha256)
    .executeTakeFirst();
  if (!row) return "no row names it";
  const store = await diskStore(filesFolder);
  const bytes = await store.open(row.storage_key).then(
    ({ stream }) => buffer(stream),
    () => undefined,
  );
  if (!bytes) return "its bytes are gone";
  return hashOf(bytes) === entry.sha256 ? undefined : "its bytes differ";
}

async function receiptFault({ read }: Database, entry: Extract<Promised, { kind: "receipt" }>) {
  const row = await read
    .selectFrom("submission")
    .select(["snapshot", "sha256"])
    .where("application_id", "=", entry.applicationId)
    .where("version", "=", entry.version)
    .executeTakeFirst();
  if (!row) return `version ${entry.version} is gone`;
  if (hashOf(row.snapshot) !== row.sha256) return "its hash is not that of its snapshot";
  const { raw } = JSON.parse(row.snapshot) as { raw: Record<string, unknown> };
  return (raw["finance_remarks"] ?? "") === entry.remarks ? undefined : "its snapshot holds another text";
}

/** A submission without its event or its state, a file event without its row. */
async function halfDone({ read }: Database): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'submission ' || s.id || ' has no event' as fault from submission s
      where not exists (select 1 from event e where e.subject_id = s.id and e.type = 'application.submitted')
    union all
    select 'event ' || e.id || ' has no submission' from event e
      where e.type = 'application.submitted' and not exists (select 1 from submission s where s.id = e.subject_id)
    union all
    select 'application ' || a.id || ' does not point to its last submission' from application a
      where a.current_submission_id is not null and a.current_submission_id <> (
        select s.id from submission s where s.application_id = a.id order by s.version desc limit 1)
    union all
    select 'event ' || e.id || ' has no file' from event e
      where e.type in ('file.uploaded', 'file.replaced') and not exists (select 1 from file f where f.id = e.subject_id)
  `.execute(read);
  return rows.map(({ fault }) => fault);
}

const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
