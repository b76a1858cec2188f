import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankApplications, type RankEntry } from "#app/domain/reviews/rank-applications.ts";
import { decimal } from "#app/domain/shared/decimal.ts";

const tieBreak = ["K2", "K1", "K3"];

const entry = (
  id: string,
  score: string | null,
  means: Record<string, string> = {},
  chairOrder?: number,
): RankEntry => ({
  id,
  rubricVersionId: "C5-3",
  score: score === null ? null : decimal(score),
  criterionMeans: Object.fromEntries(Object.entries(means).map(([key, mean]) => [key, decimal(mean)])),
  chairOrder,
});

const ranked = (entries: RankEntry[]) => {
  const ranking = rankApplications(entries, tieBreak);
  return ranking.ok ? ranking.value.map(({ id, rank, separatedBy }) => [id, rank, separatedBy]) : ranking;
};

describe("rankApplications", () => {
  test("ranks by score, the highest first", () => {
    expect(ranked([entry("a", "70.00"), entry("b", "82.10"), entry("c", "79.2")])).toEqual([
      ["b", 1, null],
      ["c", 2, null],
      ["a", 3, null],
    ]);
  });

  test.each([
    [{ K2: "4.1", K1: "3", K3: "3" }, { K2: "4.0", K1: "5", K3: "5" }, "K2"],
    [{ K2: "4", K1: "3.5", K3: "3" }, { K2: "4.00", K1: "3.4", K3: "5" }, "K1"],
    [{ K2: "4", K1: "3.5", K3: "4" }, { K2: "4", K1: "3.5", K3: "3.9" }, "K3"],
  ])("separates equal scores by the criteria in order (%j before %j)", (better, worse, by) => {
    expect(ranked([entry("a", "75", worse), entry("b", "75.00", better)])).toEqual([
      ["b", 1, null],
      ["a", 2, by],
    ]);
  });

  test("leaves what is equal in everything to the chair, whatever the time of submission", () => {
    const entries = [entry("a", "75", { K2: "4" }), entry("b", "75", { K2: "4" }), entry("c", "70")];
    expect(rankApplications(entries, tieBreak)).toEqual({
      ok: true,
      value: [
        { id: "a", rank: 1, tiedWith: ["b"], separatedBy: null },
        { id: "b", rank: 1, tiedWith: ["a"], separatedBy: null },
        { id: "c", rank: 3, tiedWith: [], separatedBy: null },
      ],
    });
  });

  test("follows the chair among equals only", () => {
    const means = { K2: "4" };
    const entries = [entry("a", "75", means, 2), entry("b", "75", means, 1), entry("c", "76", means, 9)];
    expect(ranked([...entries, entry("d", "75", means)])).toEqual([
      ["c", 1, null],
      ["b", 2, null],
      ["a", 3, "chair"],
      ["d", 4, "chair"],
    ]);
  });

  test("lists those without a score last, unranked", () => {
    expect(ranked([entry("z", null), entry("y", null), entry("a", "10")])).toEqual([
      ["a", 1, null],
      ["y", null, null],
      ["z", null, null],
    ]);
  });

  test("does not compare across rubric versions", () => {
    const other = { ...entry("b", "80"), rubricVersionId: "C5-4" };
    expect(rankApplications([entry("a", "75"), other], tieBreak)).toEqual({
      ok: false,
      reason: "rubric_versions_differ",
    });
  });

  test("the order given does not change the ranking", () => {
    const anyEntry = fc.record({
      score: fc.integer({ min: 70, max: 72 }),
      k2: fc.integer({ min: 3, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 12 }), (rows) => {
        const entries = rows.map(({ score, k2 }, index) =>
          entry(`p${String(index).padStart(2, "0")}`, String(score), { K2: String(k2) }),
        );
        expect(ranked(entries.toReversed())).toEqual(ranked(entries));
        const result = rankApplications(entries, tieBreak);
        const ranks = result.ok ? result.value.map(({ rank }) => rank!) : [];
        expect(ranks[0]).toBe(1);
        expect(ranks.every((rank, index) => rank === index + 1 || rank === ranks[index - 1])).toBe(true);
      }),
    );
  });
});
