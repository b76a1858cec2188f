import type { Highs, Model } from "highs";
import { type AssignmentProblem, compositionOf, unit } from "./assignment-problem.ts";
import type { Candidates } from "./candidate-pairs.ts";

/** The assignment as a mixed-integer program: one column a pair, one floor row an application. */
export class FairModel {
  readonly #problem: AssignmentProblem;
  readonly #pairs: { application: number; reviewer: number }[];
  readonly #model: Model;
  readonly #highs: Highs;

  constructor(highs: Highs, problem: AssignmentProblem, candidates: Candidates) {
    this.#highs = highs;
    this.#problem = problem;
    this.#pairs = candidates.flatMap((reviewers, application) =>
      Array.from(reviewers, (reviewer) => ({ application, reviewer })),
    );
    this.#model = highs.createModel(this.#data());
    this.#model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 });
  }

  /** The largest sum with every application at `floor` or above (in units); undefined when there is none. */
  best(floor: number, seconds: number): { reviewersOf: number[][]; bound: number } | undefined {
    for (let application = 0; application < this.#problem.applications; application += 1)
      this.#model.changeRowBounds(application, floor / unit, this.#highs.infinity);
    this.#model.options.set({ time_limit: seconds });
    this.#model.zeroAllClocks();
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) return undefined;
    const chosen = this.#model.getSolution().colValue;
    const reviewersOf = Array.from({ length: this.#problem.applications }, (): number[] => []);
    this.#pairs.forEach(({ application, reviewer }, column) => {
      if (chosen[column]! > 0.5) reviewersOf[application]!.push(reviewer);
    });
    return { reviewersOf, bound: Number(this.#model.info.get("mip_dual_bound")) * unit };
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** Rows: floors, then coverage, loads, disciplines, couples. */
  #data() {
    const { applications, reviewers, composition, apart, similarity, discipline, pins } = this.#problem;
    const rowOf = {
      coverage: applications,
      load: 2 * applications,
      discipline: 2 * applications + reviewers,
      apart: 2 * applications + reviewers + applications * composition.length,
    };
    const rows = rowOf.apart + applications * apart.length;
    const [starts, indices, values, costs]: number[][] = [[0], [], [], []] as never;
    const pinned = new Set(pins.map(([application, reviewer]) => application * reviewers + reviewer));
    for (const { application, reviewer } of this.#pairs) {
      const worth = similarity[application * reviewers + reviewer]! / unit;
      const own = discipline[reviewer]!;
      costs!.push(worth);
      // A coefficient of exactly 0 would be dropped by the solver; its row is simply not named.
      if (worth !== 0) add(application, worth);
      add(rowOf.coverage + application, 1);
      add(rowOf.load + reviewer, 1);
      if (own < composition.length) add(rowOf.discipline + application * composition.length + own, 1);
      apart.forEach((couple, index) => {
        if (couple.includes(reviewer)) add(rowOf.apart + application * apart.length + index, 1);
      });
      starts!.push(indices!.length);
    }
    function add(row: number, value: number): void {
      indices!.push(row);
      values!.push(value);
    }
    const columns = this.#pairs.length;
    return {
      ...{ numCols: columns, numRows: rows, sense: this.#highs.constants.objectiveSense.maximize },
      colCost: Float64Array.from(costs!),
      colLower: Float64Array.from(this.#pairs, ({ application, reviewer }) =>
        pinned.has(application * reviewers + reviewer) ? 1 : 0,
      ),
      colUpper: new Float64Array(columns).fill(1),
      ...this.#rowBounds(rows, rowOf),
      matrix: {
        ...{ format: "csc" as const, numRows: rows, numCols: columns },
        starts: Int32Array.from(starts!),
        indices: Int32Array.from(indices!),
        values: Float64Array.from(values!),
      },
      integrality: new Int32Array(columns).fill(this.#highs.constants.variableType.integer),
    };
  }

  #rowBounds(rows: number, rowOf: { coverage: number; load: number; discipline: number; apart: number }) {
    const { coverage, loadMin, loadMax, composition } = this.#problem;
    const rowLower = new Float64Array(rows).fill(-this.#highs.infinity);
    const rowUpper = new Float64Array(rows).fill(this.#highs.infinity);
    coverage.forEach((seats, application) => {
      rowLower[rowOf.coverage + application] = seats;
      rowUpper[rowOf.coverage + application] = seats;
      compositionOf(this.#problem, application).forEach((least, own) => {
        rowLower[rowOf.discipline + application * composition.length + own] = least;
      });
    });
    loadMin.forEach((least, reviewer) => (rowLower[rowOf.load + reviewer] = least));
    loadMax.forEach((most, reviewer) => (rowUpper[rowOf.load + reviewer] = most));
    rowUpper.fill(1, rowOf.apart);
    return { rowLower, rowUpper };
  }
}
