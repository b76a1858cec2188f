import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { type CallOfForm, listForms } from "./list-forms.ts";

export interface CallForm extends CallOfForm {
  /** Undefined while the call has none. */
  definition: FormDefinition | undefined;
}

/** A call with the form it asks now, for those who may read forms. */
export async function findCallForm(ctx: Context, callId: string): Promise<CallForm | undefined> {
  const call = (await listForms(ctx)).find(({ id }) => id === callId);
  if (!call) return undefined;
  return {
    ...call,
    definition: call.formId === null ? undefined : await formOfVersion(ctx.db.read, call.formId),
  };
}
