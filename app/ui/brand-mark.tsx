import { isMountainDie, waferDies, waferOutline } from "./wafer-dies.ts";

const offsets = [6.5, 13.9, 21.3, 28.8, 36.1, 43.5, 51];

/** The wafer whose lit dies draw 山; the name always stands beside it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d={waferOutline} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" />
      <g fill="currentColor">
        {waferDies.map((die) => (
          <rect
            key={`${die.row}-${die.column}`}
            x={offsets[die.column]}
            y={offsets[die.row]}
            width="6.5"
            height="6.5"
            rx=".6"
            opacity={isMountainDie(die) ? undefined : 0.17}
          />
        ))}
      </g>
    </svg>
  );
}
