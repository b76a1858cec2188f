import { reasonProblem } from "#app/domain/applications/office-moves.ts";
import { type CallDocument, contentOf } from "#app/domain/calls/call-document.ts";
import { wallClock } from "#app/domain/calls/call-of-content.ts";
import { callProblems, instantOfWallClock } from "#app/domain/calls/call-problems.ts";
import { changedBesidesTexts, documentDifference } from "#app/domain/calls/document-difference.ts";
import { limitColumns } from "#app/features/calls/limit-columns.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import type { Write } from "#app/platform/database/database.ts";
import { lockDraftOfCall } from "./call-draft.ts";
import { keepRubric } from "./draft-rubric.ts";
import { keepCallVersion, type VersionNumber } from "./keep-call-version.ts";
import { sectionsOfForm } from "./sections-of-form.ts";
import { documentOfStanding, lockStandingCall, type StandingCall } from "./standing-call.ts";

export interface PublishCallDraft {
  callId: string;
  /** Of the draft and of the call, as the page had them. */
  draftVersion: number;
  callVersion: number;
  /** Why texts are corrected after opening; not asked before it. */
  reason: string;
}

export type PublishCallRefusal =
  "not_allowed" | "not_found" | "stale" | "problems" | "frozen" | "nothing" | "reason";

/**
 * The draft becomes what the public reads. Before opening with its times, and a call with an opening time opens by
 * itself when it has come; after opening only texts may differ, as a minor version with its reason.
 */
export function publishCallDraft(
  ctx: Context,
  input: PublishCallDraft,
): Promise<{ ok: true; version: VersionNumber } | { ok: false; reason: PublishCallRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayCall(ctx.actor, "publish")) return { ok: false, reason: "not_allowed" };
    const call = await lockStandingCall(trx, ctx, input.callId);
    if (!call) return { ok: false, reason: "not_found" };
    const draft = await lockDraftOfCall(trx, call);
    if (draft.version !== input.draftVersion || call.version !== input.callVersion)
      return { ok: false, reason: "stale" };
    const before = await documentOfStanding(trx, call);
    const opened = call.state !== "not_open";
    const document = opensNotBefore(publishedDocument(draft.document, before, opened), ctx.now, opened);
    const refusal = await refusalOf(trx, ctx, { call, before, document, opened, reason: input.reason });
    if (refusal) return { ok: false, reason: refusal };
    const set = await columnsOf(trx, ctx, call, document, opened);
    if (!set) return { ok: false, reason: "problems" };
    await trx
      .updateTable("call")
      .set({ ...set, listed: 1, withdrawn_at: null, version: call.version + 1 })
      .where("id", "=", call.id)
      .execute();
    await trx
      .updateTable("call_draft")
      .set({ published_version: draft.version })
      .where("call_id", "=", call.id)
      .execute();
    const version = await keepCallVersion(trx, ctx, {
      callId: call.id,
      before: call.listed ? before : undefined,
      after: document,
      step: opened ? "minor" : "major",
      reason: opened ? input.reason.trim() : "",
    });
    await recordPublished(trx, ctx, { call, before, document, version, opened, reason: input.reason });
    return { ok: true, version };
  });
}

/** After opening the times are those of the call: an extension moved them, not the draft. */
export const publishedDocument = (
  draft: CallDocument,
  standing: CallDocument,
  opened: boolean,
): CallDocument => (opened ? { ...draft, times: standing.times } : draft);

/** An opening in the past would have been open already: it opens now, and so it is kept. */
function opensNotBefore(document: CallDocument, now: Date, opened: boolean): CallDocument {
  const opens = instantOfWallClock(document.times.opensAt);
  if (opened || !opens || !isBefore(opens, now)) return document;
  return { ...document, times: { ...document.times, opensAt: wallClock(now.toISOString()) } };
}

interface Publication {
  call: StandingCall;
  before: CallDocument;
  document: CallDocument;
  opened: boolean;
  reason: string;
}

async function refusalOf(
  trx: Write,
  { now }: Context,
  { call, before, document, opened, reason }: Publication,
): Promise<PublishCallRefusal | undefined> {
  if (call.listed && documentDifference(before, document).length === 0) return "nothing";
  if (opened && changedBesidesTexts(before, document).length > 0) return "frozen";
  if (opened && reasonProblem(reason.trim()) !== null) return "reason";
  const sections = await sectionsOfForm(trx, call.formVersionId);
  const calendar = await readCalendar(trx);
  const problems = callProblems(document, { now, calendar, sections, opened });
  return problems.some(({ level }) => level === "error") ? "problems" : undefined;
}

async function columnsOf(
  trx: Write,
  { now }: Context,
  call: StandingCall,
  document: CallDocument,
  opened: boolean,
) {
  const content = contentOf(document);
  const texts = {
    title_zh: document.about.title.zh,
    title_en: document.about.title.en,
    content: canonicalJson(content as unknown as Json),
  };
  // What applicants and reviewers work with is frozen at opening.
  if (opened) return texts;
  const rubric = await keepRubric(trx, call.code, document.rubric, now.toISOString());
  if (!rubric.ok) return undefined;
  const opens = instantOfWallClock(document.times.opensAt);
  const closes = instantOfWallClock(document.times.closesAt);
  return {
    ...texts,
    ...limitColumns(content),
    rubric_version_id: rubric.id,
    opens_at: opens && opens.toISOString(),
    closes_at: closes && closes.toISOString(),
  };
}

async function recordPublished(
  trx: Write,
  ctx: Context,
  { call, before, document, version, opened, reason }: Publication & { version: VersionNumber },
): Promise<void> {
  const changes = documentDifference(before, document);
  await recordEvent(trx, ctx, {
    type: opened ? "call.corrected" : "call.content_published",
    subject: { kind: "call", id: call.id },
    callId: call.id,
    data: {
      version: `${version.major}.${version.minor}`,
      places: changes.map(({ group, path }) => `${group}.${path}`).slice(0, 200),
      ...(opened && { reason: reason.trim() }),
    },
  });
  const opensAt = instantOfWallClock(document.times.opensAt)?.toISOString() ?? null;
  if (opened || opensAt === null || opensAt === call.opensAt) return;
  await recordEvent(trx, ctx, {
    type: "call.opened",
    subject: { kind: "call", id: call.id },
    callId: call.id,
    data: { from: call.opensAt, to: opensAt },
  });
}
