import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { DraftPresence } from "#app/features/forms/note-draft-presence.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { nameAt } from "./node-name.ts";
import { addressOf } from "./node-token.ts";

/** Who else has the draft open, and where, one sentence each. */
export function presentWords(
  present: readonly DraftPresence[],
  definition: FormDefinition,
  locale: Locale,
): string[] {
  const t = builderVersionMessages[locale];
  return present.map(({ name, node }) => {
    const at = addressOf(node);
    return at ? t.here(name, nameAt(definition, at, locale)) : t.hereOutline(name);
  });
}
