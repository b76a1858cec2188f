import { isOverdueKind, type StuckKind } from "#app/domain/applications/stuck.ts";
import { listQuery } from "#app/domain/applications/list-filter.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Glyph } from "#app/ui/glyph.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

export interface StuckRow {
  kind: StuckKind;
  count: number;
  byCall: readonly { code: string; count: number }[];
  oldest: { at: string; number: string };
  /** Working days for a check, days for the rest; negative before a date that falls due. */
  waited: number;
}

/** What needs a hand: each figure is a link to the list it counts. */
export function StuckTable({ rows, locale }: { rows: readonly StuckRow[]; locale: Locale }) {
  return (
    <DataTable
      caption={staffMessages[locale].home.stuck}
      dense
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={columns(locale)}
    />
  );
}

function columns(locale: Locale): Column<StuckRow>[] {
  const t = staffMessages[locale].home;
  return [
    {
      id: "mark",
      head: t.kind,
      hideHead: true,
      className: "w-6",
      cell: ({ kind }) => <Mark kind={kind} locale={locale} />,
    },
    { id: "count", head: t.count, numeric: true, cell: ({ count }) => <b className="text-base">{count}</b> },
    {
      id: "kind",
      head: t.kind,
      rowHeader: true,
      cell: ({ kind }) => (
        <a href={stuckHref(kind)} data-row-link="">
          <b>{t.stuckKinds[kind]}</b>
        </a>
      ),
    },
    { id: "oldest", head: t.oldest, className: "muted nowrap", cell: (row) => oldestWords(row, locale) },
    {
      id: "calls",
      head: t.calls,
      className: "nowrap",
      cell: ({ kind, byCall }) => (
        <span className="flex flex-wrap gap-x-3">
          {byCall.map(({ code, count }) => (
            <a key={code} className="py-0.5" href={stuckHref(kind, code)}>
              {`${code} `}
              <b>{count}</b>
            </a>
          ))}
        </span>
      ),
    },
    {
      id: "act",
      head: t.act,
      hideHead: true,
      numeric: true,
      cell: ({ kind }) => (
        <LinkButton size="sm" href={stuckHref(kind)}>
          {t.stuckActions[kind]}
        </LinkButton>
      ),
    },
  ];
}

function Mark({ kind, locale }: { kind: StuckKind; locale: Locale }) {
  const t = staffMessages[locale].home;
  const overdue = isOverdueKind(kind);
  return (
    <span className={overdue ? "st-bad" : "st-warn"}>
      <Glyph name={overdue ? "error" : "warn"} />
      <span className="sr-only">{overdue ? t.overdue : t.waiting}</span>
    </span>
  );
}

function oldestWords({ kind, oldest, waited }: StuckRow, locale: Locale): string {
  const t = staffMessages[locale].home;
  const short = oldest.number.replace(/^SXIC-\d{4}-/, "");
  const time =
    kind === "check_overdue"
      ? t.workingDays(waited)
      : kind === "correction_lapsing"
        ? t.dueOn(formatShortDate(locale, oldest.at))
        : t.days(waited);
  return short ? `${time} · ${short}` : time;
}

/** The list a count stands for, of one call or of all. */
export function stuckHref(kind: StuckKind, call?: string): string {
  if (kind === "conflicts_open") return `/staff/assignments?view=conflicts${call ? `&call=${call}` : ""}`;
  if (kind === "decisions_unreleased") return `/staff/decisions${call ? `?call=${call}` : ""}`;
  return `/staff/applications?${listQuery({ need: kind, ...(call ? { call } : {}) })}`;
}
