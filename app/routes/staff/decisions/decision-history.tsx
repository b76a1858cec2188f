import { formatWan } from "#app/domain/shared/money.ts";
import type { DecisionRecord } from "#app/features/decisions/decision-record.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { DecisionStateTag } from "./decision-tags.tsx";

/** Every decision ever recorded on one application, the latest first. */
export function DecisionHistory({ decisions }: { decisions: readonly DecisionRecord[] }) {
  const { locale } = usePage();
  const t = decisionMessages[locale];
  if (decisions.length === 0) return null;
  return (
    <section className="mt-8 max-w-4xl" aria-labelledby="history">
      <h2 id="history">{t.record.history}</h2>
      <DataTable
        caption={t.record.history}
        dense
        layout="stack"
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "kind",
            head: t.list.kind,
            rowHeader: true,
            cell: ({ id, kind }) => (
              <a href={`/staff/decisions/${id}`}>
                <b>{decisionReasonMessages[locale].kind[kind]}</b>
              </a>
            ),
          },
          {
            id: "amount",
            head: t.list.amount,
            numeric: true,
            cell: ({ amountFen }) => (amountFen === null ? "–" : formatWan(amountFen)),
          },
          {
            id: "recorded",
            head: t.list.recordedBy,
            cell: (row) => t.page.byAt(row.recordedBy, formatDateTime(locale, row.recordedAt)),
          },
          {
            id: "released",
            head: t.list.releasedBy,
            cell: ({ releasedBy, releasedAt }) =>
              releasedAt ? t.page.byAt(releasedBy ?? "", formatDateTime(locale, releasedAt)) : "–",
          },
          { id: "state", head: t.list.state, cell: ({ state }) => <DecisionStateTag state={state} /> },
        ]}
      />
    </section>
  );
}
