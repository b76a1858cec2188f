import { rankingQuery } from "#app/domain/reviews/ranking-view.ts";
import type { Ranking } from "#app/features/reviews/office/list-ranking.ts";
import { formatShortDateTime } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorMessage } from "#app/ui/error-message.tsx";
import { usePage } from "#app/ui/page-context.tsx";

interface LineFormProps {
  ranking: Ranking;
  base: string;
  /** As it stands in the box. */
  typed: string;
  /** It cannot be read as a line. */
  invalid: boolean;
  maySave: boolean;
}

/** The line is tried by address, which changes nothing, and then saved for everybody. */
export function LineForm({ ranking, base, typed, invalid, maySave }: LineFormProps) {
  const { locale } = usePage();
  const t = calibrationMessages[locale].line;
  const { view, funding, total } = ranking;
  const { places, saved, movedAt, version } = funding;
  const kept = rankingQuery({ ...view, line: null });
  return (
    <section aria-label={t.label} className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <form action={base}>
        {[...new URLSearchParams(kept)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="line" className="block">
          {t.label}
        </label>
        {invalid && <ErrorMessage id="line-error">{t.invalid(Math.max(1, total))}</ErrorMessage>}
        <span className="flex flex-wrap items-center gap-2">
          <span className="affix field-sm">
            <input
              className="input"
              id="line"
              name="line"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed}
              aria-invalid={invalid || undefined}
              aria-describedby={invalid ? "line-error" : undefined}
            />
            <span>{t.unit}</span>
          </span>
          <Button size="sm">{t.try}</Button>
        </span>
      </form>
      {maySave && !invalid && saved !== places && (
        <form method="post" action={rankingAddress(base, rankingQuery(view))}>
          <input type="hidden" name="places" value={places} />
          <input type="hidden" name="version" value={version} />
          <Button size="sm" name="intent" value="move_line">
            {t.save(places)}
          </Button>
        </form>
      )}
      <p className="muted mb-1 text-sm">
        {saved === null || movedAt === null
          ? t.unsaved
          : t.saved(saved, formatShortDateTime(locale, movedAt))}{" "}
        {view.line !== null && saved !== null && saved !== places && (
          <a href={rankingAddress(base, kept)}>{t.back}</a>
        )}
      </p>
    </section>
  );
}

export const rankingAddress = (base: string, query: string): string => (query ? `${base}?${query}` : base);
