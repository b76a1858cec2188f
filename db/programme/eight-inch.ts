import type { Condition } from "./programme-types.ts";
import { when } from "./when.ts";

/** How many wafers of 8 inches have the area of one: (diameter ÷ 8)². */
const areas: [size: string, share: number][] = [
  ["2", 0.0625],
  ["3", 0.140625],
  ["4", 0.25],
  ["6", 0.5625],
  ["8", 1],
  ["12", 2.25],
];

const sum = (share: (size: string, area: number) => number, size: Condition): Condition => ({
  add: areas.map(([code, area]) => ({ if: [{ includes: [size, code] }, share(code, area), 0] })),
});

/** Wafers of one size, a choice, as wafers of 8 inches. */
export const inEightInch = (size: Condition, wafers: Condition): Condition => ({
  round: [
    {
      multiply: [
        wafers,
        areas.reduceRight<Condition>((rest, [code, area]) => ({ if: [{ eq: [size, code] }, area, rest] }), 1),
      ],
    },
    0,
  ],
});

/** The same of several choices of which `isOneOtherSize` says that it is one. */
export const ofOneInEightInch = (sizes: Condition, wafers: Condition): Condition => ({
  round: [{ multiply: [wafers, sum((_, area) => area, sizes)] }, 0],
});

export const isOneOtherSize = (sizes: Condition): Condition =>
  when.both({ eq: [sum(() => 1, sizes), 1] }, { not: { includes: [sizes, "8"] } });
