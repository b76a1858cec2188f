import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import { listQuery } from "#app/domain/applications/list-filter.ts";
import type { FunnelStep } from "#app/features/applications/office/read-funnel.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";

interface FunnelProps {
  steps: readonly FunnelStep[];
  locale: Locale;
  now: Date;
}

/** How many stand at each step, as figures and as bars of one scale. */
export function FunnelTable({ steps, locale, now }: FunnelProps) {
  const t = staffMessages[locale].home;
  const most = Math.max(1, ...steps.map(({ count }) => count));
  return (
    <>
      <DataTable
        caption={t.funnel}
        dense
        rows={steps.map((step, index) => ({ ...step, place: index + 1 }))}
        rowKey={({ state }) => state}
        columns={columns(locale, now, most)}
      />
      <p className="muted mt-1 text-xs">{t.draftsNote}</p>
    </>
  );
}

function columns(locale: Locale, now: Date, most: number): Column<FunnelStep & { place: number }>[] {
  const t = staffMessages[locale].home;
  const names = applicationStateMessages[locale].name;
  return [
    {
      id: "step",
      head: t.step,
      rowHeader: true,
      className: "nowrap",
      cell: ({ state, place }) => {
        const words = `${place}. ${names[state]}`;
        return state === "draft" ? (
          words
        ) : (
          <a href={`/staff/applications?${listQuery({ states: [state] })}`}>{words}</a>
        );
      },
    },
    { id: "now", head: t.now, numeric: true, cell: ({ count }) => <b>{formatCount(count)}</b> },
    {
      id: "chart",
      head: t.chart,
      hideHead: true,
      className: "w-1/2",
      cell: ({ count }) => (
        <svg width="100%" height="12" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 12">
          <rect width={Math.round((count / most) * 1000) / 10} height="12" className="fill-primary" />
        </svg>
      ),
    },
    {
      id: "median",
      head: t.median,
      numeric: true,
      className: "muted",
      cell: ({ medianSince }) =>
        medianSince === null ? "–" : t.days(daysBetween(beijingDay(medianSince), beijingDay(now))),
    },
  ];
}
