import { callReference, meantCall } from "#app/domain/calls/call-reference.ts";
import { decisionKinds } from "#app/domain/decisions/decision.ts";
import {
  type DecisionFilter,
  decisionQuery,
  readDecisionFilter,
} from "#app/domain/decisions/decision-filter.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { listCallChoices } from "#app/features/applications/office/list-choices.ts";
import { countAwaiting, listAwaiting } from "#app/features/decisions/list-awaiting.ts";
import { countDecisions, listDecisions } from "#app/features/decisions/list-decisions.ts";
import { readCursor } from "#app/features/keyset.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { FilterSelect } from "../filter-select.tsx";
import type { Route } from "./+types/list";
import { awaitingColumns, decisionColumns } from "./list-columns.tsx";

const views = ["awaiting", "recorded", "released", "all"] as const;
type View = (typeof views)[number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const view = views.find((each) => each === query.get("state")) ?? "recorded";
  const filter = readDecisionFilter(query);
  const cursor = readCursor(query);
  const calls = await listCallChoices(ctx.db.read);
  // A code nobody knows gives an empty list, not the whole one.
  const callId = filter.call && (meantCall(calls, filter.call)?.id ?? "unknown");
  const state = view === "all" || view === "awaiting" ? null : view;
  const [counts, waiting, awaiting, decisions] = await Promise.all([
    countDecisions(ctx),
    countAwaiting(ctx),
    view === "awaiting" ? listAwaiting(ctx, callId, cursor) : null,
    view === "awaiting" ? null : listDecisions(ctx, { state, kind: filter.kind, callId }, cursor),
  ]);
  return {
    ...{ locale, view, filter, calls, awaiting, decisions },
    counts: { awaiting: waiting, recorded: counts.recorded, released: counts.released },
    mayRecord: canDecide(actor, "record", { state: "ic_review" }),
    mayExport: canDecide(actor, "export"),
  };
}

type Shown = Route.ComponentProps["loaderData"];

export default function Decisions({ loaderData }: Route.ComponentProps) {
  const { locale, view, filter, awaiting, decisions, mayRecord, mayExport } = loaderData;
  const t = decisionMessages[locale];
  const exported = decisionQuery({ ...filter, state: view === "recorded" ? "recorded" : filter.state });
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title}>
        {mayExport && view !== "awaiting" && (
          <LinkButton size="sm" href={`/staff/exports/decisions.xlsx${exported && `?${exported}`}`}>
            {t.list.export}
          </LinkButton>
        )}
      </DeskHead>
      <Filters {...loaderData} />
      <Tabs label={t.list.views} items={tabs(loaderData)} />
      {awaiting && awaiting.rows.length > 0 && (
        <DataTable
          caption={t.list.awaitingCaption}
          dense
          layout="cards"
          rows={awaiting.rows}
          rowKey={({ id }) => id}
          columns={awaitingColumns(locale, mayRecord)}
        />
      )}
      {decisions && decisions.rows.length > 0 && (
        <DataTable
          caption={t.list.caption}
          dense
          layout="cards"
          rows={decisions.rows}
          rowKey={({ id }) => id}
          columns={decisionColumns(locale, view === "all" || view === "awaiting" ? null : view)}
        />
      )}
      {(awaiting ?? decisions)?.rows.length === 0 && (
        <EmptyState title={emptyTitle(loaderData)}>{t.list.emptyText}</EmptyState>
      )}
      <Pages {...loaderData} />
      <BrowserScript name="staff-list" />
    </>
  );
}

function emptyTitle({ locale, view, filter }: Shown): string {
  const t = decisionMessages[locale].list;
  if (view === "awaiting") return t.emptyAwaiting;
  return view === "recorded" && !filter.kind && !filter.call ? t.emptyRecorded : t.empty;
}

/** The address of a view with what else is filtered; `all` and `awaiting` are no states of a decision. */
function viewQuery(view: View, { kind, call }: DecisionFilter): string {
  const rest = decisionQuery({ kind: view === "awaiting" ? null : kind, call });
  return `state=${view}${rest && `&${rest}`}`;
}

function tabs({ locale, view, filter, counts }: Shown) {
  const t = decisionMessages[locale].list;
  return views.map((each) => ({
    href: `/staff/decisions?${viewQuery(each, filter)}`,
    label: t[each],
    current: each === view,
    ...(each === "all" ? {} : { count: counts[each] }),
  }));
}

function Pages({ view, filter, awaiting, decisions }: Shown) {
  const page = awaiting ?? decisions;
  const href = (direction: "after" | "before", cursor: string) =>
    `?${viewQuery(view, filter)}&${direction}=${encodeURIComponent(cursor)}`;
  return (
    <Pagination
      {...(page?.previous ? { previous: href("before", page.previous) } : {})}
      {...(page?.next ? { next: href("after", page.next) } : {})}
    />
  );
}

function Filters({ locale, view, filter, calls }: Shown) {
  const t = decisionMessages[locale].list;
  const kinds = decisionReasonMessages[locale].kind;
  return (
    <form className="no-print mb-3 flex flex-wrap items-end gap-3" role="search">
      <input type="hidden" name="state" value={view} />
      {view !== "awaiting" && (
        <FilterSelect
          name="kind"
          label={t.kind}
          empty={t.anyKind}
          value={filter.kind}
          options={decisionKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
      )}
      <FilterSelect
        name="call"
        label={t.call}
        empty={t.anyCall}
        value={filter.call}
        options={calls.map((call) => ({
          value: callReference(call, calls),
          label: `${call.code} ${locale === "en" ? call.titleEn : call.titleZh}`,
        }))}
      />
      <Button size="sm">{t.apply}</Button>
    </form>
  );
}
