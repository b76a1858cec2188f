import { describe, expect, it } from "vitest";
import { calibrate } from "#app/analysis/calibration/calibrate.ts";
import { fitVariances } from "#app/analysis/calibration/fit-variances.ts";
import { MixedModel } from "#app/analysis/calibration/mixed-model.ts";
import { penicillin } from "./penicillin.ts";
import { ranksOf, scoresOf, simulatedPanel } from "./simulated-panel.ts";

describe("calibration", () => {
  it("fits Penicillin as lme4 does: REML 330.86059", () => {
    const solved = fitVariances(new MixedModel(penicillin()));
    const noise = Math.sqrt(solved.residual / 143);
    expect(solved.criterion).toBeCloseTo(330.860_59, 4);
    expect(solved.lambdaA * noise).toBeCloseTo(0.8467, 2);
    expect(solved.lambdaB * noise).toBeCloseTo(1.9316, 2);
    expect(noise).toBeCloseTo(0.5499, 3);
  });

  it("holds the true rank in nine of ten 90 % intervals, with many applications and with few", () => {
    for (const [applications, reviewers, panels, least, most] of [
      [120, 24, 12, 0.86, 0.94],
      [16, 8, 60, 0.84, 0.97],
    ] as const) {
      let held = 0;
      for (let seed = 1; seed <= panels; seed += 1) {
        const { scores, truth } = simulatedPanel({
          ...{ applications, reviewers, each: 4, deviations: [8, 5, 6], seed },
        });
        const result = calibrate({ ...scores, line: 10, draws: 600, seed });
        if (!result.ok) throw new Error(result.reason);
        ranksOf(truth).forEach((rank, application) => {
          if (result.most.low[application]! <= rank && rank <= result.most.high[application]!) held += 1;
        });
      }
      const share = held / (panels * applications);
      expect(share, `${applications} applications`).toBeGreaterThan(least);
      expect(share, `${applications} applications`).toBeLessThan(most);
    }
  });

  it("orders applications better than raw means where reviewers differ", () => {
    const { scores, truth } = simulatedPanel({
      ...{ applications: 400, reviewers: 60, each: 3, deviations: [5, 6, 5], seed: 3 },
    });
    const result = calibrate({ ...scores, line: 40, draws: 300, seed: 1 });
    if (!result.ok) throw new Error(result.reason);
    const raw = new Float64Array(400);
    scores.score.forEach((score, index) => (raw[scores.application[index]!]! += score / 3));
    expect(spearman(result.worth.mean, truth)).toBeGreaterThan(spearman(raw, truth) + 0.05);
  });

  it("comes down to plain shrinkage where reviewers are exchangeable", () => {
    const fits = [1, 2, 3, 4, 5, 6].map((seed) => {
      const panel = { applications: 150, reviewers: 30, each: 3, deviations: [6, 0, 6] as const, seed };
      return fitVariances(new MixedModel(simulatedPanel(panel).scores));
    });
    expect(fits.some(({ lambdaB }) => lambdaB === 0)).toBe(true);
    for (const { lambdaB } of fits) expect(lambdaB).toBeLessThan(0.35);
  });

  it("does not mind how applications, reviewers and scores are numbered", () => {
    const { scores } = simulatedPanel({
      ...{ applications: 40, reviewers: 12, each: 3, deviations: [6, 4, 5], seed: 9 },
    });
    const turned = scoresOf(
      Array.from(scores.score, (score, index) => {
        const [application, reviewer] = [scores.application[index]!, scores.reviewer[index]!];
        return [39 - application, (reviewer * 5) % 12, score] as const;
      }).toReversed(),
      40,
      12,
    );
    const one = calibrate({ ...scores, line: 8, draws: 3_000, seed: 1 });
    const other = calibrate({ ...turned, line: 8, draws: 3_000, seed: 2 });
    if (!one.ok || !other.ok) throw new Error("not calibrated");
    expect(other.criterion).toBeCloseTo(one.criterion, 6);
    for (let application = 0; application < 40; application += 1) {
      expect(other.expectedRank[39 - application]! - one.expectedRank[application]!).toBeLessThan(1);
      expect(Math.abs(other.worth.mean[39 - application]! - one.worth.mean[application]!)).toBeLessThan(0.5);
    }
  });

  it("says which applications cannot be compared, and when there is too little to say anything", () => {
    const apart = scoresOf(
      [
        [0, 0, 70],
        [1, 0, 60],
        [2, 1, 80],
        [3, 1, 75],
      ],
      4,
      2,
    );
    const result = calibrate({ ...apart, line: 1, seed: 1 });
    expect(result).toMatchObject({ ok: false, reason: "not_comparable" });
    if (!result.ok && result.reason === "not_comparable") {
      const [a, b, c, d] = result.parts;
      expect([a === b, c === d, a === c]).toEqual([true, true, false]);
    }
    expect(calibrate({ ...scoresOf([[0, 0, 70]], 1, 1), line: 1, seed: 1 })).toEqual({
      ok: false,
      reason: "too_few",
    });
  });

  it("sends to discussion what crosses the line, and asks for one more review where it matters most", () => {
    const worths = [95, 92, 80, 79, 78, 60, 55, 50];
    const rows = worths.flatMap((worth, application) =>
      [0, 1, 2, 3].map(
        (reviewer) =>
          [application, reviewer, worth + 2 * (((application * 3 + reviewer * 2) % 5) - 2)] as const,
      ),
    );
    const result = calibrate({ ...scoresOf(rows, 8, 4), line: 3, draws: 2_000, seed: 4 });
    if (!result.ok) throw new Error(result.reason);
    expect(result.discussion).toEqual(expect.arrayContaining([2, 3]));
    expect(result.discussion.every((application) => [2, 3, 4].includes(application))).toBe(true);
    expect(result.aboveLine[0]).toBeGreaterThan(0.99);
    expect(result.aboveLine[7]).toBeLessThan(0.01);
    const turned = result.turnedByOneMore;
    expect(Math.max(...turned)).toBe(Math.max(turned[2]!, turned[3]!, turned[4]!));
  });

  it("gives the same answer for the same seed", () => {
    const { scores } = simulatedPanel({
      ...{ applications: 20, reviewers: 6, each: 3, deviations: [6, 4, 5], seed: 2 },
    });
    const input = { ...scores, line: 5, draws: 200, seed: 7 };
    expect(calibrate(input)).toEqual(calibrate(input));
  });
});

function spearman(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const squares = a.reduce((sum, rank, index) => sum + (rank - b[index]!) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}
