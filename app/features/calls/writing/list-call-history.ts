import { type CallDocument, callDocumentSchema, type CallGroup } from "#app/domain/calls/call-document.ts";
import {
  documentDifference,
  type DocumentChange,
  groupDifference,
} from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface CallDraftChange {
  version: number;
  group: CallGroup;
  changes: DocumentChange[];
  by: string;
  at: string;
}

/** The latest changes of a draft, newest first, with what each changed. */
export async function listCallDraftChanges(
  ctx: Context,
  callId: string,
  limit = 20,
): Promise<CallDraftChange[]> {
  if (!mayCall(ctx.actor, "read")) return [];
  const rows = await ctx.db.read
    .selectFrom("call_draft_change as change")
    .innerJoin("person", "person.id", "change.person_id")
    .select([
      "change.version",
      "change.group_key as group",
      "change.before",
      "change.after",
      "change.at",
      "person.name as by",
    ])
    .where("change.call_id", "=", callId)
    .orderBy("change.version", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ version, group, before, after, at, by }) => ({
    ...{ version, at, by },
    group: group as CallGroup,
    changes: groupDifference(
      group as CallGroup,
      JSON.parse(before) as CallDocument[CallGroup],
      JSON.parse(after) as CallDocument[CallGroup],
    ),
  }));
}

export interface CallVersion {
  major: number;
  minor: number;
  reason: string;
  /** Empty where it stood before anybody edited the call in the browser. */
  by: string;
  at: string;
  /** Against the version before it; nothing of the first. */
  changes: DocumentChange[];
}

/** Every version the public was shown, newest first, with what set it apart from the one before. */
export async function listCallVersions(ctx: Context, callId: string): Promise<CallVersion[]> {
  if (!mayCall(ctx.actor, "read")) return [];
  const rows = await ctx.db.read
    .selectFrom("call_version")
    .leftJoin("person", "person.id", "call_version.person_id")
    .select(["major", "minor", "document", "reason", "call_version.at", "person.name as by"])
    .where("call_id", "=", callId)
    .orderBy("major")
    .orderBy("minor")
    .execute();
  const documents = rows.map(({ document }) => callDocumentSchema.parse(JSON.parse(document)));
  return rows
    .map(({ major, minor, reason, at, by }, index) => ({
      ...{ major, minor, reason, at, by: by ?? "" },
      changes: index === 0 ? [] : documentDifference(documents[index - 1]!, documents[index]!),
    }))
    .toReversed();
}

export interface FormChoice {
  id: string;
  version: number;
  createdAt: string;
}

/** The published versions of a call's own form, newest first. */
export async function listFormChoices(ctx: Context, code: string): Promise<FormChoice[]> {
  if (!mayCall(ctx.actor, "read")) return [];
  return await ctx.db.read
    .selectFrom("form_version")
    .select(["id", "version", "created_at as createdAt"])
    .where("code", "=", code)
    .orderBy("version", "desc")
    .execute();
}
