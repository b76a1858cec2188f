const pitch = 15;
const die = 13;
const centre = 240;
const columns = 27;
const firstDie = 38.5;
/** Whole dies inside this radius are printed; those that cross the edge exclusion stay blank. */
const usable = 199;
const edge = 202;

type Kind = "on" | "d" | "edge";

/** Six hundred dies as three paths, drawn once. */
const paths = drawDies();

/** A 200 mm wafer map whose lit dies draw 山. */
export function WaferHero() {
  return (
    <svg className="wafer hero-wafer" viewBox="0 0 480 512" aria-hidden="true" focusable="false">
      <defs>
        <clipPath id="wafer-hero-edge">
          <circle cx={centre} cy={centre} r="207" />
        </clipPath>
      </defs>
      <path className="edge" clipPath="url(#wafer-hero-edge)" d={paths.edge} />
      <path className="d" d={paths.d} />
      <path className="on" d={paths.on} />
      <path
        d="M233 452.9A213 213 0 1 1 247 452.9L240 444Z"
        className="rim"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <g className="dim" strokeWidth="1">
        <path d="M27 240V498M453 240V498" strokeDasharray="2 4" />
        <path d="M27 490H196M284 490H453" />
        <path d="M35 486 27 490l8 4M445 486l8 4-8 4" />
      </g>
      <text x="240" y="495" textAnchor="middle" fontSize="14">
        ⌀ 200 mm
      </text>
    </svg>
  );
}

function drawDies(): Record<Kind, string> {
  const drawn = { on: "", d: "", edge: "" };
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < columns; column++) {
      const kind = kindOf(row, column);
      if (kind)
        drawn[kind] += `M${firstDie + column * pitch} ${firstDie + row * pitch}h${die}v${die}h-${die}z`;
    }
  }
  return drawn;
}

function kindOf(row: number, column: number): Kind | null {
  const near = Math.hypot(distance(column, "near"), distance(row, "near"));
  const far = Math.hypot(distance(column, "far"), distance(row, "far"));
  if (near > edge) return null;
  if (far > usable) return "edge";
  return isMountain(row, column) ? "on" : "d";
}

function distance(index: number, side: "near" | "far"): number {
  const start = firstDie + index * pitch - centre;
  const ends = [Math.abs(start), Math.abs(start + die)];
  return side === "far" ? Math.max(...ends) : Math.min(...ends);
}

function isMountain(row: number, column: number): boolean {
  const inBase = row >= 18 && row <= 20 && column >= 6 && column <= 20;
  const inPeak = row >= 6 && row <= 20 && column >= 12 && column <= 14;
  const inSide = row >= 12 && row <= 20 && ((column >= 6 && column <= 8) || (column >= 18 && column <= 20));
  return inBase || inPeak || inSide;
}
