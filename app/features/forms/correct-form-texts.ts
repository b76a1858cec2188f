import { callState, type CallTimes } from "#app/domain/calls/call-state.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { textCorrection } from "#app/domain/forms/text-correction.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { lockDraft } from "./edit-form-draft.ts";
import { keepForm, markPublished } from "./keep-form.ts";

export type CorrectionRefusal =
  | "not_allowed"
  | "not_found"
  | "stale"
  | "no_call"
  | "not_opened"
  | "published"
  | "no_reason"
  | "structure"
  | "nothing"
  | "problems";

export const longestReason = 500;

class CallChanged extends Error {}

interface Correction {
  draftId: string;
  /** Of the draft, as it was looked at. */
  version: number;
  reason: string;
}

/**
 * After opening, a draft that differs from its call's form in words alone becomes the form: drafts of applications
 * go on with it, submissions keep what they were made with.
 */
export async function correctFormTexts(
  ctx: Context,
  { draftId, version, reason }: Correction,
): Promise<{ ok: true; formId: string; drafts: number } | { ok: false; reason: CorrectionRefusal }> {
  try {
    return await ctx.db.write(async (trx) => {
      const { actor } = ctx;
      if (!mayForm(actor, "publish") || actor.kind !== "person") return refused("not_allowed");
      const draft = await lockDraft(trx, draftId);
      if (!draft) return refused("not_found");
      if (draft.version !== version) return refused("stale");
      const said = reason.trim().slice(0, longestReason);
      if (said === "") return refused("no_reason");
      const call = draft.callId === null ? undefined : await callOf(trx, draft.callId);
      if (!call || call.formId === null) return refused("no_call");
      const wrong = await refusalOf(trx, ctx, call.formId, call, draft.definition);
      if (wrong) return refused(wrong);
      const made = { by: actor, corrects: call.formId, reason: said };
      const formId = await keepForm(trx, ctx, call.code, draft.definition, made);
      if (formId === null) return refused("nothing");
      const drafts = await moveDrafts(trx, call.id, formId);
      await useVersion(trx, call, formId);
      await markPublished(trx, { id: draftId, version }, formId);
      await recordEvent(trx, ctx, {
        type: "form_draft.texts_corrected",
        subject: { kind: "form_draft", id: draftId },
        callId: call.id,
        data: { version, form: formId, before: call.formId, reason: said, drafts },
      });
      return { ok: true, formId, drafts } as const;
    });
  } catch (error) {
    if (error instanceof CallChanged) return refused("stale");
    throw error;
  }
}

const refused = (reason: CorrectionRefusal) => ({ ok: false, reason }) as const;

async function refusalOf(
  trx: Write,
  ctx: Context,
  formId: string,
  times: CallTimes,
  definition: FormDefinition,
): Promise<CorrectionRefusal | undefined> {
  const state = callState(times, ctx.now);
  if (state === "not_open") return "not_opened";
  if (state === "published") return "published";
  const correction = textCorrection(await formOfVersion(trx, formId), definition);
  if (!correction.ok) return correction.structure.length > 0 ? "structure" : "nothing";
  return checkDefinition(definition).ok ? undefined : "problems";
}

const callOf = (trx: Write, id: string) =>
  trx
    .selectFrom("call")
    .select([
      "id",
      "code",
      "version",
      "form_version_id as formId",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "review_started_at as reviewStartedAt",
      "published_at as publishedAt",
    ])
    .where("id", "=", id)
    .executeTakeFirst();

/** Applications before the call, in the order in which a submission locks them. */
async function moveDrafts(trx: Write, callId: string, formId: string): Promise<number> {
  const moved = await trx
    .updateTable("application")
    .set({ form_version_id: formId })
    .where("call_id", "=", callId)
    .where("state", "=", "draft")
    .where("form_version_id", "<>", formId)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}

async function useVersion(
  trx: Write,
  call: { id: string; version: number; formId: string | null },
  formId: string,
): Promise<void> {
  const used = await trx
    .updateTable("call")
    .set({ form_version_id: formId, version: call.version + 1 })
    .where("id", "=", call.id)
    .where("version", "=", call.version)
    .where("form_version_id", "=", call.formId)
    .executeTakeFirst();
  if (Number(used.numUpdatedRows) === 0) throw new CallChanged();
}
