import { type QueueGroup, queueGroups } from "#app/domain/reviews/assignment-workflow.ts";
import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { standardScoringRules } from "#app/domain/shared/standard-scoring-rules.ts";
import { daysLeft } from "#app/domain/shared/beijing-time.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import {
  countOwnAssignments,
  findNextReview,
  listOwnAssignments,
  type OwnCounts,
  type QueueRow,
} from "#app/features/reviews/list-own-assignments.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { formatOverdue, formatShortDate, formatShortDateTime, formatTimeLeft } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { QueryBox } from "#app/ui/query-box.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/queue";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = reviewerOnly(context);
  const search = new URL(request.url).searchParams;
  const view = queueGroups.find((group) => group === search.get("view"));
  const text = search.get("q")?.trim() ?? "";
  const [page, counts, toReview] = await Promise.all([
    listOwnAssignments(ctx, { group: view, text, after: search.get("after") ?? undefined }),
    countOwnAssignments(ctx),
    findNextReview(ctx),
  ]);
  return { locale, now: ctx.now, view, text, counts, toReview, ...page };
}

export default function Queue({ loaderData }: Route.ComponentProps) {
  const { locale, now, view, text, counts, toReview, rows, next } = loaderData;
  const t = reviewMessages[locale].queue;
  const all = queueGroups.reduce((sum, group) => sum + counts[group], 0);
  const rules = standardScoringRules.comments;
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title}>
        {toReview && (
          <LinkButton href={rowHref(toReview)} variant="primary" size="sm" data-next-review="">
            {toReview.isBegun ? t.continueWith(toReview.number) : t.startWith(toReview.number)}
          </LinkButton>
        )}
      </DeskHead>
      <Progress counts={counts} now={now} locale={locale} />
      <QueryBox name="q" defaultValue={text} help={t.search}>
        {view && <input type="hidden" name="view" value={view} />}
      </QueryBox>
      <Tabs
        label={t.views}
        items={[
          { href: "/reviews", label: t.tabs.all, count: all, current: !view },
          ...queueGroups.map((group) => ({
            href: `/reviews?view=${group}`,
            label: t.tabs[group],
            count: counts[group],
            current: view === group,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={text ? t.noneFound(text) : t.empty}>
          {text ? <a href={view ? `/reviews?view=${view}` : "/reviews"}>{t.showAll}</a> : t.emptyText}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          dense
          layout="cards"
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns(locale, now)}
        />
      )}
      <Pagination next={next && `/reviews?${pageQuery(view, text, next)}`} />
      <KeysLegend
        keys={[
          { keys: ["J", "K"], label: t.keys.move },
          { keys: ["Enter"], label: t.keys.open },
          { keys: ["S"], label: t.keys.score },
          { keys: ["N"], label: t.keys.next },
          { keys: ["/"], label: t.keys.find },
          { keys: ["?"], label: t.keys.help },
        ]}
        note={t.sealed}
      />
      <section className="mt-6 grid gap-4 lg:grid-cols-3">
        {[
          [t.beforeTitle, t.beforeText],
          [t.rulesTitle, t.rulesText(rules.minimum, rules.overallMinimum)],
          [t.panelTitle, t.panelText],
        ].map(([title, body]) => (
          <Panel key={title}>
            <h2>{title}</h2>
            <p className="muted mt-1">{body}</p>
          </Panel>
        ))}
      </section>
      <BrowserScript name="list-keys" />
    </>
  );
}

interface ProgressProps {
  counts: OwnCounts;
  now: Date;
  locale: Locale;
}

/** How far one is, and how long there is for the rest. */
function Progress({ counts, now, locale }: ProgressProps) {
  const t = reviewMessages[locale].queue;
  const open = counts.overdue + counts.in_progress + counts.to_score + counts.to_declare;
  const all = open + counts.done;
  if (all === 0) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1">
      <span className="flex flex-wrap items-center gap-x-2">
        <progress className="queue-progress" max={all} value={counts.done} aria-label={t.progress} />
        {t.doneOf(counts.done, all)}
      </span>
      <span>{t.open(open)}</span>
      {counts.overdue > 0 && <span className="st-bad">{t.overdue(counts.overdue)}</span>}
      {counts.to_declare > 0 && <span>{t.toDeclare(counts.to_declare)}</span>}
      {counts.nextDueAt && (
        <span className="muted">
          {t.nextDue(
            formatShortDateTime(locale, counts.nextDueAt),
            formatTimeLeft(locale, now, counts.nextDueAt),
          )}
        </span>
      )}
    </p>
  );
}

