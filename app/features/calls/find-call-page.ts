import { meantCall } from "#app/domain/calls/call-reference.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { type CallSummary, listCalls } from "./list-calls.ts";

export interface CallPage extends CallSummary {
  /** By which applications are scored: that of the call it is filed with, if there is one. */
  rubric: Rubric | undefined;
  /** How many sections its form asks an applicant to fill in; 0 while no form is published. */
  sections: number;
  /** The last correction or extension after opening, where there was one. */
  amended: { version: string; at: string } | undefined;
}

/** What the public page of a call shows: `C5` means the latest, `C5-2025` that of a year. */
export async function findCallPage(ctx: Context, reference: string): Promise<CallPage | undefined> {
  const call = meantCall(await listCalls(ctx), reference);
  if (!call) return undefined;
  const { read } = ctx.db;
  const form = call.formVersionId ? await formOfVersion(read, call.formVersionId) : undefined;
  const { rubricVersionId } = call.filedWith ?? call;
  return {
    ...call,
    rubric: rubricVersionId ? await rubricOfVersion(read, rubricVersionId) : undefined,
    amended: await lastAmendment(ctx, call.id),
    sections: form ? sectionsToFill(form, call.code, ctx.now) : 0,
  };
}

/** Of a combined filing, those of this call's own strand. */
function sectionsToFill(form: FormDefinition, code: string, now: Date): number {
  const own = { strand: code.toLowerCase() };
  const places = sectionPlaces(evaluateForm(form, own, { today: beijingDay(now), files: {} }));
  return [...places.values()][0]?.of ?? 0;
}

async function lastAmendment(ctx: Context, callId: string): Promise<CallPage["amended"]> {
  const row = await ctx.db.read
    .selectFrom("call_version")
    .select(["major", "minor", "at"])
    .where("call_id", "=", callId)
    .where("minor", ">", 0)
    .orderBy("major", "desc")
    .orderBy("minor", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { version: `${row.major}.${row.minor}`, at: row.at };
}
