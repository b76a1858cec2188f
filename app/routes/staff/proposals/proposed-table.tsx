import type { ProposedApplication, ProposedPair } from "#app/features/reviews/proposal/list-proposed.ts";
import type { Run } from "#app/features/reviews/proposal/find-run.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { inMatches, whyText } from "./figures.ts";

interface ProposedTableProps {
  locale: Locale;
  run: Run;
  application: ProposedApplication;
  mayPropose: boolean;
}

/** Who is proposed, each with what can be done about it and what that costs. */
export function ProposedTable({ locale, run, application, mayPropose }: ProposedTableProps) {
  const t = proposalMessages[locale];
  const { disciplines, page } = assignMessages[locale];
  return (
    <section className="mt-4" aria-labelledby="now">
      <h2 id="now">{`${t.change.now} ${t.proposal.of(application.assigned, run.parameters.total)}`}</h2>
      <DataTable
        caption={t.change.now}
        dense
        layout="cards"
        rows={application.pairs}
        rowKey={({ reviewerId }) => reviewerId}
        columns={[
          {
            id: "name",
            head: t.proposal.reviewer,
            card: "title",
            cell: ({ name, affiliation }) => (
              <>
                <b>{name}</b> <span className="muted">{affiliation}</span>
              </>
            ),
          },
          {
            id: "discipline",
            head: t.proposal.discipline,
            card: "id",
            cell: (row) => disciplines[row.discipline],
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
            head: page.state,
            card: "state",
            cell: ({ mark }) =>
              mark === "" ? (
                ""
              ) : (
                <Tag tone={mark === "banned" ? "line" : "plain"}>{t.proposal.marks[mark]}</Tag>
              ),
          },
          {
            id: "act",
            head: t.change.act,
            card: "end",
            cell: (pair) => mayPropose && <Acts pair={pair} version={run.version} locale={locale} />,
          },
        ]}
      />
    </section>
  );
}

function Acts({ pair, version, locale }: { pair: ProposedPair; version: number; locale: Locale }) {
  const t = proposalMessages[locale].change;
  if (pair.mark === "standing") return <span className="muted text-sm">{t.standing}</span>;
  const acts =
    pair.mark === "banned"
      ? (["unban"] as const)
      : ([pair.mark === "pinned" ? "unpin" : "pin", "ban"] as const);
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="reviewer" value={pair.reviewerId} />
      {acts.map((act) => (
        <Button key={act} size="sm" name="intent" value={act}>
          {t[act]}
          <span className="sr-only"> {pair.name}</span>
        </Button>
      ))}
      {pair.mark !== "banned" && <span className="muted text-sm">{t.banCost(inMatches(pair.worth))}</span>}
    </form>
  );
}
