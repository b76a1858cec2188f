import { describe, expect, test } from "vitest";
import { checkRubric, floorOf } from "#app/domain/reviews/rubric.ts";
import { c5Rubric } from "./c5-rubric.ts";

describe("checkRubric", () => {
  test("accepts C5", () => {
    expect(checkRubric(c5Rubric)).toEqual({ ok: true, value: c5Rubric });
  });

  test.each([
    [
      "weights that make 95",
      { ...c5Rubric, criteria: c5Rubric.criteria.map((c) => (c.key === "K1" ? { ...c, weight: 10 } : c)) },
      { problem: "weights", sum: 95 },
    ],
    [
      "a key used twice",
      {
        ...c5Rubric,
        criteria: c5Rubric.criteria.map((c) => (c.key === "K2" ? { ...c, key: "K1" } : c)),
        tieBreak: ["K1"],
      },
      { problem: "repeated_key", key: "K1" },
    ],
    [
      "a tie-break that is no criterion",
      { ...c5Rubric, tieBreak: ["K9"] },
      { problem: "unknown_tie_break", key: "K9" },
    ],
    [
      "a reserve line above the shortlist",
      { ...c5Rubric, thresholds: { ...c5Rubric.thresholds, reserve: "75" } },
      { problem: "thresholds" },
    ],
    [
      "a floor above five",
      { ...c5Rubric, criteria: c5Rubric.criteria.map((c) => (c.key === "K3" ? { ...c, floor: "5.5" } : c)) },
      { problem: "floor", key: "K3" },
    ],
  ])("refuses %s", (_name, candidate, problem) => {
    expect(checkRubric(candidate)).toEqual({ ok: false, problems: [problem] });
  });

  test("takes a floor for a criterion of its own; all others keep the common one", () => {
    const criteria = c5Rubric.criteria.map((c) => (c.key === "K3" ? { ...c, floor: "3.5" } : c));
    const own = { ...c5Rubric, criteria };
    expect(checkRubric(own)).toEqual({ ok: true, value: own });
    expect(["K2", "K3"].map((key) => floorOf(own, key))).toEqual(["3", "3.5"]);
    expect(floorOf(c5Rubric, "K3")).toBe("3");
  });

  test.each([
    ["a weight of half a point", { ...c5Rubric, criteria: [{ ...c5Rubric.criteria[0]!, weight: 14.5 }] }],
    ["five anchors", { ...c5Rubric, anchors: c5Rubric.anchors.slice(1) }],
    ["a missing translation", { ...c5Rubric, title: { zh: "只有中文", en: "" } }],
    [
      "a threshold that is no decimal",
      { ...c5Rubric, thresholds: { ...c5Rubric.thresholds, shortlist: "7e1" } },
    ],
    ["nothing at all", null],
  ])("refuses %s by its shape", (_name, candidate) => {
    expect(checkRubric(candidate)).toMatchObject({ ok: false, problems: [{ problem: "shape" }] });
  });
});
