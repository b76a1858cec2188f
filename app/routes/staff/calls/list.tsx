import { mayCall } from "#app/domain/calls/policy.ts";
import { listCallsForOffice, type OfficeCall } from "#app/features/calls/office/list-calls-for-office.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { officeCallMessages } from "#app/i18n/messages/office-calls.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/list";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  return { locale, calls: await listCallsForOffice(ctx), mayEdit: mayCall(actor, "edit") };
}

const tone = {
  not_open: "plain",
  open: "ok",
  closing_soon: "warn",
  closed: "plain",
  in_review: "accent",
  published: "line",
} as const;

export default function OfficeCalls({ loaderData: { locale, calls, mayEdit } }: Route.ComponentProps) {
  const t = officeCallMessages[locale];
  const moment = (at: string | null) => (at ? formatDateTime(locale, at) : t.noTime);
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title}>
        {mayEdit && <LinkButton href="/staff/calls/new">{callWritingMessages[locale].newCall}</LinkButton>}
      </DeskHead>
      <DataTable
        caption={t.caption}
        dense
        rows={calls}
        rowKey={(call) => call.id}
        columns={[
          {
            id: "call",
            head: t.call,
            cell: (call) => (
              <>
                <span className="muted me-2">
                  {call.code} {call.year}
                </span>
                <a className="font-semibold" href={`/staff/calls/${call.id}`}>
                  {locale === "en" ? call.titleEn : call.titleZh}
                </a>
              </>
            ),
          },
          {
            id: "state",
            head: t.state,
            cell: (call) => <StateTag call={call} locale={locale} />,
          },
          { id: "opens", head: t.opens, className: "nowrap", cell: (call) => moment(call.opensAt) },
          { id: "closes", head: t.closes, className: "nowrap", cell: (call) => moment(call.closesAt) },
          { id: "drafts", head: t.drafts, numeric: true, cell: (call) => formatCount(call.drafts) },
          {
            id: "submitted",
            head: t.submitted,
            numeric: true,
            cell: (call) => (
              <a href={`/staff/applications?call=${call.code}-${call.year}`}>{formatCount(call.submitted)}</a>
            ),
          },
        ]}
      />
    </>
  );
}

/** A call the public does not see has no state of theirs. */
function StateTag({ call, locale }: { call: OfficeCall; locale: Locale }) {
  const t = callWritingMessages[locale];
  if (!call.listed) return <Tag tone="line">{call.withdrawnAt ? t.withdrawnTag : t.inPreparation}</Tag>;
  return <Tag tone={tone[call.state]}>{publicMessages[locale].state[call.state]}</Tag>;
}
