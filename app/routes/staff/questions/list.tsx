import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { readCursor } from "#app/features/keyset.ts";
import {
  listQuestions,
  type OfficeQuestion,
  questionViews,
} from "#app/features/reviews/questions/list-office-questions.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatRecent, formatShortDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { QuestionTag } from "#app/ui/question-tag.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import type { Route } from "./+types/list";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const view = questionViews.find((each) => each === query.get("view")) ?? "waiting";
  const [page, counts] = await Promise.all([listQuestions(ctx, view, readCursor(query)), countForRail(ctx)]);
  return { locale, now: ctx.now, view, page, waiting: found(counts).questions };
}

/** What reviewers want to know of companies, the oldest first. */
export default function Questions({ loaderData }: Route.ComponentProps) {
  const { locale, now, view, page, waiting } = loaderData;
  const t = questionMessages[locale].office;
  const { keys } = staffListMessages[locale];
  const href = (direction: "after" | "before", cursor: string) =>
    `?${new URLSearchParams({ view, [direction]: cursor })}`;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title} />
      <Tabs
        label={t.views}
        items={questionViews.map((each) => ({
          href: `/staff/questions?view=${each}`,
          label: t.view[each],
          current: each === view,
          ...(each === "waiting" ? { count: waiting } : {}),
        }))}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t.empty[view]} />
      ) : (
        <DataTable
          caption={t.view[view]}
          dense
          layout="cards"
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={columns(locale, now)}
        />
      )}
      <Pagination
        {...(page.previous ? { previous: href("before", page.previous) } : {})}
        {...(page.next ? { next: href("after", page.next) } : {})}
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

const hrefOf = ({ applicationId, id }: OfficeQuestion): string =>
  `/staff/applications/${applicationId}/questions#question-${id}`;

function columns(locale: Locale, now: Date): Column<OfficeQuestion>[] {
  const t = questionMessages[locale].office;
  return [
    {
      ...{ id: "number", head: t.number, card: "id", className: "num-id nowrap" },
      cell: ({ number }) => shortNumber(number),
    },
    {
      ...{ id: "project", head: t.project, card: "title" },
      className: "lim max-md:max-w-none max-md:whitespace-normal",
      cell: (row) => (
        <a href={hrefOf(row)} title={titleOf(row, locale)} data-row-link="open">
          <b>{titleOf(row, locale)}</b>
        </a>
      ),
    },
    {
      ...{ id: "question", head: t.question, card: "note", className: "min-w-64 wrap-anywhere" },
      cell: ({ question, wording }) => wording || question,
    },
    {
      ...{ id: "state", head: t.state, card: "state", className: "nowrap" },
      cell: ({ standing }) => <QuestionTag standing={standing} reader="office" />,
    },
    {
      ...{ id: "asked", head: t.asked, className: "muted nowrap" },
      cell: ({ askedAt }) => formatRecent(locale, askedAt, now),
    },
    {
      ...{ id: "due", head: t.due, className: "nowrap" },
      cell: ({ dueAt }) => dueAt && formatShortDateTime(locale, dueAt),
    },
    {
      ...{ id: "act", head: t.open, hideHead: true, numeric: true, card: "end" },
      cell: (row) => (
        <LinkButton size="sm" href={hrefOf(row)}>
          {t.open}
          <span className="sr-only"> {row.number}</span>
        </LinkButton>
      ),
    },
  ];
}
