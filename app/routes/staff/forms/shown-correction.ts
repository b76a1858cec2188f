import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { textCorrection } from "#app/domain/forms/text-correction.ts";
import type { Context } from "#app/features/context.ts";
import { findCallForm } from "#app/features/forms/find-call-form.ts";
import type { FormDraft } from "#app/features/forms/find-form-draft.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { ShownCorrection } from "./correct-texts.tsx";
import { changeKey, shownDifferences } from "./difference-words.ts";

/** What a draft for a call that has opened would change; undefined while it is to be published as a whole. */
export async function shownCorrection(
  ctx: Context,
  draft: FormDraft,
  locale: Locale,
): Promise<ShownCorrection | undefined> {
  const { callId, callState, definition } = draft;
  if (callId === null || callState === "not_open" || callState === "published") return undefined;
  const before: FormDefinition | undefined = (await findCallForm(ctx, callId))?.definition;
  if (!before) return undefined;
  const correction = textCorrection(before, definition);
  const all = shownDifferences(before, definition, locale);
  if (correction.ok) return { kind: "texts", differences: all };
  const refused = new Set(correction.structure.map(changeKey));
  const differences = all.filter(({ key }) => refused.has(key));
  return { kind: refused.size === 0 ? "nothing" : "structure", differences };
}
