import { type AssignmentProblem, unit } from "./assignment-problem.ts";
import type { Candidates } from "./candidate-pairs.ts";
import { seededOrder } from "../seeded-random.ts";

/** Seats that no exchange can fill: who is short, and the reviewers who are all at their limit. */
export interface Shortage {
  applications: number[];
  reviewers: number[];
  missing: number;
}

export interface FlowSolution {
  reviewersOf: number[][];
  /** Prices of the reviewers, in units: what the verifier bounds the optimum with. */
  potentials: Float64Array;
  /** Disciplines still missing and least loads not reached cost this much each; 0 when all is met. */
  unmet: number;
  shortage: Shortage | undefined;
}

/** What is asked of the solver once pins are taken out: minima per application and discipline. */
export interface Demand {
  coverage: Int32Array;
  loadMin: Int32Array;
  loadMax: Int32Array;
  /** applications × disciplines. */
  minima: Int32Array;
  disciplines: number;
}

export interface Prices {
  /** Of a discipline missing or a least load not reached: more than all else together. */
  must?: number;
  /** Of each application beyond a reviewer's limit; none is given without a price. */
  beyondLimit?: number;
}

/**
 * Min-cost flow by successive shortest paths over the reviewers: an application is given one more reviewer, who may
 * hand one of theirs on, and so on to somebody with room. Paths are found by Dijkstra with potentials; all figures
 * are whole numbers, so nothing is rounded.
 */
export class FlowSolver {
  readonly #problem: AssignmentProblem;
  readonly #candidates: Candidates;
  readonly #demand: Demand;
  readonly #heldBy: number[][];
  readonly #assigned: number[][];
  readonly #count: Int32Array;
  readonly #load: Int32Array;
  readonly #potentials: Float64Array;
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #via: Int32Array;
  readonly #settled: Uint8Array;
  readonly #mark: Int32Array;
  #stamp = 0;
  /** More than any exchange can gain: what is compulsory comes first. */
  readonly #must: number;
  readonly #beyondLimit: number;

  constructor(
    problem: AssignmentProblem,
    candidates: Candidates,
    demand: Demand,
    { must = (problem.reviewers + 2) * unit, beyondLimit = Infinity }: Prices = {},
  ) {
    const { applications, reviewers } = problem;
    this.#beyondLimit = beyondLimit;
    this.#problem = problem;
    this.#candidates = candidates;
    this.#demand = demand;
    this.#must = must;
    this.#heldBy = Array.from({ length: reviewers }, () => []);
    this.#assigned = Array.from({ length: applications }, () => []);
    this.#count = new Int32Array(applications * demand.disciplines);
    this.#load = new Int32Array(reviewers);
    this.#potentials = Float64Array.from(demand.loadMin, (least) => (least > 0 ? this.#must : 0));
    this.#distance = new Float64Array(reviewers);
    this.#from = new Int32Array(reviewers);
    this.#via = new Int32Array(reviewers);
    this.#settled = new Uint8Array(reviewers);
    this.#mark = new Int32Array(reviewers);
  }

