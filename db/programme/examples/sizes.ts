import { shareSplits } from "./people.ts";

/** How large one project of a kind is beside the usual one, and how its company's shares lie. */
export type Size = { scale: number; split: readonly string[] };

export const usualSize: Size = { scale: 1, split: shareSplits[0]! };

/** In turn, so that no two neighbours ask for the same sums. */
export const sizes: readonly Size[] = [
  usualSize,
  { scale: 0.8, split: shareSplits[1]! },
  { scale: 1.25, split: shareSplits[2]! },
];
