import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import type { CorrectionItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { Glyph } from "#app/ui/glyph.tsx";

export interface FlaggedPlaceInWords {
  id: string;
  /** "3. 市场与资金 · 财务报表" */
  where: string;
  label: string;
  sectionKey: string;
  questionKey: string;
  reason: string;
  wanted: string;
  answered: boolean;
}

/** What was flagged, named as the form names it. */
export function flaggedPlaces(
  definition: FormDefinition,
  items: readonly CorrectionItem[],
  locale: Locale,
): FlaggedPlaceInWords[] {
  return items.map((item) => {
    const part = definition.parts.findIndex(({ sections }) =>
      sections.some(({ key }) => key === item.sectionKey),
    );
    const section = definition.parts[part]?.sections.find(({ key }) => key === item.sectionKey);
    const [questionKey = ""] = item.questionKey.split("/");
    const question = section?.groups
      .flatMap(({ questions }) => questions)
      .find(({ key }) => key === questionKey);
    const sectionTitle = section?.title[locale] ?? recordMessages[locale].status.whole;
    return {
      id: item.id,
      where: part < 0 ? "" : `${part + 1}. ${definition.parts[part]?.title[locale]} · ${sectionTitle}`,
      label: question && "label" in question && question.label ? question.label[locale] : sectionTitle,
      sectionKey: item.sectionKey,
      questionKey,
      reason: item.reason,
      wanted: item.wanted,
      answered: item.answeredAt !== null,
    };
  });
}

interface Props {
  head: ApplicationHead;
  places: readonly FlaggedPlaceInWords[];
  locale: Locale;
}

export function CorrectionList({ head, places, locale }: Props) {
  const t = recordMessages[locale].status;
  return (
    <section className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2>{t.itemsTitle(places.length)}</h2>
        <span className="muted text-sm">{t.round(head.correctionRound)}</span>
      </div>
      <ol className="rule mt-2">
        {places.map((place) => (
          <li
            key={place.id}
            className="border-base-300 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-b py-4 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
          >
            <Glyph name={place.answered ? "ok" : "warn"} tone={place.answered ? "ok" : "warn"} />
            <div>
              <p className="muted text-sm">{place.where}</p>
              <p className="font-semibold">
                <a href={hrefOf(head.id, place)}>{place.label}</a>
              </p>
              <p className="mt-1">{place.reason}</p>
              {place.wanted && <p className="muted mt-1 text-sm">{t.wanted(place.wanted)}</p>}
            </div>
            <span className={`text-sm max-sm:col-start-2 ${place.answered ? "st-ok" : "st-warn"}`}>
              {place.answered ? t.answered : t.open}
            </span>
          </li>
        ))}
      </ol>
      <p className="muted mt-3 text-sm">{t.onlyThese}</p>
    </section>
  );
}

const hrefOf = (id: string, { sectionKey, questionKey }: FlaggedPlaceInWords): string =>
  sectionKey
    ? `/applications/${id}/sections/${sectionKey}${questionKey ? `#${questionKey}` : ""}`
    : `/applications/${id}`;
