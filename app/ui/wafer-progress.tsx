import { waferDies, waferOutline } from "./wafer-dies.ts";

interface WaferProgressProps {
  /** Share of the required answers given, 0 to 1. */
  share: number;
  size?: number;
}

/** Dies light in reading order; all are lit only when nothing is missing. The figures stand beside it as text. */
export function WaferProgress({ share, size = 76 }: WaferProgressProps) {
  const all = waferDies.length;
  const lit = share >= 1 ? all : Math.min(all - 1, Math.round(Math.max(0, share) * all));
  return (
    <svg
      className="wafer"
      viewBox="0 0 64 64"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path className="rim" d={waferOutline} strokeWidth="1.6" strokeLinejoin="round" />
      {waferDies.map(({ row, column }, index) => (
        <rect
          key={`${row}-${column}`}
          className={index < lit ? "on" : "d"}
          x={(7.5 + column * 7.2).toFixed(1)}
          y={(7.5 + row * 7.2).toFixed(1)}
          width="5.8"
          height="5.8"
          rx=".6"
        />
      ))}
    </svg>
  );
}
