import { Fragment } from "react";
import { toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { decimal, formatDecimal } from "#app/domain/shared/decimal.ts";
import type { RankedRow, Ranking } from "#app/features/reviews/office/list-ranking.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { TableHead } from "#app/ui/table-head.tsx";
import { type RankingColumn, rankingColumns } from "./ranking-columns.tsx";

/** The page of the ranking with the lines of the rubric drawn where they fall. */
export function RankingTable({ ranking, base }: { ranking: Ranking; base: string }) {
  const { locale } = usePage();
  const t = rankingMessages[locale];
  const { rows, rubric } = ranking;
  const columns = rankingColumns({ locale, rubric, base });
  const lines = linesOf(ranking);
  return (
    // Who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x print-wide" tabIndex={0} role="group" aria-label={t.caption}>
      <table className="tbl tbl--dense rank">
        <caption className="sr-only">{t.caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.id}>
              <Lines lines={lines} before={index} span={columns.length} />
              <Row row={row} columns={columns} />
            </Fragment>
          ))}
          <Lines lines={lines} before={rows.length} span={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, columns }: { row: RankedRow; columns: readonly RankingColumn[] }) {
  return (
    <tr>
      {columns.map(({ id, cell, numeric, rowHeader, className }) => {
        const Cell = rowHeader ? "th" : "td";
        return (
          <Cell
            key={id}
            scope={rowHeader ? "row" : undefined}
            className={classNames(numeric && "num", className)}
          >
            {cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

interface Line {
  kind: "shortlist" | "reserve";
  score: string;
  /** Index on this page of the row it stands before. */
  before: number;
}

/** A line belongs to the page on which it falls: after the last row that reaches it, wherever that is. */
function linesOf({ rows, rubric, reached, offset, page, pages }: Ranking): Line[] {
  return (["shortlist", "reserve"] as const).flatMap((kind) => {
    const score = rubric.thresholds[kind];
    const limit = toHundredths(decimal(score));
    const first = rows.findIndex(({ scoreX100 }) => (scoreX100 ?? -1) < limit);
    const shown = { kind, score: formatDecimal(decimal(score), 2) };
    if (first >= 0) return first > 0 || offset <= reached[kind] ? [{ ...shown, before: first }] : [];
    return page === pages ? [{ ...shown, before: rows.length }] : [];
  });
}

function Lines({ lines, before, span }: { lines: readonly Line[]; before: number; span: number }) {
  const t = rankingMessages[usePage().locale];
  return lines
    .filter((line) => line.before === before)
    .map(({ kind, score }) => (
      <tr key={kind} className="thinline">
        <td colSpan={span}>
          <span>{kind === "shortlist" ? t.shortlistLine(score) : t.reserveLine(score)}</span>
        </td>
      </tr>
    ));
}
