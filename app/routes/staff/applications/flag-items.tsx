import type { ReactNode } from "react";
import type { CorrectionItem } from "#app/domain/applications/formal-check.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { Button } from "#app/ui/button.tsx";
import { type OptionGroup, SelectOptions } from "#app/ui/select.tsx";
import { type CheckForm, isEmptyItem, placeValue } from "./check-form.ts";
import { placeWords } from "#app/ui/place-words.ts";

interface FlagItemsProps {
  locale: Locale;
  submission: FoundSubmission;
  typed: CheckForm;
}

/** Every defect with its reason and what is wanted: added here, or by the buttons beside the answers. */
export function FlagItems({ locale, submission, typed }: FlagItemsProps) {
  const t = formalCheckPageMessages[locale].page;
  const places = placesOf(submission.definition, submission.mayReadRestricted, locale);
  return (
    <div id="items">
      <p className="muted mb-2 text-sm">{t.flagHint}</p>
      <input type="hidden" name="items" value={typed.items.length} />
      {typed.items.map((item, index) => (
        // A row has no identity of its own until it is sent.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} id={`item-${index}`} className="rule py-2">
          <legend className="sr-only">{t.item(index + 1)}</legend>
          <PlaceChoice {...{ locale, submission, item, index, places }} />
          <Labelled label={t.reason}>
            <textarea
              id={`item-${index}-reason`}
              name={`item.${index}.reason`}
              className="textarea"
              rows={2}
              defaultValue={item.reason}
            />
          </Labelled>
          <Labelled label={t.wanted}>
            <textarea
              name={`item.${index}.wanted`}
              className="textarea"
              rows={2}
              defaultValue={item.wanted}
            />
          </Labelled>
          {(typed.items.length > 1 || !isEmptyItem(item)) && (
            <Button
              size="sm"
              variant="quiet"
              name="intent"
              value={`remove_item.${index}`}
              formAction="#items"
            >
              {t.removeItem}
            </Button>
          )}
        </fieldset>
      ))}
      <p className="mb-3">
        <Button size="sm" name="intent" value="add_item" formAction="#items">
          {t.addItem}
        </Button>
      </p>
    </div>
  );
}

interface PlaceChoiceProps extends Omit<FlagItemsProps, "typed"> {
  item: CorrectionItem;
  index: number;
  places: readonly OptionGroup[];
}

/** Of a row: the row or one of its cells. A file is the one it is. Else any question or section. */
function PlaceChoice({ locale, submission, item, index, places }: PlaceChoiceProps) {
  const t = formalCheckPageMessages[locale].page;
  const [key = "", rowId] = item.questionKey.split("/");
  const label = `${t.item(index + 1)} · ${t.place}`;
  const common = { id: `item-${index}-place`, name: `item.${index}.place` };
  if (item.fileId)
    return (
      <p className="mb-1">
        <span className="block text-xs font-semibold">{label}</span>
        {placeWords(submission, item, locale)}
        <input type="hidden" {...common} value={placeValue(item)} />
      </p>
    );
  const row = { sectionKey: item.sectionKey, questionKey: `${key}/${rowId}` };
  return (
    <Labelled label={label}>
      <select {...common} className="select" defaultValue={placeValue(item)}>
        {rowId === undefined ? (
          <>
            <option value="">{t.placeWhole}</option>
            <SelectOptions options={places} />
          </>
        ) : (
          <>
            <option value={placeValue(row)}>{t.placeRow(placeWords(submission, row, locale))}</option>
            {compileForm(submission.definition)
              .questionByKey.get(key)
              ?.columns.filter(({ field }) => field.type !== "computed")
              .map(({ field }) => {
                const cell = { ...row, questionKey: `${row.questionKey}/${field.key}` };
                return (
                  <option key={field.key} value={placeValue(cell)}>
                    {placeWords(submission, cell, locale)}
                  </option>
                );
              })}
          </>
        )}
      </select>
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="mb-1 block">
      <span className="text-xs font-semibold">{label}</span>
      {children}
    </label>
  );
}

/** Every question a company answers, section by section, and each section as a whole. */
function placesOf(definition: FormDefinition, restricted: boolean, locale: Locale): OptionGroup[] {
  const t = formalCheckPageMessages[locale].page;
  const sections = definition.parts.flatMap((part) => part.sections).filter(({ kind }) => kind !== "signing");
  return sections
    .filter((section) => restricted || section.restricted !== true)
    .map((section) => ({
      label: section.title[locale],
      options: [
        {
          value: placeValue({ sectionKey: section.key, questionKey: "" }),
          label: t.placeSection(section.title[locale]),
        },
        ...section.groups
          .flatMap(({ questions }) => questions)
          .filter(({ type }) => type !== "computed" && type !== "static" && type !== "declaration")
          .map((question) => ({
            value: placeValue({ sectionKey: section.key, questionKey: question.key }),
            label: question.type === "static" ? question.key : question.label[locale],
          })),
      ],
    }));
}
