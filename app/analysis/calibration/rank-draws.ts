import type { Draw } from "./posterior-draws.ts";

export interface RankPicture {
  /** Mean rank over the draws; 1 is best. */
  expectedRank: Float64Array;
  /** Ranks at evenly spaced shares of the draws, `rankSteps` by application, the best first. */
  ranks: Uint16Array;
  rankSteps: number;
  /** Ranks that hold 50 % and 90 % of the draws. */
  half: { low: Uint16Array; high: Uint16Array };
  most: { low: Uint16Array; high: Uint16Array };
  worth: { mean: Float64Array; deviation: Float64Array };
  severity: { mean: Float64Array; deviation: Float64Array };
  /** What is to be expected in points at every place, the first first. */
  worthAtPlace: Float64Array;
}

/** As fine as one needs to say how probable a place above some line is. */
const rankSteps = 200;

/** Ranks every draw and gathers what they say. */
export function rankDraws(
  draws: Iterable<Draw>,
  { applications, reviewers, count }: { applications: number; reviewers: number; count: number },
): RankPicture {
  const ranks = Array.from({ length: applications }, () => new Uint16Array(count));
  const worth = new Moments(applications);
  const severity = new Moments(reviewers);
  const worthAtPlace = new Float64Array(applications);
  let drawn = 0;
  for (const draw of draws) {
    worth.add(draw.worth);
    severity.add(draw.severity);
    const sorted = Float64Array.from(draw.worth).sort();
    for (let application = 0; application < applications; application += 1)
      ranks[application]![drawn] = applications - lastIndexOf(sorted, draw.worth[application]!);
    for (let place = 0; place < applications; place += 1)
      worthAtPlace[place]! += sorted[applications - 1 - place]! / count;
    drawn += 1;
  }
  return {
    ...summarise(ranks),
    ...{ worth: worth.result(), severity: severity.result(), worthAtPlace },
  };
}

function summarise(ranks: readonly Uint16Array[]) {
  const picture = {
    expectedRank: new Float64Array(ranks.length),
    ...{ ranks: new Uint16Array(ranks.length * rankSteps), rankSteps },
    half: { low: new Uint16Array(ranks.length), high: new Uint16Array(ranks.length) },
    most: { low: new Uint16Array(ranks.length), high: new Uint16Array(ranks.length) },
  };
  ranks.forEach((own, application) => {
    own.sort();
    let sum = 0;
    for (const rank of own) sum += rank;
    const at = (share: number) => own[Math.min(own.length - 1, Math.floor(share * own.length))]!;
    picture.expectedRank[application] = sum / own.length;
    for (let step = 0; step < rankSteps; step += 1)
      picture.ranks[application * rankSteps + step] = at((step + 0.5) / rankSteps);
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
