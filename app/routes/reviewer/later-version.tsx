import type { ReviewPage } from "#app/features/reviews/find-review-page.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewedVersionMessages } from "#app/i18n/messages/reviewed-version.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface Props {
  assignmentId: string;
  mine: number;
  later: ReviewPage["later"];
  outdated: boolean;
  locale: Locale;
}

/** A version came in after the sheet was begun: the sheet stays, and its reviewer goes over when they are ready. */
export function LaterVersion({ assignmentId, mine, later, outdated, locale }: Props) {
  const t = reviewedVersionMessages[locale];
  if (!later)
    return (
      // Shown by the script when an autosave was told of one.
      <div className="no-print mb-3" data-later="" role="alert" hidden>
        <Notice tone="warn">
          {t.laterLive} <a href={`/reviews/${assignmentId}`}>{t.reload}</a>
        </Notice>
      </div>
    );
  return (
    <Notice tone="warn" className="no-print mb-3" role={outdated ? "alert" : "status"}>
      <p className="font-semibold">{t.laterTitle(later.version)}</p>
      <p>
        {outdated ? t.outdated(later.version) : t.laterText(mine, formatDateTime(locale, later.submittedAt))}
      </p>
      <Button className="mt-2" size="sm" name="intent" value={`take:${later.version}`}>
        {t.take(later.version)}
      </Button>
    </Notice>
  );
}
