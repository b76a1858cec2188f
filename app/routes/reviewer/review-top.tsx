import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import type { ReviewPage } from "#app/features/reviews/find-review-page.ts";
import { formatDateTime, formatOverdue, formatTime, formatTimeLeft } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { packetHref, paperHref } from "#app/ui/paper/paper-links.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";

interface Props {
  page: ReviewPage;
  neighbours: { previous?: string; next?: string };
  now: Date;
  locale: Locale;
}

/** What is under review, by when, whether it is saved, and the ones before and after. */
export function ReviewTop({ page, neighbours, now, locale }: Props) {
  const t = reviewMessages[locale].sheet;
  const { assignment, title, cityCode } = page;
  return (
    <header className="rev-top">
      <BackLink href="/reviews">{t.back}</BackLink>
      <div>
        <h1 className="text-sm font-semibold">{title[locale] || title.zh}</h1>
        <span className="muted text-xs">
          {assignment.number}
          {cityCode && ` · ${cityName(cityCode, locale)}`}
          <span className="no-print">
            {" · "}
            <a href={paperHref(assignment.applicationId, "standing", locale)} download>
              PDF
            </a>
            {" · "}
            <a href={packetHref(assignment.applicationId, "standing", locale)} download>
              ZIP
            </a>
            {" · "}
            <a href={`/reviews/${assignment.id}/questions`}>{questionMessages[locale].reviewer.link}</a>
          </span>
        </span>
      </div>
      <div className="rev-end no-print">
        {page.mayScore && (
          <>
            <span className="muted rev-due">
              {t.due(
                formatDateTime(locale, assignment.dueAt),
                formatOverdue(locale, now, assignment.dueAt) ?? formatTimeLeft(locale, now, assignment.dueAt),
              )}
            </span>
            <span className="max-lg:hidden">
              <SavedMark time={page.savedAt ? formatTime(page.savedAt) : undefined} />
            </span>
          </>
        )}
        {neighbours.previous && (
          <LinkButton size="sm" href={`/reviews/${neighbours.previous}`} rel="prev">
            {t.previous}
          </LinkButton>
        )}
        {neighbours.next && (
          <LinkButton size="sm" href={`/reviews/${neighbours.next}`} rel="next">
            {t.next}
          </LinkButton>
        )}
      </div>
    </header>
  );
}
