import { callContentSchema } from "#app/domain/calls/call-content.ts";
import { limitColumns } from "./limit-columns.ts";
import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { checkRubric } from "#app/domain/reviews/rubric.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { keepVersion } from "#app/features/keep-version.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

export interface ProgrammeCall {
  code: string;
  title: { zh: string; en: string };
  content: unknown;
  /** Definition and rubric of a call that can open; absent while it is only announced. */
  form?: unknown;
  rubric?: unknown;
}

export interface CallTimesToSet {
  opensAt: string | null;
  closesAt: string | null;
}

/**
 * Brings the fund's calls, forms and rubrics into the database for one filing year. Run again it changes only
 * what differs: a form or rubric whose content changed becomes a new version, and calls that have opened keep
 * the versions they froze. A call that was published in the browser is left as it was written there.
 */
export async function installProgramme(
  ctx: Context,
  year: number,
  calls: readonly ProgrammeCall[],
  times: Readonly<Record<string, CallTimesToSet>> = {},
): Promise<{ installed: number }> {
  for (const call of calls) refuseBroken(call);
  await ctx.db.write(async (trx) => {
    for (const call of calls) await installCall(trx, ctx, year, call, times[call.code]);
  });
  return { installed: calls.length };
}

function refuseBroken({ code, content, form, rubric }: ProgrammeCall) {
  const shape = callContentSchema.safeParse(content);
  if (!shape.success) throw new Error(`${code}: ${shape.error.message}`);
  const definition = form === undefined ? undefined : checkDefinition(form);
  if (definition && !definition.ok) throw new Error(`${code}: ${JSON.stringify(definition.problems)}`);
  const rules = rubric === undefined ? undefined : checkRubric(rubric);
  if (rules && !rules.ok) throw new Error(`${code}: ${JSON.stringify(rules.problems)}`);
}

async function installCall(
  trx: Write,
  ctx: Context,
  year: number,
  call: ProgrammeCall,
  times: CallTimesToSet | undefined,
) {
  const now = ctx.now.toISOString();
  const content = canonicalJson(call.content as never);
  const formId = await keepVersion(trx, "form_version", call.code, call.form, now);
  const rubricId = await keepVersion(trx, "rubric_version", call.code, call.rubric, now);
  const standing = await trx
    .selectFrom("call")
    .select(["id", "version", "content", "opens_at", "form_version_id", "rubric_version_id"])
    .where("code", "=", call.code)
    .where("year", "=", year)
    .executeTakeFirst();
  const common = {
    title_zh: call.title.zh,
    title_en: call.title.en,
    content,
    ...limitColumns(callContentSchema.parse(call.content)),
    ...(times ? { opens_at: times.opensAt, closes_at: times.closesAt } : {}),
  };
  if (!standing) {
    await trx
      .insertInto("call")
      .values({
        id: newId(),
        code: call.code,
        year,
        ...common,
        form_version_id: formId,
        rubric_version_id: rubricId,
        next_serial: 1,
        version: 1,
      })
      .execute();
    return;
  }
  const written = await trx
    .selectFrom("call_version")
    .select("major")
    .where("call_id", "=", standing.id)
    .limit(1)
    .executeTakeFirst();
  if (written) return;
  const opened = standing.opens_at !== null && standing.opens_at <= now;
  await trx
    .updateTable("call")
    .set({
      ...common,
      // What applicants and reviewers work with is frozen at opening.
      form_version_id: opened ? standing.form_version_id : formId,
      rubric_version_id: opened ? standing.rubric_version_id : rubricId,
      version: standing.version + 1,
    })
    .where("id", "=", standing.id)
    .where("version", "=", standing.version)
    .execute();
}
