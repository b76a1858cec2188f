import { fromProfile } from "#app/domain/applications/draft/carry-over.ts";
import { canStartApplication } from "#app/domain/applications/policy.ts";
import {
  type DraftSection,
  fromCompanyProfile,
  orderPath,
} from "#app/domain/applications/draft/draft-section.ts";
import { acceptsSubmissions } from "#app/domain/calls/call-state.ts";
import { type CompiledQuestion, compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import {
  answerPath,
  isBlank,
  isRows,
  type RawAnswers,
  type RawRow,
  type RawValue,
} from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { profileForm, readProfile } from "#app/features/profile-form.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { refreshApplication } from "./refresh-application.ts";

interface StartApplication {
  callId: string;
  companyId: string;
}

export type StartedApplication =
  | { ok: true; applicationId: string }
  | { ok: false; reason: "no_such_call" | "not_open" | "not_allowed" | "uscc_refused" };

/** A draft for an open call, its company sections filled from the company's profile. */
export async function startApplication(ctx: Context, input: StartApplication): Promise<StartedApplication> {
  return await ctx.db.write(async (trx) => {
    const call = await trx.selectFrom("call").selectAll().where("id", "=", input.callId).executeTakeFirst();
    if (!call) return { ok: false, reason: "no_such_call" };
    if (!canStartApplication(ctx.actor, input.companyId)) return { ok: false, reason: "not_allowed" };
    const times = {
      opensAt: call.opens_at,
      closesAt: call.closes_at,
      reviewStartedAt: call.review_started_at,
      publishedAt: call.published_at,
    };
    if (!acceptsSubmissions(times, ctx.now) || call.form_version_id === null)
      return { ok: false, reason: "not_open" };
    const company = await trx
      .selectFrom("company")
      .select(["profile", "uscc_state"])
      .where("id", "=", input.companyId)
      .where("is_test", "=", 0)
      .executeTakeFirst();
    if (!company) return { ok: false, reason: "not_allowed" };
    if (company.uscc_state === "refused") return { ok: false, reason: "uscc_refused" };

    const applicationId = await insertDraft(trx, ctx, call.id, input.companyId, call.form_version_id);
    const definition = await formOfVersion(trx, call.form_version_id);
    await carryOver(trx, ctx, applicationId, definition, readProfile(company.profile));
    await refreshApplication(trx, ctx, applicationId, definition);
    await recordEvent(trx, ctx, {
      type: "application.started",
      subject: { kind: "application", id: applicationId },
      applicationId,
      companyId: input.companyId,
      callId: call.id,
    });
    return { ok: true, applicationId };
  });
}

/** An empty draft, on record only through what its caller records. */
export async function insertDraft(
  trx: Write,
  ctx: Context,
  callId: string,
  companyId: string,
  formVersionId: string,
  isTest: 0 | 1 = 0,
): Promise<string> {
  const id = newId();
  const at = ctx.now.toISOString();
  await trx
    .insertInto("application")
    .values({
      id,
      call_id: callId,
      company_id: companyId,
      form_version_id: formVersionId,
      state: "draft",
      state_since: at,
      version: 1,
      created_by: ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind,
      created_at: at,
      updated_at: at,
      title_zh: "",
      title_en: "",
      city_code: "",
      chain_segment: "",
      answered: 0,
      required: 0,
      correction_round: 0,
      is_test: isTest,
    })
    .execute();
  return id;
}

/** Each answer the form may take from the profile, as a first version with a history of its own. */
async function carryOver(
  trx: Write,
  ctx: Context,
  applicationId: string,
  definition: FormDefinition,
  profile: RawAnswers,
): Promise<void> {
  const at = ctx.now.toISOString();
  const sections = carriedSections(definition, profile, at);
  if (sections.size === 0) return;
  const stored = [...sections].map(([key, fields]) => ({
    application_id: applicationId,
    section_key: key,
    answers: JSON.stringify(fields),
    version: 1,
    updated_at: at,
    updated_by: fromCompanyProfile,
  }));
  await trx.insertInto("draft_section").values(stored).execute();
  const history = [...sections].flatMap(([key, fields]) =>
    Object.entries(fields)
      .filter(([path]) => !path.endsWith("/"))
      .map(([path, field]) => ({
        op_id: newId(),
        application_id: applicationId,
        section_key: key,
        path,
        before: null,
        after: JSON.stringify(field.v),
        field_version: 1,
        person_id: fromCompanyProfile,
        at,
      })),
  );
  await trx.insertInto("answer_change").values(history).execute();
}

function carriedSections(
  definition: FormDefinition,
  profile: RawAnswers,
  at: string,
): Map<string, DraftSection> {
  const answerOf = fromProfile(profileForm, profile);
  const sections = new Map<string, DraftSection>();
  for (const question of compileForm(definition).questionByKey.values()) {
    const value = answerOf(question);
    if (value === undefined) continue;
    const { key } = question.section.section;
    const fields = sections.get(key) ?? {};
    if (isRows(value) && value.length > 0) carryRows(fields, question, value, at);
    else if (!isRows(value) && !isBlank(value)) fields[question.field.key] = carried(value, at);
    if (Object.keys(fields).length > 0) sections.set(key, fields);
  }
  return sections;
}

function carryRows(
  fields: DraftSection,
  { field: { key }, fixedRows }: CompiledQuestion,
  rows: RawRow[],
  at: string,
): void {
  const order = rows.map((row) => row.id);
  if (!fixedRows) fields[orderPath(key)] = carried(order, at);
  for (const row of rows)
    for (const [column, value] of Object.entries(row.cells))
      fields[answerPath(key, row.id, column)] = carried(value, at);
}

const carried = (v: RawValue, at: string) => ({ v, n: 1, at, by: fromCompanyProfile });
