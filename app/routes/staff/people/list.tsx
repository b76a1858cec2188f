import { peopleKinds, type PeopleKind } from "#app/domain/accounts/people-kinds.ts";
import { listPeople, type PersonRow } from "#app/features/accounts/list-people.ts";
import { formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { QueryBox } from "#app/ui/query-box.tsx";
import type { Route } from "./+types/list";
import { peopleAccess } from "./people-access.ts";
import { PeopleHead } from "./people-head.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale, mayInvite } = peopleAccess(context);
  const query = new URL(request.url).searchParams;
  const kind = peopleKinds.find((each) => each === query.get("kind")) ?? "staff";
  const search = (query.get("q") ?? "").trim().slice(0, 100);
  const after = query.get("after") ?? "";
  const { rows, next } = await listPeople(ctx, { kind, search, after });
  return { locale, mayInvite, kind, search, after, rows, next, now: ctx.now };
}

export default function People({ loaderData }: Route.ComponentProps) {
  const { locale, mayInvite, kind, search, after, rows, next, now } = loaderData;
  const t = peopleMessages[locale];
  const page = (from: string) =>
    `/staff/people?${new URLSearchParams({ kind, ...(search && { q: search }), ...(from && { after: from }) })}`;
  return (
    <>
      <PeopleHead locale={locale} current={kind} mayInvite={mayInvite} />
      <div className="mt-3">
        <QueryBox name="q" defaultValue={search} help={t.searchHelp} action="/staff/people">
          <input type="hidden" name="kind" value={kind} />
        </QueryBox>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          dense
          caption={t.caption}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns(locale, kind, now)}
        />
      )}
      <Pagination {...(after && { previous: page("") })} {...(next && { next: page(next) })} />
    </>
  );
}

function columns(locale: Locale, kind: PeopleKind, now: Date): Column<PersonRow>[] {
  const t = peopleMessages[locale];
  const { role, comma } = accountMessages[locale];
  const roles: Column<PersonRow> = {
    id: "roles",
    head: t.roles,
    cell: (row) => row.roles.map((each) => role[each]).join(comma),
  };
  const companies: Column<PersonRow> = {
    id: "companies",
    head: t.companies,
    numeric: true,
    cell: (row) => t.companiesCount({ count: row.companies }),
  };
  return [
    {
      id: "name",
      head: t.name,
      rowHeader: true,
      cell: (row) => <a href={`/staff/people/${row.id}`}>{row.name || row.email}</a>,
    },
    { id: "email", head: t.email, cell: (row) => row.email },
    ...(kind === "companies" ? [companies] : kind === "disabled" ? [roles, companies] : [roles]),
    { id: "second", head: t.second, cell: (row) => (row.hasSecondFactor ? t.secondOn : t.secondOff) },
    {
      id: "seen",
      head: t.seen,
      cell: (row) =>
        row.seenAt ? formatRecent(locale, row.seenAt, now) : <span className="muted">{t.never}</span>,
    },
  ];
}
