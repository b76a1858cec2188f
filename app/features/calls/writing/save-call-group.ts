import { type CallDocument, type CallGroup, frozenGroups } from "#app/domain/calls/call-document.ts";
import { changedBesidesTexts, groupDifference } from "#app/domain/calls/document-difference.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { lockDraftOfCall, namesOf, writeGroups } from "./call-draft.ts";
import { documentOfStanding, lockStandingCall } from "./standing-call.ts";

export interface SaveCallGroup<G extends CallGroup> {
  callId: string;
  group: G;
  /** Version of the draft when this group was last changed, as the page had it; 0 when it never was. */
  base: number;
  value: CallDocument[G];
}

export type SavedCallGroup<G extends CallGroup> =
  | { ok: true; version: number }
  | { ok: false; reason: "not_allowed" | "not_found" | "frozen" }
  /** Somebody else was first: what stands now, by whom, and the version to answer it with. */
  | { ok: false; reason: "stale"; standing: CallDocument[G]; n: number; by: string; at: string };

/** One group of a call's draft. Nothing is overwritten that the writer has not seen. */
export function saveCallGroup<G extends CallGroup>(
  ctx: Context,
  { callId, group, base, value }: SaveCallGroup<G>,
): Promise<SavedCallGroup<G>> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayCall(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = await lockStandingCall(trx, ctx, callId);
    if (!call) return { ok: false, reason: "not_found" };
    const draft = await lockDraftOfCall(trx, call);
    const standing = draft.document[group];
    const changes = groupDifference(group, standing, value);
    if (changes.length === 0) return { ok: true, version: draft.version };
    const mark = draft.groups[group];
    if (mark && mark.n !== base) {
      const by = (await namesOf(trx, [mark.by])).get(mark.by) ?? "";
      return { ok: false, reason: "stale", standing, n: mark.n, by, at: mark.at };
    }
    if (call.state !== "not_open") {
      const published = await documentOfStanding(trx, call);
      const after = { ...published, [group]: value };
      if (frozenGroups.includes(group) || changedBesidesTexts(published, after).length > 0)
        return { ok: false, reason: "frozen" };
    }
    const saved = await writeGroups(trx, ctx, {
      ...{ callId, personId: actor.personId, draft },
      values: { [group]: value },
    });
    await recordEvent(trx, ctx, {
      type: "call_draft.changed",
      subject: { kind: "call", id: callId },
      callId,
      data: { group, version: saved.version, places: changes.length },
    });
    return { ok: true, version: saved.version };
  });
}
