import type { ReactNode } from "react";
import { formalCheckCodes, maxCorrectionRounds } from "#app/domain/applications/formal-check.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { CorrectionItem as EarlierItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckMessages } from "#app/i18n/messages/formal-check.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { Button } from "#app/ui/button.tsx";
import { type OptionGroup, Select, SelectOptions } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { type CheckForm, placeValue } from "./check-form.ts";

interface OutcomeProps {
  locale: Locale;
  head: FoundApplication;
  submission: FoundSubmission;
  earlier: readonly EarlierItem[];
  typed: CheckForm;
}

/** The three ways a check ends; each states what it needs. */
export function CheckOutcome(props: OutcomeProps) {
  const { locale, head, typed } = props;
  const t = formalCheckPageMessages[locale].page;
  const left = maxCorrectionRounds - head.correctionRound;
  const reasons = formalCheckMessages[locale].item;
  return (
    <section aria-labelledby="conclusion">
      <h2 id="conclusion">{t.conclusion}</h2>
      <Way title={t.accept} text={t.acceptText}>
        <Button variant="primary" name="intent" value="accept">
          {t.accept}
        </Button>
      </Way>
      <Way title={t.correction} text={t.correctionText(left)}>
        <Earlier earlier={props.earlier} submission={props.submission} locale={locale} />
        {left > 0 && (
          <>
            <Items {...props} />
            <Button name="intent" value="correct">
              {t.correction}
            </Button>
          </>
        )}
      </Way>
      <Way title={t.refuse} text={t.refuseText}>
        <Select
          id="reasonCode"
          name="reasonCode"
          label={t.reasonCode}
          defaultValue={typed.reasonCode}
          options={formalCheckCodes.map((code) => ({ value: code, label: `${code} ${reasons[code]}` }))}
        />
        <TextArea
          id="reasonText"
          name="reasonText"
          label={t.reasonText}
          hint={t.reasonTextHint}
          rows={3}
          defaultValue={typed.reasonText}
        />
        <Button variant="danger" name="intent" value="refuse">
          {t.refuse}
        </Button>
      </Way>
    </section>
  );
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="crit">
      <h3>{title}</h3>
      <p className="muted mb-2">{text}</p>
      {children}
    </div>
  );
}

function Items({ locale, submission, typed }: OutcomeProps) {
  const t = formalCheckPageMessages[locale].page;
  const places = placesOf(submission.definition, submission.mayReadRestricted, locale);
  return (
    <div id="items">
      <input type="hidden" name="items" value={typed.items.length} />
      {typed.items.map((item, index) => (
        // A row has no identity of its own until it is sent.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="rule py-2">
          <legend className="sr-only">{t.item(index + 1)}</legend>
          <Labelled label={`${t.item(index + 1)} · ${t.place}`}>
            <select
              id={`item-${index}-place`}
              name={`item.${index}.place`}
              className="select"
              defaultValue={placeValue(item)}
            >
              <option value="">{t.placeWhole}</option>
              <SelectOptions options={places} />
            </select>
          </Labelled>
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
          {typed.items.length > 1 && (
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

interface EarlierProps {
  earlier: readonly EarlierItem[];
  submission: FoundSubmission;
  locale: Locale;
}

/** What was asked for before, and whether the company touched it. */
function Earlier({ earlier, submission, locale }: EarlierProps) {
  const t = formalCheckPageMessages[locale].page;
  if (earlier.length === 0) return null;
  const labels = new Map(
    placesOf(submission.definition, true, locale)
      .flatMap(({ options }) => options)
      .map(({ value, label }) => [value, label]),
  );
  return (
    <details className="mb-2">
      <summary>{t.earlier}</summary>
      <ul>
        {earlier.map((item) => (
          <li key={item.id} className="rule py-1">
            <span className="muted text-xs">{t.earlierRound(item.round)}</span>{" "}
            <b>
              {labels.get(placeValue({ ...item, questionKey: item.questionKey.split("/")[0] ?? "" })) ??
                t.placeWhole}
            </b>{" "}
            <Tag tone={item.answeredAt ? "ok" : "warn"}>{item.answeredAt ? t.answered : t.unanswered}</Tag>
            <span className="block">{item.reason}</span>
            <span className="muted block">{item.wanted}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
