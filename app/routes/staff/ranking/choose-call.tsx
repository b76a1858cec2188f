import { callReference } from "#app/domain/calls/call-reference.ts";
import { listRankedCalls, type RankedCallRow } from "#app/features/reviews/office/list-ranked-calls.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount } from "#app/i18n/format.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/choose-call";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  return { locale, calls: await listRankedCalls(ctx) };
}

export default function ChooseCall({ loaderData: { locale, calls } }: Route.ComponentProps) {
  const t = rankingMessages[locale];
  const href = (call: RankedCallRow) => `/staff/ranking/${callReference(call, calls)}`;
  const figure = (id: "inScoring" | "short" | "ranked" | "moderated") => ({
    id,
    head: t.choose[id],
    numeric: true,
    cell: (call: RankedCallRow) =>
      call[id] === 0 ? <span className="muted">0</span> : formatCount(call[id]),
  });
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} />
      {calls.length === 0 && <EmptyState title={t.choose.empty}>{t.choose.emptyText}</EmptyState>}
      {calls.length > 0 && (
        <DataTable
          caption={t.choose.caption}
          dense
          layout="stack"
          className="max-w-4xl"
          rows={calls}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "call",
              head: t.choose.call,
              rowHeader: true,
              cell: (call) => (
                <a href={href(call)}>
                  <span className="muted me-2">{call.code}</span>
                  <b>{locale === "en" ? call.titleEn : call.titleZh}</b>
                </a>
              ),
            },
            { id: "year", head: t.choose.year, numeric: true, cell: ({ year }) => year },
            figure("inScoring"),
            figure("short"),
            figure("ranked"),
            figure("moderated"),
          ]}
        />
      )}
    </>
  );
}