const pageQuery = (view: QueueGroup | undefined, text: string, after: string): string =>
  new URLSearchParams({ ...(view ? { view } : {}), ...(text ? { q: text } : {}), after }).toString();

const rowHref = (row: { id: string; state: string }): string =>
  row.state === "assigned" ? `/reviews/${row.id}/declare` : `/reviews/${row.id}`;

const groupTone = {
  overdue: "bad",
  in_progress: "accent",
  to_score: "plain",
  to_declare: "accent",
  done: "ok",
  closed: "line",
} as const;

const groupGlyph = {
  overdue: "error",
  in_progress: "half",
  to_score: "empty",
  to_declare: "lock",
  done: "ok",
  closed: "out",
} as const;

function columns(locale: Locale, now: Date): Column<QueueRow>[] {
  const t = reviewMessages[locale].queue;
  return [
    {
      id: "state",
      head: t.state,
      card: "state",
      cell: (row) => (
        <Tag tone={groupTone[row.group]} glyph={groupGlyph[row.group]}>
          {row.group === "closed" ? (row.state === "declined" ? t.declined : t.recused) : t.groups[row.group]}
        </Tag>
      ),
    },
    {
      id: "number",
      head: t.number,
      card: "id",
      className: "num-id nowrap",
      cell: (row) => <QueueNumber number={row.number} />,
    },
    {
      id: "project",
      head: t.project,
      card: "title",
      cell: (row) =>
        row.group === "closed" ? (
          <span className="muted">{t.hidden}</span>
        ) : (
          <a
            className="font-semibold"
            href={rowHref(row)}
            data-row-link={row.group === "done" ? "done" : "open"}
          >
            {row.title[locale] || row.title.zh}
          </a>
        ),
    },
    {
      id: "place",
      head: t.place,
      className: "muted nowrap",
      cell: (row) => (row.cityCode ? cityName(row.cityCode, locale) : ""),
    },
    {
      id: "amount",
      head: t.amount,
      numeric: true,
      cell: (row) => (row.amountFen === null ? "" : formatWan(row.amountFen)),
    },
    {
      id: "due",
      head: t.due,
      card: "note",
      className: "nowrap",
      cell: (row) =>
        row.group === "closed"
          ? ""
          : row.submittedAt
            ? t.submittedOn(formatShortDate(locale, row.submittedAt))
            : formatShortDateTime(locale, row.dueAt),
    },
    {
      id: "left",
      head: t.left,
      card: "corner",
      className: "nowrap",
      cell: (row) => <Left row={row} now={now} locale={locale} />,
    },
    {
      id: "scored",
      head: t.scored,
      numeric: true,
      cell: (row) => (row.group === "closed" || row.state === "assigned" ? "" : String(row.scored)),
    },
    {
      id: "total",
      head: t.total,
      numeric: true,
      card: "end",
      cell: (row) => (row.totalX100 === null ? "" : <b>{formatDecimal(fromHundredths(row.totalX100), 2)}</b>),
    },
  ];
}

/** The batch before the dash is the same on every row: a phone leaves it out. */
function QueueNumber({ number }: { number: string }) {
  const [, batch = "", rest = number] = /^(.+?-\d{4}-)(.+)$/.exec(number) ?? [];
  return (
    <>
      {batch && <span className="max-sm:hidden">{batch}</span>}
      {rest}
    </>
  );
}

function Left({ row, now, locale }: { row: QueueRow; now: Date; locale: Locale }) {
  if (row.group === "done" || row.group === "closed") return null;
  const late = formatOverdue(locale, now, row.dueAt);
  if (late) return <span className="st-bad">{late}</span>;
  const soon = daysLeft(now, row.dueAt) <= 2;
  return <span className={soon ? "st-warn" : "muted"}>{formatTimeLeft(locale, now, row.dueAt)}</span>;
}
