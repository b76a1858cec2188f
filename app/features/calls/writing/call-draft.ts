import { type CallDocument, callDocumentSchema, type CallGroup } from "#app/domain/calls/call-document.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { documentOfStanding, type StandingCall } from "./standing-call.ts";

/** When a group was last changed in a draft; `n` is the draft's version then. */
export interface GroupMark {
  n: number;
  at: string;
  by: string;
}

export interface StoredDraft {
  document: CallDocument;
  groups: Partial<Record<CallGroup, GroupMark>>;
  /** 0 while nobody has begun one. */
  version: number;
  publishedVersion: number | null;
}

const columns = ["document", "groups", "version", "published_version as publishedVersion"] as const;

interface Row {
  document: string;
  groups: string;
  version: number;
  publishedVersion: number | null;
}

const readDraft = (row: Row): StoredDraft => ({
  document: callDocumentSchema.parse(JSON.parse(row.document)),
  groups: JSON.parse(row.groups) as StoredDraft["groups"],
  version: row.version,
  publishedVersion: row.publishedVersion,
});

/** The draft of a call, or what it would begin with. */
export async function draftOfCall(db: Read, call: StandingCall): Promise<StoredDraft> {
  const row = await db
    .selectFrom("call_draft")
    .select(columns)
    .where("call_id", "=", call.id)
    .executeTakeFirst();
  return row ? readDraft(row) : freshDraft(await documentOfStanding(db, call));
}

/** The same under a lock; the call's own row is locked before it. */
export async function lockDraftOfCall(trx: Write, call: StandingCall): Promise<StoredDraft> {
  const row = await trx
    .selectFrom("call_draft")
    .select(columns)
    .where("call_id", "=", call.id)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  return row ? readDraft(row) : freshDraft(await documentOfStanding(trx, call));
}

const freshDraft = (document: CallDocument): StoredDraft => ({
  ...{ document, groups: {}, version: 0, publishedVersion: null },
});

export type GroupValues = Partial<CallDocument>;

/** Writes groups of a locked draft, each a version of its own, with what stood there before. Returns the draft after it. */
export async function writeGroups(
  trx: Write,
  ctx: Pick<Context, "now">,
  {
    callId,
    personId,
    draft,
    values,
  }: { callId: string; personId: string; draft: StoredDraft; values: GroupValues },
): Promise<StoredDraft> {
  const at = ctx.now.toISOString();
  const next: StoredDraft = { ...draft, document: { ...draft.document }, groups: { ...draft.groups } };
  const changes = (Object.entries(values) as [CallGroup, Json][]).map(([group, after]) => {
    next.version += 1;
    const before = draft.document[group] as unknown as Json;
    Object.assign(next.document, { [group]: after });
    next.groups[group] = { n: next.version, at, by: personId };
    return {
      ...{ call_id: callId, version: next.version, group_key: group, person_id: personId, at },
      ...{ before: canonicalJson(before), after: canonicalJson(after) },
    };
  });
  const row = {
    document: canonicalJson(next.document as unknown as Json),
    groups: canonicalJson(next.groups as unknown as Json),
    ...{ version: next.version, updated_by: personId, updated_at: at },
  };
  if (draft.version === 0)
    await trx
      .insertInto("call_draft")
      .values({ call_id: callId, ...row, created_by: personId, created_at: at, published_version: null })
      .execute();
  else await trx.updateTable("call_draft").set(row).where("call_id", "=", callId).execute();
  if (changes.length > 0) await trx.insertInto("call_draft_change").values(changes).execute();
  return next;
}

export async function namesOf(db: Read, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.selectFrom("person").select(["id", "name"]).where("id", "in", personIds).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
