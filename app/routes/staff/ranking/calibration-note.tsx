import type { CalibrationStanding } from "#app/features/reviews/office/list-ranking.ts";
import { formatShortDateTime } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { Notice } from "#app/ui/notice.tsx";
import { usePage } from "#app/ui/page-context.tsx";

/** Whether there are calibrated figures, from when they are, and where they are explained. */
export function CalibrationNote({ standing, href }: { standing: CalibrationStanding; href?: string }) {
  const { locale } = usePage();
  const t = calibrationMessages[locale];
  const space = locale === "en" ? " " : "";
  const sentences = [t.adviceText, ...standingSentences(standing, locale, href !== undefined)];
  return (
    <Notice className="mb-3" {...(standing.pending ? { role: "status" as const } : {})}>
      <b>{t.advice}</b>
      {sentences.join(space)}
      {href && (
        <>
          {space}
          <a href={href}>{t.link}</a>
        </>
      )}
    </Notice>
  );
}

function standingSentences(standing: CalibrationStanding, locale: "zh" | "en", dated: boolean): string[] {
  const t = calibrationMessages[locale];
  const { outcome, computedAt, pending, apart } = standing;
  if (outcome === null || computedAt === null) return pending ? [t.first] : [t.tooFew];
  return [
    ...(outcome === "too_few" ? [t.tooFew] : []),
    ...(outcome === "not_comparable" ? [t.notComparable] : []),
    ...(outcome === "ready" && apart > 0 ? [t.apart(apart)] : []),
    // Where all of it stands its day does too.
    ...(dated || outcome !== "ready" ? [t.computedAt(formatShortDateTime(locale, computedAt))] : []),
    ...(pending ? [t.pending] : []),
  ];
}
