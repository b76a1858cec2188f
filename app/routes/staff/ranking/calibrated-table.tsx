import type { CalibratedRow } from "#app/features/reviews/office/find-calibration-page.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import { chance, range } from "./calibrated-columns.tsx";
import { points } from "./ranking-columns.tsx";

type Shown = "expected" | "half" | "most" | "above" | "turned";

interface CalibratedTableProps {
  caption: string;
  rows: readonly CalibratedRow[];
  base: string;
  shown: readonly Shown[];
}

/** Applications with what calibration says of them, beside their score and rank by the rule book. */
export function CalibratedTable({ caption, rows, base, shown }: CalibratedTableProps) {
  const { locale } = usePage();
  const t = calibrationMessages[locale].heads;
  const cells: Record<Shown, (row: CalibratedRow) => string> = {
    expected: ({ expectedRank }) => expectedRank.toFixed(1),
    half: ({ half }) => range(half),
    most: ({ most }) => range(most),
    above: ({ aboveLine }) => chance(aboveLine),
    turned: ({ turnedByOneMore }) => chance(turnedByOneMore),
  };
  const columns: Column<CalibratedRow>[] = [
    {
      id: "project",
      head: rankingMessages[locale].project,
      rowHeader: true,
      className: "lim max-w-72",
      cell: (row) => (
        <a href={`${base}/${row.id}#calibrated`} title={titleOf(row, locale)}>
          <span className="num-id muted me-2">{shortNumber(row.number)}</span>
          {titleOf(row, locale)}
        </a>
      ),
    },
    { id: "rank", head: t.rank, numeric: true, cell: ({ rank }) => rank ?? "–" },
    {
      id: "score",
      head: rankingMessages[locale].score,
      numeric: true,
      cell: ({ scoreX100 }) => points(scoreX100),
    },
    { id: "worth", head: t.worth, numeric: true, cell: ({ worth }) => <b>{worth.toFixed(2)}</b> },
    ...shown.map((id): Column<CalibratedRow> => ({
      ...{ id, head: t[id], numeric: true, className: "nowrap" },
      cell: cells[id],
    })),
  ];
  return <DataTable caption={caption} dense rows={rows} rowKey={({ id }) => id} columns={columns} />;
}
