import { formatCount, formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import type { NamedReviewer, Preparation, Supply } from "#app/features/reviews/proposal/find-preparation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { SummaryList, type SummaryRow } from "#app/ui/summary-list.tsx";

interface PreparationFactsProps {
  locale: Locale;
  preparation: Preparation;
  usualDue: string;
  call: { code: string };
}

/** As many as one reads at a glance. */
const mostNamed = 8;

/** What is missing in the data, and whether there are hands enough. */
export function PreparationFacts(props: PreparationFactsProps) {
  const { locale, preparation } = props;
  const t = proposalMessages[locale];
  return (
    <div className="mt-6 grid items-start gap-8 xl:grid-cols-2">
      <section aria-labelledby="facts">
        <h2 id="facts">{t.facts.title}</h2>
        <SummaryList rows={factRows(props)} className="mt-2" />
      </section>
      <section aria-labelledby="supply">
        <h2 id="supply">{t.supply.title}</h2>
        <SupplyTable supply={preparation.supply} locale={locale} />
      </section>
    </div>
  );
}

function factRows({ locale, preparation, usualDue, call }: PreparationFactsProps): SummaryRow[] {
  const t = proposalMessages[locale].facts;
  const { applications, short, silent, unchecked, uncheckedApplications, openConflicts, away, wishes } =
    preparation;
  return [
    { key: "applications", term: t.applications, value: t.applicationsValue(applications, short) },
    {
      key: "open",
      term: t.open,
      value: t.openValue(openConflicts),
      ...(openConflicts > 0
        ? {
            note: t.openNote,
            action: { href: `/staff/assignments?view=conflicts&call=${call.code}`, label: t.judge },
          }
        : {}),
    },
    {
      key: "unchecked",
      term: t.unchecked,
      value: t.uncheckedValue(uncheckedApplications, unchecked.length),
      ...(uncheckedApplications + unchecked.length > 0 ? { note: t.uncheckedNote } : {}),
    },
    { key: "silent", term: t.silent, value: <Names people={silent} locale={locale} /> },
    {
      key: "away",
      term: t.away,
      value:
        away.length === 0
          ? t.nobody
          : named(
              locale,
              away.map(({ name, days }) => t.awayOne(name, days)),
            ),
      ...(away.length > 0 ? { note: t.awayNote(formatShortDate(locale, usualDue)) } : {}),
    },
    { key: "wishes", term: t.wishes, value: t.wishesValue(wishes.reviewers, wishes.said) },
  ];
}

function Names({ people, locale }: { people: readonly NamedReviewer[]; locale: Locale }) {
  const t = proposalMessages[locale];
  if (people.length === 0) return t.facts.nobody;
  const shown = people.slice(0, mostNamed);
  return (
    <>
      {shown.map(({ personId, name }, index) => (
        <span key={personId}>
          {index > 0 && t.comma}
          <a href={`/staff/reviewers/${personId}`}>{name}</a>
        </span>
      ))}
      {people.length > shown.length && t.facts.more(people.length - shown.length)}
    </>
  );
}

function named(locale: Locale, list: readonly string[]): string {
  const t = proposalMessages[locale];
  const shown = list.slice(0, mostNamed);
  const rest = list.length - shown.length;
  return `${shown.join(t.comma)}${rest > 0 ? t.facts.more(rest) : ""}`;
}

function SupplyTable({ supply, locale }: { supply: readonly Supply[]; locale: Locale }) {
  const t = proposalMessages[locale].supply;
  const names = assignMessages[locale].disciplines;
  return (
    <DataTable
      caption={t.caption}
      dense
      layout="scroll"
      rows={supply}
      rowKey={({ discipline }) => discipline ?? "all"}
      columns={[
        {
          id: "discipline",
          head: t.discipline,
          rowHeader: true,
          cell: ({ discipline }) => (discipline ? names[discipline] : <b>{t.all}</b>),
        },
        { id: "reviewers", head: t.reviewers, numeric: true, cell: (row) => formatCount(row.reviewers) },
        { id: "room", head: t.room, numeric: true, cell: (row) => formatCount(row.room) },
        { id: "needed", head: t.needed, numeric: true, cell: (row) => formatCount(row.needed) },
        {
          id: "balance",
          head: t.balance,
          numeric: true,
          cell: ({ room, needed }) =>
            room < needed ? (
              <b className="st-bad">{t.short(needed - room)}</b>
            ) : (
              <span className="muted">{t.spare(room - needed)}</span>
            ),
        },
      ]}
    />
  );
}
