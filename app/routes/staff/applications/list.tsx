import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import { type ListFilter, listQuery, readListFilter } from "#app/domain/applications/list-filter.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { countApplications } from "#app/features/applications/office/count-applications.ts";
import { listApplications } from "#app/features/applications/office/list-applications.ts";
import { listCallChoices, listOfficerChoices } from "#app/features/applications/office/list-choices.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { readCursor } from "#app/features/keyset.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatMoney } from "#app/i18n/format.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/list";
import { BulkChooser } from "./bulk-chooser.tsx";
import { listColumns, type ListRow } from "./list-columns.tsx";
import { ListFilters } from "./list-filters.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const filter = readListFilter(query);
  const [calls, officers] = await Promise.all([
    listCallChoices(ctx.db.read),
    listOfficerChoices(ctx.db.read),
  ]);
  const resolved = await resolveFilter(ctx, filter, calls);
  const [page, total] = await Promise.all([
    listApplications(ctx, resolved, readCursor(query)),
    countApplications(ctx, resolved),
  ]);
  const today = beijingDay(ctx.now);
  const rows = page.rows.map((row): ListRow => ({ ...row, days: daysBetween(beijingDay(row.since), today) }));
  return {
    ...{
      locale,
      now: ctx.now,
      filter,
      calls,
      officers,
      total,
      rows,
      next: page.next,
      previous: page.previous,
    },
    mayDealOut: mayOffice(actor, "deal_out"),
    mayExport: mayOffice(actor, "export_applications"),
  };
}

export default function List({ loaderData }: Route.ComponentProps) {
  const { locale, now, filter, calls, officers, total, rows, mayDealOut, mayExport } = loaderData;
  const t = staffListMessages[locale];
  const query = listQuery(filter);
  const table = (
    <DataTable
      caption={t.caption}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={listColumns({ locale, now, filter, selectable: mayDealOut })}
    />
  );
  const summary = t.total(rows.length, formatCount(total.count), formatMoney(locale, total.amountFen));
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title}>
        {mayExport && (
          <LinkButton size="sm" href={`/staff/exports/applications.xlsx${query && `?${query}`}`}>
            {t.exportThis}
          </LinkButton>
        )}
      </DeskHead>
      <ListFilters filter={filter} calls={calls} officers={officers} locale={locale} />
      <Tabs label={t.tabs} items={viewTabs(filter, locale)} />
      {rows.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {rows.length > 0 &&
        (mayDealOut ? <BulkChooser officers={officers} table={table} query={query} /> : table)}
      <Pagination
        summary={rows.length > 0 ? summary : undefined}
        {...(loaderData.previous === null
          ? {}
          : { previous: pageHref(query, "before", loaderData.previous) })}
        {...(loaderData.next === null ? {} : { next: pageHref(query, "after", loaderData.next) })}
      />
      <KeysLegend
        keys={[
          { keys: ["J", "K"], label: t.keys.move },
          ...(mayDealOut ? [{ keys: ["X"], label: t.keys.select }] : []),
          { keys: ["Enter"], label: t.keys.open },
          { keys: ["/"], label: t.keys.find },
        ]}
      />
      <BrowserScript name="staff-list" />
    </>
  );
}

const pageHref = (query: string, direction: "after" | "before", cursor: string): string =>
  `?${query ? `${query}&` : ""}${direction}=${encodeURIComponent(cursor)}`;

/** Views people come back to; each is a link to an ordinary filter, within the call that is chosen. */
function viewTabs(filter: ListFilter, locale: "zh" | "en") {
  const t = staffListMessages[locale];
  const call = filter.call === null ? {} : { call: filter.call };
  const views: { label: string; view: Partial<ListFilter> }[] = [
    { label: t.all, view: {} },
    { label: t.mine, view: { officer: "me" } },
    ...(Object.keys(t.needs) as (keyof typeof t.needs)[]).map((need) => ({
      label: t.needs[need],
      view: { need },
    })),
  ];
  const current = viewOf(filter);
  return views.map(({ label, view }) => {
    const query = listQuery({ ...call, ...view });
    return { href: `/staff/applications${query && `?${query}`}`, label, current: viewOf(view) === current };
  });
}

/** What a view narrows to, leaving out call and order. */
const viewOf = ({ officer, need, states, city, text }: Partial<ListFilter>): string =>
  listQuery({
    officer: officer ?? null,
    need: need ?? null,
    states: states ?? [],
    city: city ?? null,
    text: text ?? "",
  });
