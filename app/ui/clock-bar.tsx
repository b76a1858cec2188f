import { formatClock } from "#app/i18n/format.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

/** The server's clock, because deadlines follow it. */
export function ClockBar({ now }: { now: Date }) {
  const { locale } = usePage();
  const t = shellMessages[locale];
  return (
    <div className="clockbar">
      <div className="wrap">
        <span>
          <time dateTime={now.toISOString()}>{formatClock(locale, now)}</time>
        </span>
        <span>{t.serverClock}</span>
      </div>
    </div>
  );
}
