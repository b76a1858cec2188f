import type { CallContent } from "#app/domain/calls/call-content.ts";
import type { Context } from "#app/features/context.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { listCalls, type CallSummary } from "./list-calls.ts";

export interface CallPage extends CallSummary {
  content: CallContent;
  rubric: Rubric | undefined;
  /** How many sections its form has; 0 while no form is published. */
  sections: number;
}

/** What the public page of a call shows, by its code; the newest year when there are several. */
export async function findCallPage(ctx: Context, code: string): Promise<CallPage | undefined> {
  const call = (await listCalls(ctx)).find((each) => each.code === code);
  if (!call) return undefined;
  const row = await ctx.db.read
    .selectFrom("call")
    .leftJoin("rubric_version as r", "r.id", "call.rubric_version_id")
    .leftJoin("form_version as f", "f.id", "call.form_version_id")
    .select(["r.id as rubricId", "r.definition as rubric", "f.id as formId", "f.definition as form"])
    .where("call.id", "=", call.id)
    .executeTakeFirstOrThrow();
  return {
    ...call,
    rubric: remember(row.rubricId, row.rubric, (json) => JSON.parse(json) as Rubric),
    sections: remember(row.formId, row.form, countSections) ?? 0,
  };
}

// A published version never changes, so what was read from it once holds for the life of the process.
const remembered = new Map<string, unknown>();

function remember<T>(id: string | null, json: string | null, read: (json: string) => T): T | undefined {
  if (id === null || json === null) return undefined;
  if (!remembered.has(id)) remembered.set(id, read(json));
  return remembered.get(id) as T;
}

const countSections = (json: string): number =>
  (JSON.parse(json) as { parts: { sections: unknown[] }[] }).parts.reduce(
    (sum, part) => sum + part.sections.length,
    0,
  );
