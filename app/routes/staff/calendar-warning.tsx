import type { UnsettledYear } from "#app/domain/shared/working-days.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Notice } from "#app/ui/notice.tsx";

interface CalendarWarningProps {
  years: readonly UnsettledYear[];
  locale: Locale;
  className?: string;
}

/** Beside a time in working days that no final table stands behind. */
export function CalendarWarning({ years, locale, className }: CalendarWarningProps) {
  const t = workingDayMessages[locale];
  if (years.length === 0) return null;
  return (
    <Notice tone="warn" {...(className ? { className } : {})}>
      {years.map(({ year, table }) => (
        <p key={year}>{table === "missing" ? t.missingSpan(year) : t.provisionalSpan(year)}</p>
      ))}
      <a href="/staff/working-days">{t.table}</a>
    </Notice>
  );
}
