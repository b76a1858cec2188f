import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { findChainHead, listEvents, type ListedEvent } from "#app/features/audit/list-events.ts";
import { readCursor } from "#app/features/keyset.ts";
import { notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatDateTime, formatShortDate, formatTimeToSecond } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { auditMessages } from "#app/i18n/messages/audit.ts";
import { eventTypeMessages } from "#app/i18n/messages/event-types.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/events";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayOffice(actor, "read_audit")) throw notFound();
  const query = new URL(request.url).searchParams;
  const text = (name: string) => (query.get(name) ?? "").normalize("NFKC").trim().slice(0, 100);
  const filter = {
    type: /^[a-z_.]*$/.exec(text("type"))?.[0] ?? "",
    number: text("number"),
    person: text("person"),
  };
  const [page, head] = await Promise.all([listEvents(ctx, filter, readCursor(query)), findChainHead(ctx)]);
  return { locale, filter, page, head };
}

export default function Events({ loaderData: { locale, filter, page, head } }: Route.ComponentProps) {
  const t = auditMessages[locale];
  const at = (cursor: "after" | "before", value: string | null) =>
    value === null ? undefined : `/staff/audit?${new URLSearchParams({ ...filter, [cursor]: value })}`;
  const filtered = filter.type !== "" || filter.number !== "" || filter.person !== "";
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} />
      <p className="measure mb-4">{t.lead}</p>
      <Panel fill className="mb-4">
        <p>
          <b>{t.head}</b> {t.headText(formatCount(head.seq), head.at ? formatDateTime(locale, head.at) : "")}
        </p>
        <p className="num-id break-all">{head.hash}</p>
        <p className="muted text-xs">{t.headHint}</p>
      </Panel>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-x-4" aria-label={t.filter}>
        <Select
          id="type"
          name="type"
          label={t.type}
          defaultValue={filter.type}
          empty={t.anyType}
          options={typeOptions(filter.type, locale)}
        />
        <TextInput id="number" name="number" label={t.number} defaultValue={filter.number} width="md" />
        <TextInput id="person" name="person" label={t.person} defaultValue={filter.person} width="md" />
        <p className="field flex gap-3">
          <Button>{t.apply}</Button>
          {filtered && (
            <a className="btn btn-quiet" href="/staff/audit">
              {t.clear}
            </a>
          )}
        </p>
      </form>
      {page.rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          caption={t.caption}
          dense
          rows={page.rows}
          rowKey={(row) => String(row.seq)}
          columns={columns(locale)}
        />
      )}
      <Pagination previous={at("before", page.previous)} next={at("after", page.next)} />
    </>
  );
}

/** Groups of events; one asked for by its own name, from a link, is listed too. */
function typeOptions(type: string, locale: Locale) {
  const groups = Object.entries(auditMessages[locale].groups).map(([value, label]) => ({ value, label }));
  if (type === "" || groups.some(({ value }) => value === type)) return groups;
  const names: Record<string, string | undefined> = eventTypeMessages[locale].name;
  return [...groups, { value: type, label: names[type] ?? type }];
}

function columns(locale: Locale): Column<ListedEvent>[] {
  const t = auditMessages[locale];
  const names: Record<string, string | undefined> = eventTypeMessages[locale].name;
  return [
    { id: "seq", head: t.seq, numeric: true, cell: (row) => formatCount(row.seq) },
    {
      id: "at",
      head: t.at,
      className: "nowrap",
      cell: (row) => `${formatShortDate(locale, row.at)} ${formatTimeToSecond(row.at)}`,
    },
    {
      id: "event",
      head: t.event,
      className: "nowrap",
      cell: (row) => (
        <>
          {names[row.type]} <span className="num-id muted">{row.type}</span>
        </>
      ),
    },
    {
      id: "actor",
      head: t.actor,
      className: "nowrap",
      cell: (row) => row.actor ?? (row.actorKind === "anonymous" ? t.anonymous : t.system),
    },
    {
      id: "subject",
      head: t.subject,
      cell: (row) =>
        row.applicationId && row.number ? (
          <a className="num-id" href={`/staff/applications/${row.applicationId}`}>
            {row.number}
          </a>
        ) : (
          (row.company ?? row.call ?? <span className="num-id muted">{row.subjectId.slice(0, 8)}</span>)
        ),
    },
    { id: "details", head: t.details, cell: (row) => <Details data={row.data} /> },
    {
      id: "hash",
      head: t.hash,
      cell: (row) => <span className="num-id muted">{row.hash.slice(0, 12)}</span>,
    },
  ];
}

function Details({ data }: { data: Readonly<Record<string, unknown>> }) {
  const said = Object.entries(data)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(" · ");
  return <span className="inline-block min-w-64 break-all text-xs">{said}</span>;
}
