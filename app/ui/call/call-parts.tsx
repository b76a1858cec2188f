import type { CallContent } from "#app/domain/calls/call-content.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { SummaryList } from "#app/ui/summary-list.tsx";

interface Props {
  content: CallContent;
  locale: Locale;
}

export function CallSupport({ content, locale }: Props) {
  const t = publicMessages[locale];
  return (
    <section id="support" className="mt-12">
      <h2>{t.call.support}</h2>
      <table className="tbl tbl--stack mt-2">
        <thead>
          <tr>
            <th>{t.call.supportWay}</th>
            <th>{t.call.supportDoes}</th>
            <th>{t.call.supportLimit}</th>
          </tr>
        </thead>
        <tbody>
          {content.support.map(({ instrument, does, limit }) => (
            <tr key={instrument}>
              <th scope="row" className="nowrap font-semibold">
                {t.instrument[instrument]}
              </th>
              <td data-l={t.call.supportDoes}>{does[locale]}</td>
              <td data-l={t.call.supportLimit}>{limit[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint mt-3">{t.call.noGuarantee}</p>
    </section>
  );
}

export function CallDocuments({ content, locale }: Props) {
  const t = publicMessages[locale].call;
  const lists = [
    [t.required, content.documents.required],
    [t.conditional, content.documents.conditional],
  ] as const;
  const given = lists.filter(([, items]) => items.length > 0);
  return (
    <section id="documents" className="mt-12">
      <h2>{t.documents}</h2>
      <div className="mt-2 grid gap-x-10 md:grid-cols-2">
        {given.map(([heading, items]) => (
          <div key={heading}>
            <h3 className="mt-2">{heading}</h3>
            <ul className="mt-1 list-disc pl-6">
              {items.map((item, index) => (
                <li key={index} className="py-1">
                  {item[locale]}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="hint mt-3">{t.fileRules}</p>
    </section>
  );
}

interface ScoringProps {
  rubric: Pick<Rubric, "criteria">;
  /** The call whose sheet it is, where that is another one. */
  of: string | undefined;
  locale: Locale;
}

export function CallScoring({ rubric, of, locale }: ScoringProps) {
  const t = publicMessages[locale].call;
  const weights = rubric.criteria.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heaviest = Math.max(...weights);
  return (
    <section id="scoring" className="mt-12">
      <h2>{t.scoring}</h2>
      {of && <p className="measure">{t.scoringOf(of)}</p>}
      <p className="hint">{t.scoringHint}</p>
      <table className="tbl">
        <thead>
          <tr>
            <th>{t.criterion}</th>
            <th className="num">{t.weight}</th>
          </tr>
        </thead>
        <tbody>
          {rubric.criteria.map((criterion) => (
            <tr key={criterion.key}>
              <td>
                <span className="muted mr-2">{criterion.key}</span>
                {criterion.name[locale]}
              </td>
              <td className="num">
                <span className="flex items-center justify-end gap-4">
                  <WeightBar share={criterion.weight / heaviest} />
                  <span className="w-6">{criterion.weight}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td className="num">{total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The weight beside it again, for the eye: the heaviest criterion's bar is full. */
function WeightBar({ share }: { share: number }) {
  return (
    <svg
      className="weight-bar max-sm:hidden"
      viewBox="0 0 125 10"
      width="125"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="track" width="125" height="10" />
      <rect className="on" width={Math.round(share * 125)} height="10" />
    </svg>
  );
}

/** The guideline's own sections; a blank line parts paragraphs. */
export function CallGuideline({
  sections,
  locale,
}: {
  sections: NonNullable<CallContent["guideline"]>;
  locale: Locale;
}) {
  return (
    <section id="guideline" className="mt-12">
      <h2>{publicMessages[locale].call.guideline}</h2>
      {sections.map(({ heading, body }, index) => (
        <section key={index} className="measure mt-4">
          <h3>{heading[locale]}</h3>
          {body[locale].split(/\n\s*\n/).map((paragraph, at) => (
            <p key={at} className="mt-2 whitespace-pre-line">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </section>
  );
}

/** Limits in money and percent, as far as the call states any. */
export function CallAmounts({
  amounts,
  locale,
}: {
  amounts: NonNullable<CallContent["amounts"]>;
  locale: Locale;
}) {
  const t = publicMessages[locale].call;
  const money = (term: string, fen: number | null) =>
    fen === null ? [] : [{ term, value: formatMoney(locale, fen) }];
  const percent = (term: string, text: string) => (text === "" ? [] : [{ term, value: `${text}%` }]);
  const rows = [
    ...money(t.minimum, amounts.minimumFen),
    ...money(t.maximum, amounts.maximumFen),
    ...money(t.budget, amounts.budgetFen),
    ...percent(t.stakeCap, amounts.stakeCap),
    ...percent(t.projectCap, amounts.projectCap),
    ...percent(t.matching, amounts.matching),
  ];
  if (rows.length === 0) return null;
  return (
    <section id="amounts" className="mt-8">
      <h3>{t.amounts}</h3>
      <SummaryList className="measure" rows={rows} />
    </section>
  );
}

/** The eligibility questions one below the other, as somebody reads them who does not answer them. */
export function CallQuestions({
  questions,
  locale,
}: {
  questions: CallContent["eligibility"];
  locale: Locale;
}) {
  const t = publicMessages[locale];
  return (
    <section id="check" className="mt-12">
      <h2>{t.call.check}</h2>
      <ol className="measure mt-2 list-decimal pl-6">
        {questions.map(({ key, question, hint, wanted, code, explain, consequence }) => (
          <li key={key} className="py-2">
            <p className="font-semibold">{question[locale]}</p>
            {hint && <p className="hint">{hint[locale]}</p>}
            <p className="mt-1">
              {t.call.otherwise(wanted === "yes" ? t.eligibility.no : t.eligibility.yes)}
              {explain[locale]}
            </p>
            <p className="muted text-sm">
              {consequence === "ask" ? t.call.asks : t.call.bars} · {t.eligibility.formalCode(code)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