  /** Stops early, with `undefined`, when `proceed` says no. */
  solve(proceed: (share: number) => boolean = () => true): FlowSolution | undefined {
    const { applications, seed } = this.#problem;
    const order = seededOrder(applications, seed);
    const short: { application: number; reached: number[] }[] = [];
    for (const [done, application] of order.entries()) {
      if (done % 64 === 0 && !proceed(done / applications)) return undefined;
      for (let seat = 0; seat < (this.#demand.coverage[application] ?? 0); seat += 1) {
        const end = this.#shortestPath(application);
        if (end >= 0) this.#augment(application, end);
        else short.push({ application, reached: this.#reached() });
      }
    }
    return {
      reviewersOf: this.#assigned.map((reviewers) => [...reviewers].sort((a, b) => a - b)),
      potentials: Float64Array.from(this.#potentials),
      unmet: this.#unmet(),
      shortage: short.length > 0 ? this.#shortageOf(short) : undefined,
    };
  }

  #shortestPath(application: number): number {
    const { similarity, reviewers } = this.#problem;
    const distance = this.#distance.fill(Infinity);
    this.#settled.fill(0);
    this.#markAssigned(application);
    // The application's own price: the best it could do at once.
    let best = -Infinity;
    for (const reviewer of this.#candidates[application]!)
      if (this.#mark[reviewer] !== this.#stamp) {
        const gain =
          similarity[application * reviewers + reviewer]! +
          this.#potentials[reviewer]! -
          this.#costOfAdding(application, reviewer);
        distance[reviewer] = -gain;
        this.#from[reviewer] = -1;
        this.#via[reviewer] = application;
        if (gain > best) best = gain;
      }
    if (best === -Infinity) return -1;
    for (let reviewer = 0; reviewer < reviewers; reviewer += 1) distance[reviewer]! += best;
    return this.#settle();
  }

  #settle(): number {
    let end = -1;
    let shortest = Infinity;
    for (;;) {
      const next = this.#nearest();
      if (next < 0 || this.#distance[next]! >= shortest) break;
      this.#settled[next] = 1;
      const through = this.#distance[next]! + this.#costOfLoading(next) + this.#potentials[next]!;
      if (through < shortest) {
        shortest = through;
        end = next;
      }
      this.#relax(next, shortest);
    }
    if (end >= 0) this.#reprice(shortest);
    return end;
  }

  #nearest(): number {
    let nearest = -1;
    let least = Infinity;
    const { reviewers } = this.#problem;
    for (let reviewer = 0; reviewer < reviewers; reviewer += 1)
      if (this.#settled[reviewer] === 0 && this.#distance[reviewer]! < least) {
        least = this.#distance[reviewer]!;
        nearest = reviewer;
      }
    return nearest;
  }

  /** Everybody this reviewer could hand one of theirs to. */
  #relax(reviewer: number, shortest: number): void {
    const { similarity, reviewers, discipline } = this.#problem;
    const start = this.#distance[reviewer]! + this.#potentials[reviewer]!;
    for (const application of this.#heldBy[reviewer]!) {
      this.#markAssigned(application);
      const row = application * reviewers;
      const giving = start + similarity[row + reviewer]!;
      const losing = this.#costOfRemoving(application, reviewer);
      for (const other of this.#candidates[application]!) {
        if (this.#settled[other] === 1 || this.#mark[other] === this.#stamp) continue;
        let reach = giving - similarity[row + other]! - this.#potentials[other]!;
        if (discipline[other] !== discipline[reviewer])
          reach += losing + this.#costOfAdding(application, other);
        if (reach < this.#distance[other]! && reach < shortest) {
          this.#distance[other] = reach;
          this.#from[other] = reviewer;
          this.#via[other] = application;
        }
      }
    }
  }

  #reprice(shortest: number): void {
    for (let reviewer = 0; reviewer < this.#problem.reviewers; reviewer += 1)
      if (this.#settled[reviewer] === 1 && this.#distance[reviewer]! < shortest)
        this.#potentials[reviewer]! += this.#distance[reviewer]! - shortest;
  }

  #augment(application: number, end: number): void {
    const { reviewers, applications } = this.#problem;
    const { disciplines } = this.#demand;
    const places = this.#placesTo(application, end);
    const applicationOf = (place: number) => Math.floor((place - reviewers - applications) / disciplines);
    for (let step = 1; step < places.length; step += 1) {
      const [from, to] = [places[step - 1]!, places[step]!];
      if (from < reviewers) this.#take(applicationOf(to), from);
      else if (to < reviewers) this.#give(applicationOf(from), to);
    }
    this.#load[end]! += 1;
  }

  /**
   * The path as places of the whole network: reviewers, applications, and each application's disciplines. Where
   * equal prices led through a place twice, the way between is left out: it costs nothing.
   */
  #placesTo(application: number, end: number): number[] {
    const { reviewers, applications, discipline } = this.#problem;
    const atDiscipline = (of: number, own: number) =>
      reviewers + applications + of * this.#demand.disciplines + own;
    const backwards: number[] = [];
    for (let to = end; ; to = this.#from[to]!) {
      const [from, via] = [this.#from[to]!, this.#via[to]!];
      backwards.push(to, atDiscipline(via, discipline[to]!));
      if (from < 0 || discipline[from] !== discipline[to]) backwards.push(reviewers + via);
      if (from < 0) break;
      if (discipline[from] !== discipline[to]) backwards.push(atDiscipline(via, discipline[from]!));
    }
    const places: number[] = [];
    const indexOf = new Map<number, number>();
    for (const place of backwards.toReversed()) {
      const before = indexOf.get(place);
      if (before !== undefined) for (const left of places.splice(before)) indexOf.delete(left);
      indexOf.set(place, places.length);
      places.push(place);
    }
    return places;
  }

  #give(application: number, reviewer: number): void {
    this.#assigned[application]!.push(reviewer);
    this.#heldBy[reviewer]!.push(application);
    this.#count[this.#countAt(application, reviewer)]! += 1;
  }

  #take(application: number, reviewer: number): void {
    drop(this.#assigned[application]!, reviewer);
    drop(this.#heldBy[reviewer]!, application);
    this.#count[this.#countAt(application, reviewer)]! -= 1;
  }

  #countAt(application: number, reviewer: number): number {
    return application * this.#demand.disciplines + this.#problem.discipline[reviewer]!;
  }

  /** A reviewer of a discipline that is still missing is worth more than any similarity. */
  #costOfAdding(application: number, reviewer: number): number {
    const at = this.#countAt(application, reviewer);
    return this.#count[at]! < this.#demand.minima[at]! ? -this.#must : 0;
  }

  #costOfRemoving(application: number, reviewer: number): number {
    const at = this.#countAt(application, reviewer);
    return this.#count[at]! <= this.#demand.minima[at]! ? this.#must : 0;
  }

  #costOfLoading(reviewer: number): number {
    const load = this.#load[reviewer]!;
    if (load >= this.#demand.loadMax[reviewer]!) return this.#beyondLimit;
    return load < this.#demand.loadMin[reviewer]! ? -this.#must : 0;
  }

  #markAssigned(application: number): void {
    this.#stamp += 1;
    for (const reviewer of this.#assigned[application]!) this.#mark[reviewer] = this.#stamp;
  }

  #unmet(): number {
    let unmet = 0;
    this.#demand.minima.forEach((least, at) => (unmet += Math.max(0, least - this.#count[at]!)));
    this.#demand.loadMin.forEach((least, at) => (unmet += Math.max(0, least - this.#load[at]!)));
    return unmet;
  }

  #reached(): number[] {
    const reached: number[] = [];
    this.#settled.forEach((settled, reviewer) => settled === 1 && reached.push(reviewer));
    return reached;
  }

  #shortageOf(short: readonly { application: number; reached: number[] }[]): Shortage {
    const reviewers = new Set(short.flatMap(({ reached }) => reached));
    const applications = new Set(short.map(({ application }) => application));
    for (const reviewer of reviewers)
      for (const application of this.#heldBy[reviewer]!) applications.add(application);
    return {
      applications: [...applications].sort((a, b) => a - b),
      reviewers: [...reviewers].sort((a, b) => a - b),
      missing: short.length,
    };
  }
}

function drop(list: number[], item: number): void {
  const at = list.indexOf(item);
  list[at] = list[list.length - 1]!;
  list.pop();
}
