import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import type { CorrectionItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldId } from "#app/ui/form/form-view.ts";
import { Glyph } from "#app/ui/glyph.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

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
  reply: string;
}

/** What a reply came to that was not kept. */
export interface UnsavedReply {
  itemId: string;
  reply: string;
  problem: "too_long" | "stale" | "not_editable";
}

/** What was flagged, named as the form names it. */
export function flaggedPlaces(
  definition: FormDefinition,
  items: readonly CorrectionItem[],
  files: readonly { id: string; name: string }[],
  locale: Locale,
): FlaggedPlaceInWords[] {
  return items.map((item) => {
    const part = definition.parts.findIndex(({ sections }) =>
      sections.some(({ key }) => key === item.sectionKey),
    );
    const section = definition.parts[part]?.sections.find(({ key }) => key === item.sectionKey);
    const sectionTitle = section?.title[locale] ?? recordMessages[locale].status.whole;
    return {
      id: item.id,
      where: part < 0 ? "" : `${part + 1}. ${definition.parts[part]?.title[locale]} · ${sectionTitle}`,
      label: fileName(item, files) ?? labelOf(definition, item, sectionTitle, locale),
      sectionKey: item.sectionKey,
      questionKey: item.questionKey,
      reason: item.reason,
      wanted: item.wanted,
      answered: item.answeredAt !== null,
      reply: item.reply,
    };
  });
}

const fileName = ({ fileId }: CorrectionItem, files: readonly { id: string; name: string }[]) =>
  files.find(({ id }) => id === fileId)?.name;

/** The question, and of a table's row or cell also which. */
function labelOf(
  definition: FormDefinition,
  { sectionKey, questionKey }: CorrectionItem,
  sectionTitle: string,
  locale: Locale,
): string {
  const [key = "", rowId, column = ""] = questionKey.split("/");
  const question = compileForm(definition).questionByKey.get(key);
  if (!question || question.section.section.key !== sectionKey) return sectionTitle;
  const label = question.field.label[locale];
  if (rowId === undefined) return label;
  const cell = question.columnByKey.get(column)?.field.label[locale];
  const row = recordMessages[locale].status.oneRow;
  return [label, ...(cell === undefined ? [row] : [cell])].join(locale === "zh" ? "：" : ": ");
}

interface Props {
  head: ApplicationHead;
  places: readonly FlaggedPlaceInWords[];
  locale: Locale;
  mayReply: boolean;
  unsaved?: UnsavedReply | undefined;
}

export function CorrectionList({ head, places, locale, mayReply, unsaved }: Props) {
  const t = recordMessages[locale].status;
  const settled = places.filter((place) => place.answered || place.reply !== "").length;
  return (
    <section className="mt-10" id="flags">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2>{t.itemsTitle(places.length)}</h2>
        <span className="muted text-sm">{t.round(head.correctionRound)}</span>
      </div>
      <p className="mt-1">{t.progress(settled, places.length)}</p>
      <ol className="rule mt-2">
        {places.map((place) => (
          <li
            key={place.id}
            id={`flag-${place.id}`}
            className="border-base-300 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-b py-4 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
          >
            <Glyph
              name={isSettledPlace(place) ? "ok" : "warn"}
              tone={isSettledPlace(place) ? "ok" : "warn"}
            />
            <div>
              <p className="muted text-sm">{place.where}</p>
              <p className="font-semibold">
                <a href={hrefOf(head.id, place)}>{place.label}</a>
              </p>
              <p className="mt-1">{place.reason}</p>
              {place.wanted && <p className="muted mt-1 text-sm">{t.wanted(place.wanted)}</p>}
              {place.reply && <p className="mt-1 whitespace-pre-line">{t.yourReply(place.reply)}</p>}
              {mayReply && (
                <Reply
                  place={place}
                  locale={locale}
                  unsaved={unsaved?.itemId === place.id ? unsaved : undefined}
                />
              )}
            </div>
            <span className={`text-sm max-sm:col-start-2 ${isSettledPlace(place) ? "st-ok" : "st-warn"}`}>
              {place.answered ? t.answered : place.reply ? t.explained : t.open}
            </span>
          </li>
        ))}
      </ol>
      <p className="muted mt-3 text-sm">{t.onlyThese}</p>
    </section>
  );
}

const isSettledPlace = ({ answered, reply }: FlaggedPlaceInWords): boolean => answered || reply !== "";

interface ReplyProps {
  place: FlaggedPlaceInWords;
  locale: Locale;
  unsaved: UnsavedReply | undefined;
}

/** A few words of the company's own, under the flag they are about. */
function Reply({ place, locale, unsaved }: ReplyProps) {
  const t = recordMessages[locale].status;
  return (
    <details className="mt-2" open={unsaved !== undefined}>
      <summary>{place.reply ? t.changeReply : t.addReply}</summary>
      <form method="post" noValidate className="mt-2">
        <input type="hidden" name="item" value={place.id} />
        <input type="hidden" name="seen" value={place.reply} />
        <TextArea
          id={`reply-${place.id}`}
          name="reply"
          label={t.reply}
          hint={t.replyHint}
          rows={3}
          defaultValue={unsaved?.reply ?? place.reply}
          errors={unsaved ? [t.replyProblem[unsaved.problem]] : []}
        />
        <Button size="sm" name="intent" value="reply">
          {t.saveReply}
        </Button>
      </form>
    </details>
  );
}

const hrefOf = (id: string, { sectionKey, questionKey }: FlaggedPlaceInWords): string =>
  sectionKey
    ? `/applications/${id}/sections/${sectionKey}${questionKey ? `#${fieldId(questionKey)}` : ""}`
    : `/applications/${id}`;
