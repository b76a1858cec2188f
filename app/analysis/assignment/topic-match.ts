import { gramsOf } from "./text-grams.ts";

export const wishes = ["keen", "willing", "no"] as const;
export type Wish = (typeof wishes)[number];

/** What a side says of itself: codes by group (chain segments, materials, …) and its own words. */
export interface Topics {
  readonly declared: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
}

/** How much each part counts; only their proportions matter. */
export interface MatchWeights {
  readonly declared: number;
  readonly text: number;
  readonly wish: number;
}

export const usualWeights: MatchWeights = { declared: 50, text: 40, wish: 10 };

/** Parts of one match and the whole, each from 0 to 1; a part that nothing can be said of is null. */
export interface Match {
  readonly declared: number | null;
  readonly text: number | null;
  readonly wish: number | null;
  readonly whole: number;
}

/**
 * How well reviewers fit applications, from declared fields, texts and wishes. Deterministic, and about this call
 * only: a word that every application uses tells nothing, and the closest pair of texts counts as 1.
 */
export class TopicMatch {
  readonly #applications: readonly Topics[];
  readonly #reviewers: readonly Topics[];
  readonly #weights: MatchWeights;
  readonly #wishOf: (application: number, reviewer: number) => Wish | undefined;
  readonly #texts: Float32Array;
  readonly #hasText: { applications: boolean[]; reviewers: boolean[] };

  constructor(
    applications: readonly Topics[],
    reviewers: readonly Topics[],
    wishOf: (application: number, reviewer: number) => Wish | undefined = () => undefined,
    weights: MatchWeights = usualWeights,
  ) {
    this.#applications = applications;
    this.#reviewers = reviewers;
    this.#wishOf = wishOf;
    this.#weights = weights;
    const vectors = weighted([...applications, ...reviewers].map(({ text }) => countsOf(text)));
    const [ours, theirs] = [vectors.slice(0, applications.length), vectors.slice(applications.length)];
    this.#texts = cosines(ours, theirs);
    this.#hasText = {
      applications: ours.map((vector) => vector.size > 0),
      reviewers: theirs.map((vector) => vector.size > 0),
    };
  }

  of(application: number, reviewer: number): Match {
    const wish = this.#wishOf(application, reviewer);
    const parts = {
      declared: sharedFields(this.#applications[application]!.declared, this.#reviewers[reviewer]!.declared),
      text:
        this.#hasText.applications[application] && this.#hasText.reviewers[reviewer]
          ? this.#texts[application * this.#reviewers.length + reviewer]!
          : null,
      wish: wish === undefined ? null : wishWorth[wish],
    };
    return { ...parts, whole: mixed(parts, this.#weights) };
  }

  /** Row-major applications × reviewers, for `AssignmentProblem.similarity` by `toUnits`. */
  similarities(): Float64Array {
    const { length } = this.#reviewers;
    return Float64Array.from(
      { length: this.#applications.length * length },
      (_, index) => this.of(Math.floor(index / length), index % length).whole,
    );
  }
}

const wishWorth: Record<Wish, number> = { keen: 1, willing: 0.5, no: 0 };

/** The mean of what can be said; what is not known about a pair neither helps nor hurts it. */
function mixed(parts: Omit<Match, "whole">, weights: MatchWeights): number {
  let [sum, all] = [0, 0];
  for (const key of ["declared", "text", "wish"] as const) {
    const part = parts[key];
    if (part === null) continue;
    sum += part * weights[key];
    all += weights[key];
  }
  return all === 0 ? 0 : sum / all;
}

/** Of what the application declares, how much the reviewer knows: group by group, then their mean. */
function sharedFields(application: Topics["declared"], reviewer: Topics["declared"]): number | null {
  let [sum, groups] = [0, 0];
  for (const [group, codes] of Object.entries(application)) {
    if (codes.length === 0) continue;
    const known = reviewer[group] ?? [];
    sum += codes.filter((code) => known.includes(code)).length / codes.length;
    groups += 1;
  }
  const isSilent = Object.values(reviewer).every((codes) => codes.length === 0);
  return groups === 0 || isSilent ? null : sum / groups;
}

type Vector = Map<string, number>;

function countsOf(text: string): Vector {
  const counts: Vector = new Map();
  for (const gram of gramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** (1 + log of the count) × log of how rare the gram is, to length 1. */
function weighted(counts: readonly Vector[]): Vector[] {
  const spread = new Map<string, number>();
  for (const each of counts) for (const gram of each.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1);
  return counts.map((each) => {
    const vector: Vector = new Map();
    let square = 0;
    for (const [gram, count] of each) {
      const worth = (1 + Math.log(count)) * Math.log(1 + counts.length / spread.get(gram)!);
      vector.set(gram, worth);
      square += worth * worth;
    }
    const length = Math.sqrt(square);
    for (const [gram, worth] of vector) vector.set(gram, worth / length);
    return vector;
  });
}

/** By an index of the reviewers' grams, so that only shared ones cost anything; the largest becomes 1. */
function cosines(applications: readonly Vector[], reviewers: readonly Vector[]): Float32Array {
  const index = new Map<string, { reviewer: number; worth: number }[]>();
  reviewers.forEach((vector, reviewer) => {
    for (const [gram, worth] of vector) {
      const known = index.get(gram);
      if (known) known.push({ reviewer, worth });
      else index.set(gram, [{ reviewer, worth }]);
    }
  });
  const found = new Float32Array(applications.length * reviewers.length);
  let largest = 0;
  applications.forEach((vector, application) => {
    const base = application * reviewers.length;
    for (const [gram, worth] of vector)
      for (const other of index.get(gram) ?? []) found[base + other.reviewer]! += worth * other.worth;
    for (let at = base; at < base + reviewers.length; at += 1) largest = Math.max(largest, found[at]!);
  });
  return largest === 0 ? found : found.map((each) => each / largest);
}
