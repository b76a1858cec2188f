import { Fragment } from "react";
import { decimal, formatDecimal } from "#app/domain/shared/decimal.ts";
import type { RankedRow, Ranking, RankingLine } from "#app/features/reviews/office/list-ranking.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { TableHead } from "#app/ui/table-head.tsx";
import { type RankingColumn, rankingColumns } from "./ranking-columns.tsx";

/** The page of the ranking with the lines of the rubric and of the money drawn where they fall. */
export function RankingTable({ ranking, base }: { ranking: Ranking; base: string }) {
  const { locale } = usePage();
  const t = rankingMessages[locale];
  const { rows, rubric, view } = ranking;
  const columns = rankingColumns({ locale, rubric, base, view });
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
              <Lines ranking={ranking} before={index} span={columns.length} />
              <Row row={row} columns={columns} />
            </Fragment>
          ))}
          <Lines ranking={ranking} before={rows.length} span={columns.length} />
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

function Lines({ ranking, before, span }: { ranking: Ranking; before: number; span: number }) {
  return ranking.lines
    .filter((line) => line.before === before)
    .map(({ kind }) => (
      <tr key={kind} className={kind === "funding" ? "fundline" : "thinline"}>
        <td colSpan={span}>
          <LineWords ranking={ranking} kind={kind} />
        </td>
      </tr>
    ));
}

function LineWords({ ranking: { funding, rubric }, kind }: { ranking: Ranking; kind: RankingLine["kind"] }) {
  const { locale } = usePage();
  const [t, words] = [rankingMessages[locale], calibrationMessages[locale].line];
  if (kind !== "funding") {
    const score = formatDecimal(decimal(rubric.thresholds[kind]), 2);
    return <span>{kind === "shortlist" ? t.shortlistLine(score) : t.reserveLine(score)}</span>;
  }
  const { places, saved, splitsTie } = funding;
  return (
    <>
      <span>{saved === null || saved === places ? words.row(places) : words.rowTried(places)}</span>
      {splitsTie && <b className="st-warn ms-2 text-xs">{words.splitsTie}</b>}
    </>
  );
}
