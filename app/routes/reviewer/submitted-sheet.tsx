import { criterionPoints, fromHundredths, parseScore } from "#app/domain/reviews/reviewer-total.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { ReviewPage } from "#app/features/reviews/find-review-page.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";

/** A sealed sheet, or one that can no longer be filled: read only, with the other sheets where rules let them be seen. */
export function SubmittedSheet({ page, locale }: { page: ReviewPage; locale: Locale }) {
  const t = reviewMessages[locale].sheet;
  const value = (path: string) => page.sheet[path]?.v ?? "";
  return (
    <section className="sheet" id="sheet" aria-label={t.title}>
      <div className="sheet-body">
        {page.submittedAt && page.totalX100 !== null ? (
          <Notice tone="ok">
            <p className="font-semibold">{t.submittedTitle}</p>
            <p>
              {t.submittedText(
                formatDecimal(fromHundredths(page.totalX100), 2),
                formatDateTime(locale, page.submittedAt),
              )}
            </p>
          </Notice>
        ) : (
          <Notice tone="warn">{t.closed}</Notice>
        )}
        <SummaryList
          narrow
          rows={page.rubric.criteria.map(({ key, name, weight }) => {
            const score = parseScore(value(`${key}.score`));
            return {
              term: `${key} ${name[locale]}`,
              value:
                score === null ? "–" : `${score} / 5 · ${formatDecimal(criterionPoints(weight, score), 2)}`,
              note: value(`${key}.comment`) || undefined,
            };
          })}
        />
        <SummaryList
          narrow
          rows={(["overall", "strengths", "weaknesses", "questions"] as const)
            .filter((path) => value(path) !== "")
            .map((path) => ({ term: t[path], value: value(path) }))}
        />
        {page.others.length > 0 && (
          <>
            <h2 className="mt-4">{t.othersTitle}</h2>
            <ul>
              {page.others.map(({ code, totalX100, advice, overall }) => (
                <li key={code} className="crit">
                  <p className="crit-h">
                    <b>{t.reviewer(code)}</b>
                    <span className="ms-auto">
                      {t.total} {formatDecimal(fromHundredths(totalX100), 2)}
                    </span>
                  </p>
                  <p className="muted text-xs">{t.adviceOptions[advice]}</p>
                  <p className="mt-1 text-sm">{overall}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {page.submittedAt && page.others.length === 0 && <p className="muted mt-4">{t.othersNone}</p>}
      </div>
    </section>
  );
}
