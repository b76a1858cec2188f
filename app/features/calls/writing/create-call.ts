import { type CallDocument } from "#app/domain/calls/call-document.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { beijingClock } from "#app/domain/shared/beijing-time.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { draftOfCall } from "./call-draft.ts";
import { freshRubric } from "./draft-rubric.ts";
import { emptyDocument, standingCall, type StandingCall } from "./standing-call.ts";

export interface CreateCall {
  /** `C13`. */
  code: string;
  year: number;
  title: { zh: string; en: string };
  /** The call whose text, rubric and form it begins with; null for nothing. */
  from: string | null;
}

export type CreateCallRefusal = "not_allowed" | "code" | "year" | "taken" | "title" | "from";

/** A call that only the office knows of until it is published. */
export function createCall(
  ctx: Context,
  input: CreateCall,
): Promise<{ ok: true; callId: string } | { ok: false; reason: CreateCallRefusal }> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayCall(actor, "edit") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const code = input.code.trim().toUpperCase();
    if (!/^C[1-9]\d{0,2}$/.test(code)) return { ok: false, reason: "code" };
    const thisYear = beijingClock(ctx.now).year;
    if (!Number.isInteger(input.year) || input.year < thisYear - 1 || input.year > thisYear + 3)
      return { ok: false, reason: "year" };
    const title = { zh: input.title.zh.trim(), en: input.title.en.trim() };
    if (title.zh === "" || title.en === "") return { ok: false, reason: "title" };
    const taken = await trx
      .selectFrom("call")
      .select("id")
      .where("code", "=", code)
      .where("year", "=", input.year)
      .executeTakeFirst();
    if (taken) return { ok: false, reason: "taken" };
    const source = input.from === null ? undefined : await standingCall(trx, ctx, input.from);
    if (input.from !== null && !source) return { ok: false, reason: "from" };

    const callId = newId();
    const document = source
      ? await clonedDocument(trx, source, title)
      : emptyDocument(title, freshRubric(title));
    await insertCall(trx, { callId, code, year: input.year, title });
    await insertDraft(trx, ctx, { callId, personId: actor.personId, document });
    if (source?.formVersionId)
      await cloneForm(trx, ctx, { callId, code, formVersionId: source.formVersionId });
    await recordEvent(trx, ctx, {
      type: "call.created",
      subject: { kind: "call", id: callId },
      callId,
      data: { code, year: input.year, ...(source && { from: source.id }) },
    });
    return { ok: true, callId };
  });
}

/** Everything but the title and the times, which are its own. A draft that is further than its call is what is meant. */
async function clonedDocument(
  trx: Write,
  source: StandingCall,
  title: { zh: string; en: string },
): Promise<CallDocument> {
  const { document } = await draftOfCall(trx, source);
  return {
    ...document,
    about: { ...document.about, title },
    rubric: { ...document.rubric, title: freshRubric(title).title },
    times: { opensAt: "", closesAt: "", resultsOn: "" },
  };
}

const insertCall = (
  trx: Write,
  {
    callId,
    code,
    year,
    title,
  }: { callId: string; code: string; year: number; title: { zh: string; en: string } },
) =>
  trx
    .insertInto("call")
    .values({
      ...{ id: callId, code, year, title_zh: title.zh, title_en: title.en, content: "{}" },
      ...{ opens_at: null, closes_at: null, review_started_at: null, published_at: null },
      ...{ form_version_id: null, rubric_version_id: null, next_serial: 1, version: 1, listed: 0 },
    })
    .execute();

async function insertDraft(
  trx: Write,
  { now }: Context,
  { callId, personId, document }: { callId: string; personId: string; document: CallDocument },
): Promise<void> {
  const at = now.toISOString();
  await trx
    .insertInto("call_draft")
    .values({
      ...{ call_id: callId, document: canonicalJson(document as unknown as Json), groups: "{}", version: 1 },
      ...{
        created_by: personId,
        created_at: at,
        updated_by: personId,
        updated_at: at,
        published_version: null,
      },
    })
    .execute();
}

/** The same questions under this call's code, as the first version that is its own. */
async function cloneForm(
  trx: Write,
  { now }: Context,
  { callId, code, formVersionId }: { callId: string; code: string; formVersionId: string },
): Promise<void> {
  const definition = await formOfVersion(trx, formVersionId);
  const last = await trx
    .selectFrom("form_version")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("code", "=", code)
    .executeTakeFirst();
  const version = Number(last?.version ?? 0) + 1;
  const id = await keepVersion(
    trx,
    "form_version",
    code,
    { ...definition, code, version },
    now.toISOString(),
  );
  await trx.updateTable("call").set({ form_version_id: id }).where("id", "=", callId).execute();
}
