import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { findRankedCall } from "#app/features/reviews/office/find-ranked-call.ts";
import { findReviewRecord, type KeptRecord } from "#app/features/reviews/office/find-review-record.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { reviewRecordMessages } from "#app/i18n/messages/review-record.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import type { Route } from "./+types/review-record";
import { RecordHash } from "./record-hash.tsx";
import { RecordTables } from "./record-tables.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  found(await findRankedCall(ctx, params.call));
  const seen = found(await findReviewRecord(ctx, params.applicationId, params.reviewId));
  return { locale, seen, back: `/staff/ranking/${params.call}/${params.applicationId}` };
}

export default function ReviewRecordPage({ loaderData: { locale, seen, back } }: Route.ComponentProps) {
  const t = reviewRecordMessages[locale];
  const title = t.title(seen.reviewer);
  return (
    <>
      <title>{`${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={back}>{t.back}</BackLink>
      <DeskHead title={title} note={`${shortNumber(seen.number)} ${titleOf(seen, locale)}`} />
      {seen.revisions.length === 0 && (
        <EmptyState title={seen.submittedAt ? formatDateTime(locale, seen.submittedAt) : ""}>
          {t.none}
        </EmptyState>
      )}
      {seen.revisions.map((kept) => (
        <article key={kept.sha256} className="mb-8">
          <h2>{t.revision(kept.record.review.revision)}</h2>
          <Notice
            tone={kept.isIntact ? "ok" : "bad"}
            className="my-2"
            {...(kept.isIntact ? {} : { role: "alert" as const })}
          >
            {kept.isIntact ? t.intact : t.broken}
          </Notice>
          <Facts kept={kept} locale={locale} />
          <RecordTables record={kept.record} rubric={seen.rubric} />
        </article>
      ))}
    </>
  );
}

function Facts({ kept: { record, sha256 }, locale }: { kept: KeptRecord; locale: Locale }) {
  const t = reviewRecordMessages[locale].facts;
  const words = rankingMessages[locale].record;
  const { review, form, rubric, assignment, otherSheets } = record;
  const options: Readonly<Record<string, string | undefined>> = exportMessages[locale].adviceOptions;
  const version = ({ version: n, sha256: hash }: { version: number; sha256: string }) => (
    <>
      {t.version(n)} <RecordHash value={hash} />
    </>
  );
  return (
    <SummaryList
      className="max-w-4xl"
      rows={[
        { term: t.recordedAt, value: formatDateTime(locale, review.submittedAt) },
        { term: t.hash, value: <RecordHash value={sha256} /> },
        { term: t.total, value: formatDecimal(fromHundredths(review.totalX100), 2) },
        { term: t.advice, value: options[review.advice] ?? review.advice },
        { term: t.scope, value: review.inScope ? words.yes : words.no },
        { term: t.form, value: version(form) },
        { term: t.rubric, value: version(rubric) },
        { term: t.assigned, value: formatDateTime(locale, assignment.assignedAt) },
        { term: t.due, value: formatDateTime(locale, assignment.dueAt) },
        { term: t.others, value: otherSheets.length === 0 ? t.othersNone : otherSheets.length },
      ]}
    />
  );
}
