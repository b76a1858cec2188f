import type { Locale } from "#app/i18n/locale.ts";
import { scorePaperMessages } from "#app/i18n/messages/score-paper.ts";

export function ScorePaperLink({ assignmentId, locale }: { assignmentId: string; locale: Locale }) {
  return (
    <p className="no-print mt-2 text-xs">
      <a className="inline-block py-1" href={`/reviews/${assignmentId}/pdf?language=${locale}`} download>
        {scorePaperMessages[locale].download}
      </a>
    </p>
  );
}
