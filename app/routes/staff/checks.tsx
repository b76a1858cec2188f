import { checkQueues, type CheckQueue } from "#app/domain/applications/check-queues.ts";
import { workingDaysTaken } from "#app/domain/applications/check-deadline.ts";
import { correctionWorkingDays } from "#app/domain/applications/formal-check.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { beijingDay, isBefore } from "#app/domain/shared/beijing-time.ts";
import { unsettledYears } from "#app/domain/shared/working-days.ts";
import { listFormalChecks, type QueuedCheck } from "#app/features/applications/office/list-formal-checks.ts";
import { readFunnel } from "#app/features/applications/office/read-funnel.ts";
import { readCursor } from "#app/features/keyset.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatOverdue, formatShortDate, formatShortDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/checks";
import { CalendarWarning } from "./calendar-warning.tsx";
import { companyOf, shortNumber, titleOf } from "./applications/list-columns.tsx";

type Row = QueuedCheck & {
  /** Working days in the queue. */
  taken: number;
  overdue: boolean;
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const queue = checkQueues.find((each) => each === query.get("queue")) ?? "formal_review";
  const [page, funnel, calendar] = await Promise.all([
    listFormalChecks(ctx, queue, readCursor(query)),
    readFunnel(ctx),
    readCalendar(ctx.db.read),
  ]);
  const rows = page.rows.map((row): Row => {
    const taken = workingDaysTaken(row.since, ctx.now, calendar);
    const late = row.dueAt !== null && !isBefore(ctx.now, row.dueAt);
    return { ...row, taken, overdue: queue === "formal_review" ? taken > correctionWorkingDays : late };
  });
  const counts = Object.fromEntries(
    checkQueues.map((state) => [state, funnel.find((step) => step.state === state)?.count ?? 0]),
  );
  const today = beijingDay(ctx.now);
  const missing = unsettledYears(today, today, calendar).filter(({ table }) => table === "missing");
  const unsettled = mayOffice(actor, "read_working_days") ? missing : [];
  return { locale, now: ctx.now, queue, counts, unsettled, ...page, rows };
}

export default function Checks({ loaderData }: Route.ComponentProps) {
  const { locale, now, queue, counts, unsettled, rows, next, previous } = loaderData;
  const t = formalCheckPageMessages[locale].queue;
  const { keys } = staffListMessages[locale];
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title} note={t.rule} />
      <CalendarWarning className="measure mb-4" years={unsettled} locale={locale} />
      <Tabs
        label={t.tabs}
        items={checkQueues.map((state) => ({
          href: `/staff/checks?queue=${state}`,
          label: t[state],
          count: counts[state] ?? 0,
          current: state === queue,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable
          caption={t.caption}
          dense
          layout="cards"
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns(queue, locale, now)}
        />
      )}
      <Pagination
        {...(previous === null ? {} : { previous: pageHref(queue, "before", previous) })}
        {...(next === null ? {} : { next: pageHref(queue, "after", next) })}
      />
      <KeysLegend
        keys={[
          { keys: ["J", "K"], label: keys.move },
          { keys: ["Enter"], label: keys.open },
        ]}
      />
      <BrowserScript name="staff-list" />
    </>
  );
}

const pageHref = (queue: CheckQueue, direction: "after" | "before", cursor: string): string =>
  `?queue=${queue}&${direction}=${encodeURIComponent(cursor)}`;

function columns(queue: CheckQueue, locale: Locale, now: Date): Column<Row>[] {
  const t = formalCheckPageMessages[locale].queue;
  return [
    {
      id: "number",
      head: t.number,
      card: "id",
      className: "num-id nowrap",
      cell: ({ number }) => shortNumber(number),
    },
    {
      id: "project",
      head: t.project,
      card: "title",
      className: "lim max-md:max-w-none max-md:whitespace-normal",
      cell: (row) => (
        <a href={`/staff/applications/${row.id}/check`} title={titleOf(row, locale)} data-row-link="open">
          <b>{titleOf(row, locale)}</b>
        </a>
      ),
    },
    {
      id: "company",
      head: t.company,
      card: "note",
      className: "lim muted",
      cell: (row) => <span title={companyOf(row, locale)}>{companyOf(row, locale)}</span>,
    },
    {
      id: "since",
      head: t.since,
      className: "muted nowrap",
      cell: ({ since }) => formatShortDate(locale, since),
    },
    queue === "supplement_required" ? dueColumn(locale, now) : takenColumn(locale, queue, now),
    { id: "round", head: t.round, className: "muted nowrap", cell: ({ round }) => t.roundText(round) },
    {
      id: "progress",
      head: t.progress,
      numeric: true,
      className: "muted",
      cell: ({ checked }) => (checked === null ? t.notOpened : t.checked(checked)),
    },
    {
      id: "officer",
      head: t.officer,
      card: "end",
      className: "muted nowrap",
      cell: ({ officer }) => officer ?? staffMessages[locale].unclaimed,
    },
  ];
}

const takenColumn = (locale: Locale, queue: CheckQueue, now: Date): Column<Row> => {
  const t = formalCheckPageMessages[locale].queue;
  return {
    id: "taken",
    head: t.waited,
    numeric: true,
    card: "corner",
    cell: (row) => {
      if (queue === "submitted" && row.closesAt !== null && isBefore(now, row.closesAt))
        return <Tag tone="line">{t.callOpen}</Tag>;
      return row.overdue ? (
        <b className="st-bad">
          {row.taken} {t.overdue}
        </b>
      ) : (
        row.taken
      );
    },
  };
};

const dueColumn = (locale: Locale, now: Date): Column<Row> => ({
  id: "due",
  head: formalCheckPageMessages[locale].queue.due,
  card: "corner",
  className: "nowrap",
  cell: ({ dueAt, overdue }) => {
    if (dueAt === null) return "–";
    const words = `${formatShortDateWithWeekday(locale, dueAt)} ${formatTime(dueAt)}`;
    return overdue ? <b className="st-bad">{formatOverdue(locale, now, dueAt)}</b> : words;
  },
});
