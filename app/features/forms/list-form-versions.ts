import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { type CallOfForm, listForms } from "./list-forms.ts";

export interface FormVersion {
  id: string;
  version: number;
  at: string;
  /** Null for what was installed with the programme. */
  by: string | null;
  /** The version whose texts it put right. */
  corrects: string | null;
  reason: string;
  definition: FormDefinition;
}

/** Every version of the form of a call, newest first. */
export async function listFormVersions(
  ctx: Context,
  callId: string,
): Promise<{ call: CallOfForm; versions: FormVersion[] } | undefined> {
  if (!mayForm(ctx.actor, "read")) return undefined;
  const call = (await listForms(ctx)).find(({ id }) => id === callId);
  if (!call) return undefined;
  const rows = await ctx.db.read
    .selectFrom("form_version as form")
    .leftJoin("person", "person.id", "form.created_by")
    .select([
      "form.id",
      "form.version",
      "form.created_at as at",
      "person.name as by",
      "form.corrects",
      "form.reason",
      "form.definition",
    ])
    .where("form.code", "=", call.code)
    .orderBy("form.version", "desc")
    .execute();
  return {
    call,
    versions: rows.map((row) => ({ ...row, definition: JSON.parse(row.definition) as FormDefinition })),
  };
}
