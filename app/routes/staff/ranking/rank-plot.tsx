import type { CalibratedRow } from "#app/features/reviews/office/find-calibration-page.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { shortNumber } from "../applications/list-columns.tsx";

interface RankPlotProps {
  rows: readonly CalibratedRow[];
  /** How many applications are compared: the end of the axis. */
  compared: number;
  /** Places above the funding line. */
  line: number;
}

const [width, left, right, top, rowHeight] = [720, 84, 12, 36, 18];

/** Interval: thin 90 %, thick 50 %; bar = expected rank, ring = rank by the rule book. */
export function RankPlot({ rows, compared, line }: RankPlotProps) {
  const t = calibrationMessages[usePage().locale];
  const ends = rows.flatMap(({ most, rank }) => [most[0], most[1], rank ?? most[0], line]);
  const first = Math.max(1, Math.min(...ends));
  const last = Math.max(first + 1, Math.min(compared, Math.max(...ends)));
  const x = (rank: number) =>
    tenths(left + ((rank - first + 0.5) / (last - first + 1)) * (width - left - right));
  const height = top + rows.length * rowHeight + 6;
  const lineX = x(line + 0.5);
  const isLate = line > (first + last) / 2;
  return (
    // Who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t.plotTitle}>
      <svg
        className="chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="plot-title plot-desc"
      >
        <title id="plot-title">{t.plotTitle}</title>
        <desc id="plot-desc">{t.plotDesc}</desc>
        <text x={left - 8} y={12} textAnchor="end">
          {t.plotAxis}
        </text>
        {ticks(first, last).map((rank) => (
          <g key={rank}>
            <line className="ax" x1={x(rank)} x2={x(rank)} y1={18} y2={height - 6} />
            <text x={x(rank)} y={12} textAnchor="middle">
              {rank}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <Interval key={row.id} row={row} x={x} y={top + index * rowHeight + rowHeight / 2} />
        ))}
        <line className="now" x1={lineX} x2={lineX} y1={18} y2={height - 6} />
        <text className="strong" x={lineX + (isLate ? -4 : 4)} y={30} textAnchor={isLate ? "end" : "start"}>
          {t.plotLine}
        </text>
      </svg>
    </div>
  );
}

function Interval({ row, x, y }: { row: CalibratedRow; x: (rank: number) => number; y: number }) {
  const { half, most, expectedRank, rank, number } = row;
  return (
    <g>
      <text className="num-id" x={left - 8} y={y + 4} textAnchor="end">
        {shortNumber(number)}
      </text>
      <line className="l1" strokeWidth="1" x1={x(most[0] - 0.4)} x2={x(most[1] + 0.4)} y1={y} y2={y} />
      <rect
        className="s1"
        x={x(half[0] - 0.4)}
        width={tenths(x(half[1] + 0.4) - x(half[0] - 0.4))}
        y={y - 3}
        height={6}
      />
      <rect className="strong" x={x(expectedRank) - 1} width={2} y={y - 7} height={14} />
      {rank !== null && <circle className="raw" cx={x(rank)} cy={y} r={4} />}
    </g>
  );
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** About ten round ranks between the ends. */
function ticks(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => (last - first) / each <= 12) ?? 1000;
  const ranks: number[] = [];
  for (let rank = Math.max(step, Math.ceil(first / step) * step); rank <= last; rank += step)
    ranks.push(rank);
  return first < step && step > 1 ? [first, ...ranks] : ranks;
}
