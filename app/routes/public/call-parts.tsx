import type { CallContent } from "#app/domain/calls/call-content.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";

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
  return (
    <section id="documents" className="mt-12">
      <h2>{t.documents}</h2>
      <div className="mt-2 grid gap-x-10 md:grid-cols-2">
        {lists.map(([heading, items]) => (
          <div key={heading}>
            <h3 className="mt-2">{heading}</h3>
            <ul className="mt-1 list-disc pl-6">
              {items.map((item) => (
                <li key={item.en} className="py-1">
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

export function CallScoring({ rubric, locale }: { rubric: Rubric; locale: Locale }) {
  const t = publicMessages[locale].call;
  const total = rubric.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return (
    <section id="scoring" className="mt-12">
      <h2>{t.scoring}</h2>
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
              <td className="num">{criterion.weight}</td>
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
