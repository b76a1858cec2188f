import type { ReactNode } from "react";
import {
  criterionPoints,
  fromHundredths,
  parseScore,
  reviewerTotal,
  scoredWeight,
} from "#app/domain/reviews/reviewer-total.ts";
import { adviceOptions, sheetFlags, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { OtherSheet, ReviewPage } from "#app/features/reviews/find-review-page.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { scoreAnchor } from "#app/i18n/score-anchor.ts";
import { Notice } from "#app/ui/notice.tsx";
import { KeptNotes } from "./own-notes.tsx";
import { ScorePaperLink } from "./score-paper-link.tsx";
import { rawOf } from "./sheet-base.tsx";
import { SheetTop } from "./sheet-top.tsx";

interface Props {
  page: ReviewPage;
  locale: Locale;
}

/** A sealed sheet, or one that can no longer be filled: read only, with the other sheets where rules let them be seen. */
export function SubmittedSheet({ page, locale }: Props) {
  const t = reviewMessages[locale].sheet;
  const { rubric, submittedAt } = page;
  const scores = sheetScores(rubric, rawOf(page.sheet));
  const done = Object.values(scores).filter(Boolean).length;
  return (
    // A pane of its own that scrolls: who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sheet" id="sheet" aria-label={t.title} tabIndex={0}>
      <SheetTop
        rubric={rubric}
        note={t.scored(done, rubric.criteria.length)}
        total={page.totalX100 === null ? reviewerTotal(rubric, scores) : fromHundredths(page.totalX100)}
        outOf={t.outOf(scoredWeight(rubric, scores))}
        locale={locale}
      />
      <div className="sheet-body">
        {submittedAt ? (
          <Notice tone="ok" className="mb-3">
            <b>{t.submittedTitle}</b>
            <span className="block">{t.submittedText(formatDateTime(locale, submittedAt))}</span>
          </Notice>
        ) : (
          <Notice tone="warn" className="mb-3">
            {t.closed}
          </Notice>
        )}
        {rubric.criteria.map((criterion) => (
          <SealedCriterion key={criterion.key} {...{ page, locale, criterion }} />
        ))}
        <SealedOverall page={page} locale={locale} />
        <KeptNotes sheet={page.sheet} locale={locale} />
        <ScorePaperLink assignmentId={page.assignment.id} locale={locale} />
        {submittedAt && <Others others={page.others} locale={locale} />}
      </div>
    </section>
  );
}

function SealedCriterion({
  page,
  locale,
  criterion,
}: Props & { criterion: ReviewPage["rubric"]["criteria"][number] }) {
  const t = reviewMessages[locale].sheet;
  const { key, name, weight } = criterion;
  const score = parseScore(page.sheet[`${key}.score`]?.v ?? "");
  const comment = page.sheet[`${key}.comment`]?.v;
  const anchors = page.rubric.anchors.map((anchor) => anchor[locale]);
  return (
    <section className="crit">
      <div className="crit-h">
        <span className="muted">{key}</span>
        <h3 className="text-base">{name[locale]}</h3>
        <span className="muted nowrap ms-auto text-xs">{t.weight(weight)}</span>
        <b className="crit-points">{score ? formatDecimal(criterionPoints(weight, score), 2) : "–"}</b>
      </div>
      <p className="mt-1">
        {score ? (
          <>
            <b>{score}</b> / 5{" "}
            <span className="muted ms-2 text-xs">{scoreAnchor(locale, anchors, score)}</span>
          </>
        ) : (
          <span className="muted">{t.notScored}</span>
        )}
      </p>
      {comment && <p className="mt-1 text-sm whitespace-pre-line">{comment}</p>}
    </section>
  );
}

function SealedOverall({ page, locale }: Props) {
  const t = reviewMessages[locale].sheet;
  const value = (path: string) => page.sheet[path]?.v ?? "";
  const advice = adviceOptions.find((option) => option === value("advice"));
  const flags = sheetFlags
    .filter((flag) => value(`flag.${flag}`) === "yes")
    .map((flag) => t.flagOptions[flag]);
  const lines: [string, ReactNode][] = [
    [t.advice, advice && t.adviceOptions[advice]],
    [t.inScope, value("inScope") && (value("inScope") === "yes" ? t.yes : t.no)],
    [t.overall, value("overall")],
    [t.strengths, value("strengths")],
    [t.weaknesses, value("weaknesses")],
    [t.questions, value("questions")],
    [t.flags, flags.join(locale === "zh" ? "、" : ", ")],
  ];
  return (
    <dl className="crit">
      {lines
        .filter(([, text]) => text)
        .map(([term, text]) => (
          <div key={term} className="py-1">
            <dt className="font-semibold">{term}</dt>
            <dd className="text-sm whitespace-pre-line">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Others({ others, locale }: { others: readonly OtherSheet[]; locale: Locale }) {
  const t = reviewMessages[locale].sheet;
  return (
    <section className="no-print mt-4">
      <h3 className="mb-2 text-base">{t.othersTitle}</h3>
      {others.length === 0 && <p className="muted">{t.othersNone}</p>}
      <ul>
        {others.map(({ code, totalX100, advice, overall }) => (
          <li key={code} className="crit">
            <p className="crit-h">
              <b>{t.reviewer(code)}</b>
              <span className="muted text-xs">{t.adviceOptions[advice]}</span>
              <b className="crit-points ms-auto">{formatDecimal(fromHundredths(totalX100), 2)}</b>
            </p>
            <p className="mt-1 text-sm whitespace-pre-line">{overall}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
