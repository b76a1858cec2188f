import { cholesky, logDeterminant, solveLower, solveUpper } from "./cholesky.ts";

/** Scores by index: score `k` is what `reviewer[k]` gave `application[k]`. */
export interface Scores {
  applications: number;
  reviewers: number;
  application: Int32Array;
  reviewer: Int32Array;
  score: Float64Array;
}

/**
 * y_ij = μ + a_i + b_j + ε_ij with a ~ N(0, σa²), b ~ N(0, σb²), ε ~ N(0, σe²): Lawrence 2014's linear Gaussian
 * form; λ = σ/σe. The applications are eliminated, so that everything is at most reviewers × reviewers.
 */
export class MixedModel {
  readonly scores: Scores;
  /** Reviews per application, and the sum of their scores. */
  readonly reviews: Float64Array;
  readonly sums: Float64Array;
  readonly #squares: number;
  readonly #ofApplication: { start: Int32Array; reviewer: Int32Array };

  constructor(scores: Scores) {
    this.scores = scores;
    this.reviews = new Float64Array(scores.applications);
    this.sums = new Float64Array(scores.applications);
    let squares = 0;
    scores.score.forEach((score, index) => {
      const application = scores.application[index]!;
      this.reviews[application]! += 1;
      this.sums[application]! += score;
      squares += score * score;
    });
    this.#squares = squares;
    this.#ofApplication = groupByApplication(scores, this.reviews);
  }

  get degreesOfFreedom(): number {
    return this.scores.score.length - 1;
  }

  /** Everything that follows from λa and λb; −2 × the restricted log likelihood is `criterion`. */
  at(lambdaA: number, lambdaB: number): Solved {
    const { reviewers } = this.scores;
    const factor = lambdaB > 0 ? this.#factor(lambdaA, lambdaB) : undefined;
    const ones = this.#reviewerSums(lambdaA, undefined);
    const values = this.#reviewerSums(lambdaA, this.sums);
    let [ones2, cross, values2, logTerms] = [0, 0, this.#squares, 0];
    this.reviews.forEach((count, application) => {
      const scale = 1 + lambdaA ** 2 * count;
      const sum = this.sums[application]!;
      ones2 += count / scale;
      cross += sum / scale;
      values2 -= (lambdaA ** 2 * sum * sum) / scale;
      logTerms += Math.log(scale);
    });
    if (factor) {
      const [one, value] = [solveLower(factor, reviewers, ones), solveLower(factor, reviewers, values)];
      ones2 -= lambdaB ** 2 * dot(one, one);
      cross -= lambdaB ** 2 * dot(one, value);
      values2 -= lambdaB ** 2 * dot(value, value);
      logTerms += logDeterminant(factor, reviewers);
    }
    const residual = Math.max(values2 - cross ** 2 / ones2, Number.MIN_VALUE);
    const freedom = this.degreesOfFreedom;
    const criterion =
      logTerms + Math.log(ones2) + freedom * (1 + Math.log((2 * Math.PI * residual) / freedom));
    return {
      ...{ lambdaA, lambdaB, criterion, residual, factor, ones, values },
      ...{ mean: cross / ones2, meanInformation: ones2 },
    };
  }

  /** S = I + λb² diag(m) − λa²λb² Nᵀ diag(1/(1+λa²n)) N, as its Cholesky factor. */
  #factor(lambdaA: number, lambdaB: number): Float64Array {
    const { applications, reviewers } = this.scores;
    const matrix = new Float64Array(reviewers * reviewers);
    for (let reviewer = 0; reviewer < reviewers; reviewer += 1) matrix[reviewer * reviewers + reviewer] = 1;
    const { start, reviewer: of } = this.#ofApplication;
    for (let application = 0; application < applications; application += 1) {
      const weight = (lambdaA ** 2 * lambdaB ** 2) / (1 + lambdaA ** 2 * this.reviews[application]!);
      for (let one = start[application]!; one < start[application + 1]!; one += 1) {
        matrix[of[one]! * (reviewers + 1)]! += lambdaB ** 2;
        for (let other = start[application]!; other < start[application + 1]!; other += 1)
          matrix[of[one]! * reviewers + of[other]!]! -= weight;
      }
    }
    // Without applications in it S is diagonal.
    return lambdaA === 0 ? matrix.map(Math.sqrt) : cholesky(matrix, reviewers);
  }

  /** Zbᵀ A⁻¹ v for v = 1 or, with the applications' sums given, v = y. */
  #reviewerSums(lambdaA: number, sums: Float64Array | undefined): Float64Array {
    const { application, reviewer, score, reviewers } = this.scores;
    const result = new Float64Array(reviewers);
    for (let index = 0; index < score.length; index += 1) {
      const of = application[index]!;
      const count = this.reviews[of]!;
      const shrink = lambdaA ** 2 / (1 + lambdaA ** 2 * count);
      result[reviewer[index]!]! += sums ? score[index]! - shrink * sums[of]! : 1 - shrink * count;
    }
    return result;
  }
}

export interface Solved {
  lambdaA: number;
  lambdaB: number;
  criterion: number;
  /** RSS: σe² is estimated as RSS/df. */
  residual: number;
  mean: number;
  meanInformation: number;
  /** Of S; undefined where reviewers do not differ. */
  factor: Float64Array | undefined;
  ones: Float64Array;
  values: Float64Array;
}

/** S⁻¹v, zero where reviewers do not differ. */
export function solveReviewers({ factor }: Solved, vector: Float64Array): Float64Array {
  if (!factor) return new Float64Array(vector.length);
  return solveUpper(factor, vector.length, solveLower(factor, vector.length, vector));
}

function groupByApplication({ application, reviewer, applications }: Scores, reviews: Float64Array) {
  const start = new Int32Array(applications + 1);
  for (let at = 0; at < applications; at += 1) start[at + 1] = start[at]! + reviews[at]!;
  const next = Int32Array.from(start);
  const grouped = new Int32Array(reviewer.length);
  reviewer.forEach((of, index) => {
    const at = application[index]!;
    grouped[next[at]!] = of;
    next[at]! += 1;
  });
  return { start, reviewer: grouped };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
