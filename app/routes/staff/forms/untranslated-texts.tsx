import { untranslatedTexts } from "#app/domain/forms/untranslated.ts";
import type { FormDraft } from "#app/features/forms/find-form-draft.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { editHref } from "./node-token.ts";

export interface ShownUntranslated {
  key: string;
  href: string;
  property: string;
  text: string;
}

export const shownUntranslated = ({ id, definition }: FormDraft, locale: Locale): ShownUntranslated[] =>
  untranslatedTexts(definition).map(({ spot, property, text }, index) => ({
    key: `${spot.id}#${index}`,
    href: `${editHref(id, spot.at)}#${property}`,
    property: builderPropertyMessages[locale].names[property] ?? property,
    text,
  }));

interface UntranslatedTextsProps {
  texts: readonly ShownUntranslated[];
  locale: Locale;
}

/** Texts that wait for their other language, each with the way to it. */
export function UntranslatedTexts({ texts, locale }: UntranslatedTextsProps) {
  const t = builderVersionMessages[locale];
  if (texts.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>{t.untranslatedCount(formatCount(texts.length))}</summary>
      <ul className="builder-problems" aria-label={t.untranslated}>
        {texts.map(({ key, href, property, text }) => (
          <li key={key}>
            <a href={href}>
              {property}: {text}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
