import type { RankPicture } from "./rank-draws.ts";

export interface Deviations {
  /** Standard deviations in points: between applications, between reviewers, of one score. */
  applications: number;
  reviewers: number;
  score: number;
}

/** What the picture says once the money is for the first `line` applications. */
export interface LinePicture {
  /** Where the line runs, in points: the mean over the draws. */
  lineAt: number;
  /** Share of draws in which the application is above the line. */
  aboveLine: Float64Array;
  /** 1 where the 50 % interval crosses the line: what a panel should talk about. */
  discussed: Uint8Array;
  /** How probable it is that one more review turns the decision, by application. */
  turnedByOneMore: Float64Array;
}

type Ranks = Pick<RankPicture, "ranks" | "rankSteps" | "half" | "worth" | "worthAtPlace">;

/** The draws need not be repeated when the line moves. */
export function standAtLine(
  { ranks, rankSteps, half, worth, worthAtPlace }: Ranks,
  deviations: Deviations,
  line: number,
): LinePicture {
  const applications = worth.mean.length;
  const lineAt = worthAtPlace[Math.min(applications, Math.max(1, line)) - 1]!;
  const picture: LinePicture = {
    lineAt,
    aboveLine: new Float64Array(applications),
    discussed: new Uint8Array(applications),
    turnedByOneMore: new Float64Array(applications),
  };
  for (let application = 0; application < applications; application += 1) {
    let above = 0;
    const end = (application + 1) * rankSteps;
    for (let at = application * rankSteps; at < end && ranks[at]! <= line; at += 1) above += 1;
    picture.aboveLine[application] = above / rankSteps;
    if (half.low[application]! <= line && half.high[application]! > line) picture.discussed[application] = 1;
    picture.turnedByOneMore[application] =
      line >= applications
        ? 0
        : turned(worth.mean[application]! - lineAt, worth.deviation[application]!, deviations);
  }
  return picture;
}

/**
 * One more score by a reviewer nobody knows moves the estimate by a normal amount of standard deviation
 * s²/√(s² + σe² + σb²); the decision turns when it crosses the line.
 */
function turned(fromLine: number, deviation: number, { reviewers, score }: Deviations): number {
  const variance = deviation ** 2;
  const moves = variance / Math.sqrt(variance + score ** 2 + reviewers ** 2);
  return moves > 0 ? normalBelow(-Math.abs(fromLine) / moves) : 0;
}

/** Φ, by Abramowitz and Stegun 26.2.17 (absolute error under 7.5e-8). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return z < 0 ? tail : 1 - tail;
}
