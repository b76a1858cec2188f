import { type CorrectionItem, samePlace } from "#app/domain/applications/formal-check.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { type Place, placeValue } from "./check-form.ts";

interface FlagMarkProps {
  place: Required<Place> & { name: string };
  items: readonly CorrectionItem[];
  locale: Locale;
}

/** Flags what it stands beside; the form of the checklist takes it, with everything typed so far. */
export function FlagMark({ place, items, locale }: FlagMarkProps) {
  const t = formalCheckPageMessages[locale].page;
  const at = items.findIndex((item) => samePlace(item, place));
  if (at >= 0)
    return (
      <a className="flag-mark" href={`#item-${at}`}>
        {t.flaggedHere(at + 1)}
      </a>
    );
  return (
    <button
      className="btn btn-sm btn-quiet flag-mark"
      type="submit"
      form="check-form"
      name="intent"
      value={`flag.${placeValue(place)}`}
      formAction="#items"
      aria-label={t.flagOf(place.name)}
    >
      {t.flag}
    </button>
  );
}
