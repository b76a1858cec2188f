import type {
  ProposedApplication,
  ProposedPair,
  ProposedReviewer,
  ReviewersPair,
} from "#app/features/reviews/proposal/list-proposed.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { numberColumn } from "../assignment-tables.tsx";
import { titleOf } from "../applications/list-columns.tsx";
import { inMatches, whyText } from "./figures.ts";

interface TableProps<Row> {
  rows: readonly Row[];
  locale: Locale;
  reference: string;
  /** Seats of an application. */
  wanted: number;
}

const hrefOf = (reference: string, applicationId: string): string =>
  `/staff/assignments/${reference}/proposal/${applicationId}`;

/** By application, with everybody proposed for it and why. */
export function ApplicationTable({ rows, locale, reference, wanted }: TableProps<ProposedApplication>) {
  const t = proposalMessages[locale].proposal;
  return (
    <DataTable
      caption={t.captionApplications}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        numberColumn<ProposedApplication>(locale),
        {
          id: "application",
          head: t.application,
          card: "title",
          className: "lim max-md:max-w-none max-md:whitespace-normal",
          cell: (row) => (
            <a href={hrefOf(reference, row.id)} title={titleOf(row, locale)} data-row-link="open">
              <b>{titleOf(row, locale)}</b>
            </a>
          ),
        },
        {
          id: "match",
          head: t.match,
          numeric: true,
          card: "corner",
          cell: ({ worth, assigned }) => inMatches(worth / Math.max(1, assigned)),
        },
        {
          id: "seats",
          head: t.seats,
          numeric: true,
          card: "state",
          className: "nowrap",
          cell: ({ assigned }) => (
            <span className={assigned < wanted ? "st-bad" : undefined}>{t.of(assigned, wanted)}</span>
          ),
        },
        {
          id: "reviewers",
          head: t.reviewers,
          card: "note",
          cell: ({ pairs }) => <Proposed pairs={pairs} locale={locale} />,
        },
      ]}
    />
  );
}

function Proposed({ pairs, locale }: { pairs: readonly ProposedPair[]; locale: Locale }) {
  const t = proposalMessages[locale];
  const { disciplines } = assignMessages[locale];
  return (
    <ul>
      {pairs
        .filter(({ mark }) => mark !== "banned")
        .map(({ reviewerId, name, discipline, worth, why, mark }) => (
          <li key={reviewerId}>
            <b>{name}</b> <span className="muted">{disciplines[discipline]}</span> {inMatches(worth)}
            <span className="muted text-sm"> · {whyText(locale, why)}</span>
            {mark !== "" && mark !== "banned" && (
              <span className="muted text-sm"> · {t.proposal.marks[mark]}</span>
            )}
          </li>
        ))}
    </ul>
  );
}

/** By reviewer: how many each would get, out of how many they can. */
export function ReviewerTable({ rows, locale, reference }: TableProps<ProposedReviewer>) {
  const t = proposalMessages[locale].proposal;
  const { disciplines, page } = assignMessages[locale];
  return (
    <DataTable
      caption={t.captionReviewers}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ personId }) => personId}
      columns={[
        {
          id: "reviewer",
          head: t.reviewer,
          card: "title",
          cell: ({ personId, name }) => (
            <a href={`/staff/assignments/${reference}/proposal?reviewer=${personId}`} data-row-link="open">
              <b>{name}</b>
            </a>
          ),
        },
        { id: "discipline", head: t.discipline, card: "id", cell: (row) => disciplines[row.discipline] },
        {
          id: "affiliation",
          head: page.affiliation,
          card: "note",
          className: "lim muted",
          cell: ({ affiliation }) => affiliation,
        },
        {
          id: "assigned",
          head: t.assigned,
          numeric: true,
          card: "corner",
          cell: ({ assigned }) => formatCount(assigned),
        },
        { id: "room", head: t.room, numeric: true, cell: ({ room }) => formatCount(room) },
        {
          id: "mean",
          head: t.mean,
          numeric: true,
          cell: ({ worth, assigned }) => (assigned === 0 ? "–" : inMatches(worth / assigned)),
        },
      ]}
    />
  );
}

/** What one reviewer would get, and why. */
export function ReviewersPairTable({
  rows,
  locale,
  reference,
  name,
}: TableProps<ReviewersPair> & { name: string }) {
  const t = proposalMessages[locale];
  return (
    <DataTable
      caption={t.proposal.captionReviewer(name)}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        numberColumn<ReviewersPair>(locale),
        {
          id: "application",
          head: t.proposal.application,
          card: "title",
          cell: (row) => (
            <a href={hrefOf(reference, row.id)} data-row-link="open">
              <b>{titleOf(row, locale)}</b>
            </a>
          ),
        },
        {
          id: "match",
          head: t.proposal.match,
          numeric: true,
          card: "corner",
          cell: ({ worth }) => inMatches(worth),
        },
        {
          id: "why",
          head: t.why.title,
          card: "note",
          className: "muted",
          cell: ({ why }) => whyText(locale, why),
        },
        {
          id: "mark",
          head: assignMessages[locale].page.state,
          card: "state",
          cell: ({ mark }) => (mark === "" ? "" : <Tag tone="plain">{t.proposal.marks[mark]}</Tag>),
        },
      ]}
    />
  );
}
