import { isMountainDie, waferDies, waferOutline, type Die } from "./wafer-dies.ts";

const offsets = [6.5, 13.9, 21.3, 28.8, 36.1, 43.5, 51];

/** The mark stands on every page, so its dies are two paths drawn once; the stroke rounds their corners. */
const lit = dieSquares(waferDies.filter(isMountainDie));
const dark = dieSquares(waferDies.filter((die) => !isMountainDie(die)));

/** The wafer whose lit dies draw 山; the name always stands beside it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d={waferOutline} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" />
      <g fill="currentColor" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round">
        <path d={lit} />
        <path d={dark} opacity=".17" />
      </g>
    </svg>
  );
}

function dieSquares(dies: readonly Die[]): string {
  const corner = (offset: number | undefined) => Number(((offset ?? 0) + 0.6).toFixed(1));
  return dies
    .map(({ row, column }) => `M${corner(offsets[column])} ${corner(offsets[row])}h5.3v5.3h-5.3z`)
    .join("");
}
