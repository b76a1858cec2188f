import type { Alternative } from "#app/features/reviews/proposal/find-proposed.ts";
import type { ProposedPair } from "#app/features/reviews/proposal/list-proposed.ts";
import type { Run } from "#app/features/reviews/proposal/find-run.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Select } from "#app/ui/select.tsx";
import { costText, inMatches, whyText } from "./figures.ts";

interface AlternativeTableProps {
  locale: Locale;
  run: Run;
  alternatives: readonly Alternative[];
  /** Who can be taken out; `out` of them is compared with, or nobody while a seat is empty. */
  movable: readonly ProposedPair[];
  out: ProposedPair | undefined;
  mayPropose: boolean;
}

/** Who could be taken, with what it costs to take them in somebody's place or in the empty seat. */
export function AlternativeTable(props: AlternativeTableProps) {
  const { locale, alternatives, movable, out } = props;
  const t = proposalMessages[locale];
  return (
    <section className="mt-8" aria-labelledby="alternatives">
      <h2 id="alternatives">{t.change.alternatives}</h2>
      <p className="muted text-sm">{t.change.alternativesNote}</p>
      {movable.length > 0 && alternatives.length > 0 && (
        <form method="get" action="#alternatives" className="my-3 flex flex-wrap items-end gap-3">
          <Select
            id="out"
            name="out"
            label={t.change.choose}
            width="md"
            empty={out ? false : t.change.add}
            defaultValue={out?.reviewerId ?? ""}
            options={movable.map(({ reviewerId, name, worth }) => ({
              value: reviewerId,
              label: `${name} ${inMatches(worth)}`,
            }))}
          />
          <Button size="sm">{t.change.choosen}</Button>
        </form>
      )}
      {alternatives.length === 0 ? <p className="mt-2">{t.change.noAlternatives}</p> : <Table {...props} />}
    </section>
  );
}

function Table({ locale, run, alternatives, out, mayPropose }: AlternativeTableProps) {
  const t = proposalMessages[locale];
  const { disciplines } = assignMessages[locale];
  return (
    <DataTable
      caption={out ? `${t.change.alternatives} ${t.change.swapFor(out.name)}` : t.change.alternatives}
      dense
      layout="cards"
      rows={alternatives}
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
        { id: "match", head: t.proposal.match, numeric: true, cell: ({ worth }) => inMatches(worth) },
        {
          id: "why",
          head: t.why.title,
          card: "note",
          className: "muted",
          cell: ({ why }) => whyText(locale, why),
        },
        {
          id: "load",
          head: `${t.proposal.assigned}/${t.proposal.room}`,
          numeric: true,
          cell: ({ assigned, room }) => t.proposal.of(assigned, room),
        },
        {
          id: "cost",
          head: t.change.cost,
          numeric: true,
          card: "corner",
          cell: ({ worth }) => <b>{t.change.costOf(costText((out?.worth ?? 0) - worth))}</b>,
        },
        {
          id: "act",
          head: t.change.act,
          card: "end",
          cell: (row) =>
            mayPropose && <Take alternative={row} out={out} version={run.version} locale={locale} />,
        },
      ]}
    />
  );
}

interface TakeProps {
  alternative: Alternative;
  out: ProposedPair | undefined;
  version: number;
  locale: Locale;
}

function Take({ alternative, out, version, locale }: TakeProps) {
  const t = proposalMessages[locale].change;
  const { reviewerId, name, assigned, room } = alternative;
  if (assigned >= room) return <span className="muted">{t.full}</span>;
  return (
    <form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="reviewer" value={reviewerId} />
      {out && <input type="hidden" name="insteadOf" value={out.reviewerId} />}
      <Button size="sm" name="intent" value={out ? "swap" : "add"}>
        {t.swapTo(name)}
        {out && <span className="sr-only"> {t.swapFor(out.name)}</span>}
      </Button>
    </form>
  );
}
