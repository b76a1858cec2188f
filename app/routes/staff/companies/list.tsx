import {
  type CompanyRow,
  countPendingCompanies,
  listCompanies,
} from "#app/features/companies/list-companies.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { QueryBox } from "#app/ui/query-box.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { UsccStateTag } from "#app/ui/uscc-state-tag.tsx";
import type { Route } from "./+types/list";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const pending = await countPendingCompanies(ctx);
  const asked = query.get("show");
  const show = asked === "all" || (asked === null && pending === 0) ? "all" : "pending";
  const search = (query.get("q") ?? "").trim().slice(0, 100);
  const after = query.get("after") ?? "";
  const { rows, next } = await listCompanies(ctx, { show, search, after });
  return { locale, pending, show, search, after, rows, next } as const;
}

export default function Companies({ loaderData }: Route.ComponentProps) {
  const { locale, pending, show, search, after, rows, next } = loaderData;
  const t = peopleMessages[locale].company;
  const page = (from: string) =>
    `/staff/companies?${new URLSearchParams({ show, ...(search && { q: search }), ...(from && { after: from }) })}`;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <DeskHead title={t.title} />
      <QueryBox name="q" defaultValue={search} help={t.searchHelp} action="/staff/companies">
        <input type="hidden" name="show" value={show} />
      </QueryBox>
      <Tabs
        label={t.views}
        items={[
          {
            href: "/staff/companies?show=pending",
            label: t.pending,
            count: pending,
            current: show === "pending",
          },
          { href: "/staff/companies?show=all", label: t.all, current: show === "all" },
        ]}
      />
      <div className="mt-3">
        {rows.length === 0 ? (
          <EmptyState title={show === "pending" && !search ? t.nonePending : t.none} />
        ) : (
          <DataTable
            dense
            caption={t.caption}
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns(locale)}
          />
        )}
      </div>
      <Pagination {...(after && { previous: page("") })} {...(next && { next: page(next) })} />
    </>
  );
}

function columns(locale: Locale): Column<CompanyRow>[] {
  const t = peopleMessages[locale].company;
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => (
        <a href={`/staff/companies/${row.id}`}>{(locale === "en" && row.nameEn) || row.nameZh}</a>
      ),
    },
    { id: "uscc", head: t.uscc, cell: (row) => <span className="num-id">{row.uscc}</span> },
    { id: "state", head: t.state, cell: (row) => <UsccStateTag state={row.usccState} locale={locale} /> },
    { id: "members", head: t.members, numeric: true, cell: (row) => row.members },
    { id: "created", head: t.created, cell: (row) => formatDateTime(locale, row.createdAt) },
  ];
}
