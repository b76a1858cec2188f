import type { Draw } from "./posterior-draws.ts";

export interface RankPicture {
  /** Mean rank over the draws; 1 is best. */
  expectedRank: Float64Array;
  /** Share of draws in which the application is above the line. */
  aboveLine: Float64Array;
  /** Ranks that hold 50 % and 90 % of the draws. */
  half: { low: Uint16Array; high: Uint16Array };
  most: { low: Uint16Array; high: Uint16Array };
  worth: { mean: Float64Array; deviation: Float64Array };
  severity: { mean: Float64Array; deviation: Float64Array };
  /** Where the line runs, in points: the mean over the draws. */
  lineAt: number;
}

/** Ranks every draw and gathers what they say; `line` applications are above the line. */
export function rankDraws(
  draws: Iterable<Draw>,
  {
    applications,
    reviewers,
    count,
    line,
  }: { applications: number; reviewers: number; count: number; line: number },
): RankPicture {
  const ranks = Array.from({ length: applications }, () => new Uint16Array(count));
  const worth = new Moments(applications);
  const severity = new Moments(reviewers);
  let [drawn, lineAt] = [0, 0];
  for (const draw of draws) {
    worth.add(draw.worth);
    severity.add(draw.severity);
    const sorted = Float64Array.from(draw.worth).sort();
    for (let application = 0; application < applications; application += 1)
      ranks[application]![drawn] = applications - lastIndexOf(sorted, draw.worth[application]!);
    lineAt += sorted[Math.max(0, applications - Math.max(1, line))]!;
    drawn += 1;
  }
  return {
    ...summarise(ranks, line),
    ...{ worth: worth.result(), severity: severity.result(), lineAt: lineAt / Math.max(1, drawn) },
  };
}

function summarise(ranks: readonly Uint16Array[], line: number) {
  const picture = {
    expectedRank: new Float64Array(ranks.length),
    aboveLine: new Float64Array(ranks.length),
    half: { low: new Uint16Array(ranks.length), high: new Uint16Array(ranks.length) },
    most: { low: new Uint16Array(ranks.length), high: new Uint16Array(ranks.length) },
  };
  ranks.forEach((own, application) => {
    own.sort();
    let [sum, above] = [0, 0];
    for (const rank of own) {
      sum += rank;
      if (rank <= line) above += 1;
    }
    const at = (share: number) => own[Math.min(own.length - 1, Math.floor(share * own.length))]!;
    picture.expectedRank[application] = sum / own.length;
    picture.aboveLine[application] = above / own.length;
    picture.half.low[application] = at(0.25);
    picture.half.high[application] = at(0.75);
    picture.most.low[application] = at(0.05);
    picture.most.high[application] = at(0.95);
  });
  return picture;
}

/** Index of the value in an ascending list that holds it. */
function lastIndexOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Welford's running mean and variance, entry by entry. */
class Moments {
  #count = 0;
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;

  constructor(size: number) {
    this.#mean = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  add(values: Float64Array): void {
    this.#count += 1;
    for (let at = 0; at < values.length; at += 1) {
      const difference = values[at]! - this.#mean[at]!;
      this.#mean[at]! += difference / this.#count;
      this.#squares[at]! += difference * (values[at]! - this.#mean[at]!);
    }
  }

  result(): { mean: Float64Array; deviation: Float64Array } {
    const divisor = Math.max(1, this.#count - 1);
    return { mean: this.#mean, deviation: this.#squares.map((square) => Math.sqrt(square / divisor)) };
  }
}
