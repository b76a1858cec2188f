import type { MainPart } from "#app/analysis/calibration/calibrate-main-part.ts";

/** Whose scores went in, by their numbers there. */
export interface Numbered {
  applicationIds: readonly string[];
  reviewerIds: readonly string[];
}

type Interval = readonly [low: number, high: number];

export interface CalibratedApplication {
  id: string;
  /** worth = mean + shrinkage × (ownMean − severityMet − mean) + rest, all in points. */
  worth: number;
  ownMean: number;
  severityMet: number;
  shrinkage: number;
  rest: number;
  /** Standard deviation of what the scores leave open. */
  deviation: number;
  expectedRank: number;
  half: Interval;
  most: Interval;
}

export interface ReviewerSeverity {
  id: string;
  reviews: number;
  /** In points: above 0 gives more than others. */
  mean: number;
  deviation: number;
}

/** As it is stored: everything that does not depend on where the funding line runs. */
export interface CalibrationResult {
  mean: number;
  deviations: { applications: number; reviewers: number; score: number };
  scores: number;
  applications: readonly CalibratedApplication[];
  reviewers: readonly ReviewerSeverity[];
  /** Base64 of 16-bit ranks, `rankSteps` by application. */
  ranks: string;
  rankSteps: number;
  worthAtPlace: readonly number[];
  /** Groups of applications that share no reviewer with the rest, by id. */
  apart: readonly (readonly string[])[];
}

/** Of a call whose applications fall apart, these groups are all there is to say. */
export type ApartResult = Pick<CalibrationResult, "apart">;

type Ready = Extract<MainPart, { outcome: "ready" }>;

/** JSON to be stored; empty where nothing can be said. */
export function writeResult(part: MainPart, numbered: Numbered, scores: number): string {
  if (part.outcome === "too_few") return "";
  const apart = part.apart.map((group) => group.map((at) => numbered.applicationIds[at]!));
  if (part.outcome === "not_comparable") return JSON.stringify({ apart } satisfies ApartResult);
  const { calibration } = part;
  const { deviations, explained, ranks } = calibration;
  return JSON.stringify({
    mean: places(explained.mean),
    deviations: {
      applications: places(deviations.applications),
      reviewers: places(deviations.reviewers),
      score: places(deviations.score),
    },
    scores,
    applications: part.applications.map((at, index) =>
      applicationOf(part, index, numbered.applicationIds[at]!),
    ),
    reviewers: part.reviewers.map((at, index) => ({
      id: numbered.reviewerIds[at]!,
      reviews: part.reviewsBy[index]!,
      mean: places(calibration.severity.mean[index]!),
      deviation: places(calibration.severity.deviation[index]!),
    })),
    ranks: Buffer.from(ranks.buffer, ranks.byteOffset, ranks.byteLength).toString("base64"),
    rankSteps: calibration.rankSteps,
    worthAtPlace: Array.from(calibration.worthAtPlace, places),
    apart,
  } satisfies CalibrationResult);
}

function applicationOf({ calibration }: Ready, index: number, id: string): CalibratedApplication {
  const { worth, explained, expectedRank, half, most } = calibration;
  return {
    id,
    worth: places(worth.mean[index]!),
    ownMean: places(explained.ownMean[index]!),
    severityMet: places(explained.severityMet[index]!),
    shrinkage: places(explained.shrinkage[index]!),
    rest: places(explained.rest[index]!),
    deviation: places(worth.deviation[index]!),
    expectedRank: places(expectedRank[index]!),
    half: [half.low[index]!, half.high[index]!],
    most: [most.low[index]!, most.high[index]!],
  };
}

const places = (value: number): number => Math.round(value * 10_000) / 10_000;

export function readRanks({ ranks, applications, rankSteps }: CalibrationResult): Uint16Array {
  const bytes = Uint8Array.from(Buffer.from(ranks, "base64"));
  return new Uint16Array(bytes.buffer, 0, applications.length * rankSteps);
}
