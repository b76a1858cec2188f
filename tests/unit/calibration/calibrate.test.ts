import { describe, expect, it } from "vitest";
import { calibrate } from "#app/analysis/calibration/calibrate.ts";
import { fitVariances } from "#app/analysis/calibration/fit-variances.ts";
import { explainWorth } from "#app/analysis/calibration/explain-worth.ts";
import { MixedModel } from "#app/analysis/calibration/mixed-model.ts";
import { posteriorDraws } from "#app/analysis/calibration/posterior-draws.ts";
import { standAtLine } from "#app/analysis/calibration/stand-at-line.ts";
import { weighVariances } from "#app/analysis/calibration/weigh-variances.ts";
import { seededRandom } from "#app/analysis/seeded-random.ts";
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
        const result = calibrate({ ...scores, draws: 600, seed });
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
    const result = calibrate({ ...scores, draws: 300, seed: 1 });
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
    const one = calibrate({ ...scores, draws: 3_000, seed: 1 });
    const other = calibrate({ ...turned, draws: 3_000, seed: 2 });
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
    const result = calibrate({ ...apart, seed: 1 });
    expect(result).toMatchObject({ ok: false, reason: "not_comparable" });
    if (!result.ok && result.reason === "not_comparable") {
      const [a, b, c, d] = result.parts;
      expect([a === b, c === d, a === c]).toEqual([true, true, false]);
    }
    expect(calibrate({ ...scoresOf([[0, 0, 70]], 1, 1), seed: 1 })).toEqual({
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
    const result = calibrate({ ...scoresOf(rows, 8, 4), draws: 2_000, seed: 4 });
    if (!result.ok) throw new Error(result.reason);
    const {
      discussed,
      aboveLine,
      turnedByOneMore: turned,
      lineAt,
    } = standAtLine(result, result.deviations, 3);
    expect([...discussed].slice(2, 4)).toEqual([1, 1]);
    expect([0, 1, 5, 6, 7].map((application) => discussed[application])).toEqual([0, 0, 0, 0, 0]);
    expect(aboveLine[0]).toBeGreaterThan(0.99);
    expect(aboveLine[7]).toBeLessThan(0.01);
    expect(aboveLine.reduce((sum, share) => sum + share, 0)).toBeCloseTo(3, 1);
    expect(Math.max(...turned)).toBe(Math.max(turned[2]!, turned[3]!, turned[4]!));
    expect(lineAt).toBeGreaterThan(result.worth.mean[4]!);
    const lower = standAtLine(result, result.deviations, 6);
    expect([...lower.aboveLine].every((share, application) => share >= aboveLine[application]!)).toBe(true);
    expect(standAtLine(result, result.deviations, 8).turnedByOneMore.every((share) => share === 0)).toBe(
      true,
    );
  });

  it("says how every figure comes about, so that anybody can add it up again", () => {
    for (const [applications, reviewers] of [
      [60, 15],
      [12, 6],
    ] as const) {
      const { scores } = simulatedPanel({
        ...{ applications, reviewers, each: 4, deviations: [8, 5, 5], seed: 5 },
      });
      const result = calibrate({ ...scores, draws: 4_000, seed: 5 });
      if (!result.ok) throw new Error(result.reason);
      const { explained, worth, severity, deviations } = result;
      expect(deviations.reviewers).toBeGreaterThan(0);
      for (let application = 0; application < applications; application += 1) {
        const [shrinkage, own] = [explained.shrinkage[application]!, explained.ownMean[application]!];
        const met = scores.reviewer.filter((_, index) => scores.application[index] === application);
        const severities = met.reduce((sum, reviewer) => sum + severity.mean[reviewer]!, 0) / met.length;
        expect(explained.severityMet[application]).toBeCloseTo(severities, 8);
        const added = explained.mean + shrinkage * (own - severities - explained.mean);
        expect(added + explained.rest[application]!).toBeCloseTo(worth.mean[application]!, 8);
        expect(shrinkage).toBeGreaterThan(0);
        expect(shrinkage).toBeLessThan(1);
        if (applications >= 30) expect(explained.rest[application]).toBeCloseTo(0, 8);
      }
    }
  });

  it("expects what its own draws come to", () => {
    const { scores } = simulatedPanel({
      ...{ applications: 20, reviewers: 7, each: 4, deviations: [8, 5, 5], seed: 6 },
    });
    const model = new MixedModel(scores);
    const fits = weighVariances(model, fitVariances(model));
    const [sums, count] = [new Float64Array(20), 20_000];
    for (const { worth } of posteriorDraws(model, fits, count, seededRandom(1)))
      worth.forEach((value, application) => (sums[application]! += value / count));
    const { worth } = explainWorth(model, fits);
    sums.forEach((drawn, application) => expect(Math.abs(drawn - worth[application]!)).toBeLessThan(0.2));
  });

  it("takes every order for as likely where applications do not differ, and all equal for too little", () => {
    const noise = [3, -3, 1, -1, 2, -2, 0, 0];
    const rows = noise.flatMap((_, application) =>
      [0, 1, 2, 3].map(
        (reviewer) => [application, reviewer, 70 + noise[(application + 3 * reviewer) % 8]!] as const,
      ),
    );
    const many = Array.from({ length: 5 }, (_, block) =>
      rows.map(([application, reviewer, score]) => [application + 8 * block, reviewer, score] as const),
    ).flat();
    const result = calibrate({ ...scoresOf(many, 40, 4), draws: 2_000, seed: 3 });
    if (!result.ok) throw new Error(result.reason);
    const { aboveLine } = standAtLine(result, result.deviations, 10);
    expect(aboveLine.reduce((sum, share) => sum + share, 0)).toBeCloseTo(10, 0);
    const equal = rows.map(([application, reviewer]) => [application, reviewer, 70] as const);
    expect(calibrate({ ...scoresOf(equal, 8, 4), seed: 1 })).toEqual({ ok: false, reason: "too_few" });
  });

  it("gives the same answer for the same seed", () => {
    const { scores } = simulatedPanel({
      ...{ applications: 20, reviewers: 6, each: 3, deviations: [6, 4, 5], seed: 2 },
    });
    const input = { ...scores, draws: 200, seed: 7 };
    expect(calibrate(input)).toEqual(calibrate(input));
  });
});

function spearman(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const squares = a.reduce((sum, rank, index) => sum + (rank - b[index]!) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}
