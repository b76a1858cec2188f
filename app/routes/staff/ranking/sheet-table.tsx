import { formatDateTime } from "#app/i18n/format.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { reviewRecordMessages } from "#app/i18n/messages/review-record.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import type { ScoreView, ShownSheet } from "./score-view.ts";

export interface ShownCriterion {
  key: string;
  name: string;
  weight: number;
}

interface SheetTableProps {
  score: ScoreView;
  criteria: readonly ShownCriterion[];
  /** Reviewers by name, not by code. */
  named: boolean;
  /** Where it is told what its author could see then: for those who may know who that is. */
  seenHref: ((reviewId: string) => string) | undefined;
}

/** Every sheet that came in, what was dropped, and the mean of each criterion beneath. */
export function SheetTable({ score, criteria, named, seenHref }: SheetTableProps) {
  const { locale } = usePage();
  const t = rankingMessages[locale].record;
  return (
    <section aria-labelledby="sheets" className="mb-5">
      <h2 id="sheets">{t.sheetsTitle}</h2>
      <p className="muted mb-2 text-sm">
        {t.sheetsNote} {named ? t.names : t.codes}
      </p>
      <div className="print-wide">
        <DataTable
          caption={t.sheetsTitle}
          dense
          className="rank"
          rows={score.sheets}
          rowKey={({ reviewId }) => reviewId}
          columns={[...sheetColumns(criteria, locale), ...(seenHref ? [seenColumn(seenHref, locale)] : [])]}
          foot={<Means score={score} criteria={criteria} hasSeen={seenHref !== undefined} />}
        />
      </div>
    </section>
  );
}

function sheetColumns(criteria: readonly ShownCriterion[], locale: "zh" | "en"): Column<ShownSheet>[] {
  const t = rankingMessages[locale].record;
  const words = exportMessages[locale];
  const disciplines: Record<string, string | undefined> = words.disciplines;
  return [
    {
      id: "reviewer",
      head: t.reviewer,
      rowHeader: true,
      className: "nowrap",
      cell: ({ reviewer }) => reviewer,
    },
    {
      id: "discipline",
      head: t.discipline,
      className: "muted nowrap",
      cell: ({ discipline }) => disciplines[discipline ?? ""] ?? "",
    },
    ...criteria.map(({ key, name, weight }): Column<ShownSheet> => ({
      id: key,
      head: (
        <>
          <abbr title={name}>{key}</abbr>
          <span className="block text-xs font-normal">×{weight}</span>
        </>
      ),
      numeric: true,
      cell: ({ scores }) => scores[key],
    })),
    {
      id: "total",
      head: t.total,
      numeric: true,
      cell: ({ total, dropped }) => (dropped ? <s className="muted">{total}</s> : <b>{total}</b>),
    },
    {
      id: "counted",
      head: t.counted,
      className: "nowrap",
      cell: ({ dropped }) => (dropped ? <span className="muted">{t.dropped[dropped]}</span> : t.countedYes),
    },
    { id: "advice", head: t.advice, className: "nowrap", cell: ({ advice }) => words.adviceOptions[advice] },
    {
      id: "scope",
      head: t.scope,
      cell: ({ inScope }) => (inScope ? t.yes : <b className="st-warn">{t.no}</b>),
    },
    {
      id: "flags",
      head: t.flags,
      className: "nowrap",
      cell: ({ flags }) =>
        flags
          .map((flag) => t.flagNames[flag as keyof typeof t.flagNames])
          .join(locale === "zh" ? "、" : ", "),
    },
    {
      id: "submitted",
      head: t.submitted,
      className: "muted nowrap",
      cell: ({ submittedAt }) => formatDateTime(locale, submittedAt),
    },
  ];
}

const seenColumn = (href: (reviewId: string) => string, locale: "zh" | "en"): Column<ShownSheet> => ({
  id: "seen",
  head: reviewRecordMessages[locale].link,
  className: "nowrap no-print",
  cell: ({ reviewId, reviewer }) => (
    <a
      href={href(reviewId)}
      aria-label={`${reviewRecordMessages[locale].link}${reviewRecordMessages[locale].linkOf(reviewer)}`}
    >
      {reviewRecordMessages[locale].link}
    </a>
  ),
});

interface MeansProps {
  score: ScoreView;
  criteria: readonly ShownCriterion[];
  hasSeen: boolean;
}

function Means({ score, criteria, hasSeen }: MeansProps) {
  const t = rankingMessages[usePage().locale].record;
  return (
    <>
      <tr>
        <th scope="row" colSpan={2}>
          {t.criterionMean}
        </th>
        {criteria.map(({ key }) => (
          <td key={key} className="num">
            {score.belowFloor.includes(key) ? (
              <span className="st-warn">↓{score.criterionMeans[key]}</span>
            ) : (
              score.criterionMeans[key]
            )}
          </td>
        ))}
        <td className="num">{score.mean}</td>
        <td colSpan={hasSeen ? 6 : 5}>&nbsp;</td>
      </tr>
      <tr className="muted">
        <th scope="row" colSpan={2}>
          {t.floor}
        </th>
        {criteria.map(({ key }) => (
          <td key={key} className="num">
            {score.floors[key]}
          </td>
        ))}
        <td colSpan={6}>&nbsp;</td>
      </tr>
    </>
  );
}
