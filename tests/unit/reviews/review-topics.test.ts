import { describe, expect, it } from "vitest";
import { isMostlyAway } from "#app/domain/reviews/absence.ts";
import { oddAtLeast, readMix } from "#app/domain/reviews/assignment-run.ts";
import { applicationTopics, isSilent, reviewerTopics } from "#app/domain/reviews/review-topics.ts";

const long =
  "建设8英寸碳化硅功率器件生产线，掌握外延和高温离子注入工艺，面向新能源汽车主驱逆变器和光伏逆变器供货。";

describe("what a match is made from", () => {
  it("takes codes from questions and from rows, and every longer text", () => {
    const raw = {
      chain_segment: "manufacturing",
      application_fields: ["ev", "solar"],
      products: [{ id: "1", cells: { material: ["sic"], device_type: ["mosfet"], name: "短名" } }],
      summary: long,
      legal_rep: "沈示例",
    };
    const { declared, text } = applicationTopics(raw, ["碳化硅产线"]);
    expect(declared).toEqual({
      ...{ segments: ["manufacturing"], materials: ["sic"], devices: ["mosfet"], fields: ["ev", "solar"] },
    });
    expect(text).toBe(`碳化硅产线\n${long}`);
  });

  it("knows who has said nothing of what they know", () => {
    expect(isSilent(reviewerTopics({}, []))).toBe(true);
    expect(isSilent(reviewerTopics({ segments: ["design"] }, []))).toBe(false);
    expect(isSilent(reviewerTopics({ keywords: "外延" }, []))).toBe(false);
    expect(isSilent(reviewerTopics({}, ["外延"]))).toBe(false);
  });
});

describe("small rules of a run", () => {
  it.each([
    [
      { declared: "50", text: "40", wish: "10" },
      { declared: 50, text: 40, wish: 10 },
    ],
    [{ declared: "0", text: "0", wish: "0" }, null],
    [{ declared: "101", text: "0", wish: "0" }, null],
    [{ declared: "-1", text: "5", wish: "0" }, null],
    [{ declared: "", text: "5", wish: "0" }, null],
    [{ declared: "1.5", text: "5", wish: "0" }, null],
  ])("reads weights %j", (typed, expected) => {
    expect(readMix(typed)).toEqual(expected);
  });

  it("makes every number of reviewers odd", () => {
    expect([1, 4, 5, 6].map(oddAtLeast)).toEqual([1, 5, 5, 7]);
  });

  it.each([
    [[], false],
    [[{ from: "2026-12-01", to: "2026-12-04" }], false],
    [[{ from: "2026-12-01", to: "2026-12-05" }], true],
    [[{ from: "2026-01-01", to: "2027-01-01" }], true],
    [[{ from: "2026-11-01", to: "2026-11-30" }], false],
  ])("counts absences %j of ten days", (absences, expected) => {
    expect(isMostlyAway(absences, "2026-12-01", "2026-12-10")).toBe(expected);
  });
});
