import type { ReviewerSeverity } from "#app/features/reviews/calibration/calibration-result.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { usePage } from "#app/ui/page-context.tsx";

interface SeverityTableProps {
  caption: string;
  rows: readonly (ReviewerSeverity & { name: string })[];
}

/** Normal: 90 % of it lie within. */
const ninety = 1.6449;

/** How far each reviewer is above or below the others, and how certain that is: for the office alone. */
export function SeverityTable({ caption, rows }: SeverityTableProps) {
  const { locale } = usePage();
  const t = calibrationMessages[locale];
  const ends = ({ mean, deviation }: ReviewerSeverity) =>
    [mean - ninety * deviation, mean + ninety * deviation] as const;
  const finding = (row: ReviewerSeverity) => {
    const [low, high] = ends(row);
    if (low > 0) return t.lenient;
    return high < 0 ? t.harsh : <span className="muted">{t.unclear}</span>;
  };
  return (
    <DataTable
      caption={caption}
      dense
      className="max-w-3xl"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: "reviewer", head: t.severityHeads.reviewer, rowHeader: true },
          cell: ({ id, name }) => <a href={`/staff/reviewers/${id}`}>{name}</a>,
        },
        { id: "reviews", head: t.severityHeads.reviews, numeric: true, cell: ({ reviews }) => reviews },
        {
          ...{ id: "severity", head: t.severityHeads.severity, numeric: true },
          cell: ({ mean }) => <b>{signed(mean)}</b>,
        },
        {
          ...{ id: "interval", head: t.severityHeads.interval, numeric: true, className: "nowrap" },
          cell: (row) =>
            ends(row)
              .map(signed)
              .join(locale === "zh" ? "至" : " to "),
        },
        { id: "finding", head: t.severityHeads.finding, cell: finding },
      ]}
    />
  );
}

/** +1.35, −0.20 with a true minus. */
export const signed = (points: number): string => {
  const text = Math.abs(points).toFixed(2);
  if (Number(text) === 0) return "0.00";
  return `${points > 0 ? "+" : "−"}${text}`;
};
