import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Context } from "#app/features/context.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { findCallForm } from "#app/features/forms/find-call-form.ts";
import type { Locale } from "#app/i18n/locale.ts";

/** Where an imported form goes, and what it is compared with there. */
export type ImportTarget =
  | {
      kind: "new";
      callId: string | null;
      version: undefined;
      standing: FormDefinition | undefined;
      name: string;
    }
  | { kind: "draft"; draftId: string; version: number; standing: FormDefinition; name: string };

/** `new`, `call:<id>` or `draft:<id>`. */
export async function importTarget(
  ctx: Context,
  into: string,
  locale: Locale,
): Promise<ImportTarget | undefined> {
  const [kind, id = ""] = into.split(":");
  if (into === "new") return { kind: "new", callId: null, version: undefined, standing: undefined, name: "" };
  if (kind === "draft") {
    const draft = await findFormDraft(ctx, id);
    if (!draft) return undefined;
    const { definition, version } = draft;
    return { kind, draftId: id, version, standing: definition, name: definition.title[locale] };
  }
  if (kind !== "call") return undefined;
  const call = await findCallForm(ctx, id);
  if (!call || call.state !== "not_open") return undefined;
  const name = `${call.code} ${locale === "en" ? call.titleEn : call.titleZh}`;
  return { kind: "new", callId: id, version: undefined, standing: call.definition, name };
}
