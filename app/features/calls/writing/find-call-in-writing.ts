import type { CallDocument, CallGroup } from "#app/domain/calls/call-document.ts";
import { callProblems, type CallProblem } from "#app/domain/calls/call-problems.ts";
import { documentDifference, type DocumentChange } from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import type { Read } from "#app/platform/database/database.ts";
import { draftOfCall, type GroupMark, namesOf } from "./call-draft.ts";
import { publishedDocument } from "./publish-call-draft.ts";
import { sectionsOfForm } from "./sections-of-form.ts";
import { documentOfStanding, standingCall, type StandingCall } from "./standing-call.ts";

export interface CallInWriting {
  call: StandingCall;
  /** As it would be published now. */
  document: CallDocument;
  /** What the public reads now; undefined while it reads nothing. */
  published: CallDocument | undefined;
  /** `by` is the name. */
  groups: Partial<Record<CallGroup, GroupMark>>;
  draftVersion: number;
  opened: boolean;
  problems: CallProblem[];
  /** What publishing would change; everything is new while nothing is published. */
  changes: DocumentChange[];
  sections: number;
}

/** A call with its draft, for those who may read drafts. */
export async function findCallInWriting(ctx: Context, callId: string): Promise<CallInWriting | undefined> {
  if (!mayCall(ctx.actor, "read")) return undefined;
  const { read } = ctx.db;
  const call = await standingCall(read, ctx, callId);
  if (!call) return undefined;
  const standing = await documentOfStanding(read, call);
  const draft = await draftOfCall(read, call);
  const sections = await sectionsOfForm(read, call.formVersionId);
  const opened = call.state !== "not_open";
  const document = publishedDocument(draft.document, standing, opened);
  return {
    call,
    document,
    published: call.listed ? standing : undefined,
    groups: await withNames(read, draft.groups),
    draftVersion: draft.version,
    opened,
    problems: callProblems(document, { now: ctx.now, calendar: await readCalendar(read), sections, opened }),
    changes: call.listed ? documentDifference(standing, document) : [],
    sections: sections?.length ?? 0,
  };
}

async function withNames(db: Read, groups: CallInWriting["groups"]): Promise<CallInWriting["groups"]> {
  const names = await namesOf(db, [...new Set(Object.values(groups).map(({ by }) => by))]);
  return Object.fromEntries(
    Object.entries(groups).map(([group, mark]) => [group, { ...mark, by: names.get(mark.by) ?? "" }]),
  );
}
