import type { Scores } from "#app/analysis/calibration/mixed-model.ts";
import { scoresOf } from "./simulated-panel.ts";

/**
 * Diameters in mm of the zones that six samples of penicillin (columns) cleared on 24 plates (rows): Davies and
 * Goldsmith, Statistical Methods in Research and Production, 1972, section 6.6; crossed like applications and reviewers.
 */
const diameters = [
  "27 23 26 23 23 21",
  "27 23 26 23 23 21",
  "25 21 25 24 24 20",
  "26 23 25 23 23 20",
  "25 22 26 22 23 20",
  "24 22 25 23 22 19",
  "24 20 23 21 22 19",
  "26 22 26 24 24 21",
  "24 21 24 22 22 20",
  "24 21 24 23 22 19",
  "26 23 26 24 24 21",
  "25 22 26 24 24 20",
  "26 24 26 24 25 22",
  "26 23 26 23 23 20",
  "26 23 25 24 24 22",
  "25 22 25 23 23 20",
  "25 21 24 23 23 20",
  "25 22 24 23 23 19",
  "24 21 23 21 21 19",
  "26 23 26 24 24 21",
  "25 21 24 22 22 18",
  "25 22 25 22 22 20",
  "24 21 24 22 24 19",
  "24 21 24 22 21 18",
].map((plate) => plate.split(" ").map(Number));

export const penicillin = (): Scores =>
  scoresOf(
    diameters.flatMap((plate, at) => plate.map((diameter, sample) => [at, sample, diameter] as const)),
    24,
    6,
  );
