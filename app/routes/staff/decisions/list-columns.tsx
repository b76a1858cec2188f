import type { DecisionState } from "#app/domain/decisions/release-decision.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import type { AwaitingApplication } from "#app/features/decisions/list-awaiting.ts";
import type { ListedDecision } from "#app/features/decisions/decision-record.ts";
import { formatShortDate, formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import type { Column } from "#app/ui/data-table.tsx";
import { companyOf, shortNumber, titleOf } from "../applications/list-columns.tsx";
import { points } from "../ranking/ranking-columns.tsx";
import { DecisionKindTag, DecisionStateTag } from "./decision-tags.tsx";

interface Named {
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  companyEn: string;
  amountRequestedFen: number | null;
}

const wan = (fen: number | null): string => (fen === null ? "–" : formatWan(fen));

function namedColumns<Row extends Named>(locale: Locale, href: (row: Row) => string): Column<Row>[] {
  const t = decisionMessages[locale].list;
  return [
    {
      id: "number",
      head: t.number,
      card: "id",
      className: "num-id nowrap",
      cell: ({ number }) => shortNumber(number),
    },
    {
      id: "project",
      head: t.project,
      card: "title",
      rowHeader: true,
      className: "lim md:max-w-56",
      cell: (row) => (
        <a href={href(row)} title={titleOf(row, locale)} data-row-link="open">
          <b>{titleOf(row, locale)}</b>
        </a>
      ),
    },
    {
      id: "company",
      head: t.company,
      card: "note",
      className: "lim md:max-w-48 muted",
      cell: (row) => <span title={companyOf(row, locale)}>{companyOf(row, locale)}</span>,
    },
    {
      id: "requested",
      head: t.requested,
      numeric: true,
      className: "muted",
      cell: ({ amountRequestedFen }) => wan(amountRequestedFen),
    },
  ];
}

/** A view of one state need not repeat it in every row. */
export function decisionColumns(locale: Locale, state: DecisionState | null): Column<ListedDecision>[] {
  const t = decisionMessages[locale].list;
  return [
    ...namedColumns<ListedDecision>(locale, ({ id }) => `/staff/decisions/${id}`),
    {
      id: "kind",
      head: t.kind,
      card: "state",
      className: "nowrap",
      cell: ({ kind }) => <DecisionKindTag kind={kind} />,
    },
    { id: "amount", head: t.amount, numeric: true, card: "corner", cell: ({ amountFen }) => wan(amountFen) },
    ...(state === null ? [stateColumn(locale)] : []),
    {
      id: "meeting",
      head: t.meeting,
      className: "muted nowrap",
      cell: ({ meetingOn }) => formatDate(locale, meetingOn),
    },
    {
      id: "recorded",
      head: t.recordedBy,
      className: "muted nowrap",
      cell: ({ recordedBy, recordedAt }) => `${recordedBy} ${formatShortDate(locale, recordedAt)}`,
    },
    ...(state === "released" ? [releasedColumn(locale)] : []),
  ];
}

const releasedColumn = (locale: Locale): Column<ListedDecision> => ({
  id: "released",
  head: decisionMessages[locale].list.releasedBy,
  className: "muted nowrap",
  cell: ({ releasedBy, releasedAt }) =>
    releasedAt ? `${releasedBy} ${formatShortDate(locale, releasedAt)}` : "",
});

const stateColumn = (locale: Locale): Column<ListedDecision> => ({
  id: "state",
  head: decisionMessages[locale].list.state,
  card: "end",
  className: "nowrap",
  cell: ({ state }) => <DecisionStateTag state={state} />,
});

export function awaitingColumns(locale: Locale, mayRecord: boolean): Column<AwaitingApplication>[] {
  const t = decisionMessages[locale].list;
  return [
    ...namedColumns<AwaitingApplication>(locale, ({ id }) => `/staff/applications/${id}`),
    { id: "score", head: t.score, numeric: true, card: "corner", cell: ({ scoreX100 }) => points(scoreX100) },
    {
      id: "since",
      head: t.since,
      className: "muted nowrap",
      cell: ({ since }) => formatDate(locale, since),
    },
    ...(mayRecord
      ? [
          {
            id: "record",
            head: t.record,
            hideHead: true,
            card: "end",
            className: "nowrap",
            cell: ({ id }: AwaitingApplication) => (
              <a className="underline" href={`/staff/applications/${id}/decision`}>
                {t.record}
              </a>
            ),
          } as const,
        ]
      : []),
  ];
}
