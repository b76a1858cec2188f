import { offeredInstruments } from "#app/domain/calls/filed-with.ts";
import type { CallSummary } from "#app/features/calls/list-calls.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { CallStateTag } from "#app/ui/call/call-state-tag.tsx";

/** The calls with support, closing time and state; one below the other on a phone. */
export function CallTable({ calls, now, locale }: { calls: CallSummary[]; now: Date; locale: Locale }) {
  const t = publicMessages[locale];
  return (
    <DataTable
      caption={t.calls.tableCaption}
      rows={calls}
      rowKey={(call) => call.id}
      layout="stack"
      columns={[
        {
          id: "call",
          head: t.calls.call,
          hideHead: false,
          cell: (call) => (
            <>
              <a className="font-semibold" href={`/calls/${call.reference}`}>
                {call.title[locale]}
              </a>{" "}
              <span className="muted nowrap ml-1 text-sm">{call.reference}</span>
            </>
          ),
        },
        {
          id: "instruments",
          head: t.calls.instruments,
          label: t.calls.instruments,
          cell: (call) => instrumentNames(call, locale),
        },
        {
          id: "closes",
          head: t.calls.closes,
          label: t.calls.closesShort,
          cell: (call) =>
            call.filedWith ? (
              <a href={`/calls/${call.filedWith.reference}`}>{t.calls.filedWith(call.filedWith.reference)}</a>
            ) : (
              when(call, locale)
            ),
        },
        {
          id: "state",
          head: t.calls.state,
          label: t.calls.state,
          cell: (call) =>
            call.filedWith ? (
              <Tag tone="plain" glyph="file">
                {t.calls.filedTogether}
              </Tag>
            ) : (
              <CallStateTag state={call.state} closesAt={call.closesAt} now={now} locale={locale} />
            ),
        },
      ]}
    />
  );
}

const instrumentNames = (call: CallSummary, locale: Locale): string =>
  offeredInstruments(call)
    .map((instrument) => publicMessages[locale].instrument[instrument])
    .join(locale === "zh" ? "、" : ", ");

function when(call: CallSummary, locale: Locale): string {
  const t = publicMessages[locale].calls;
  if (call.state === "not_open")
    return call.opensAt ? t.opensOn(formatDateTime(locale, call.opensAt)) : t.notAnnounced;
  return call.closesAt ? formatDateTime(locale, call.closesAt) : t.notAnnounced;
}
