import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gramsOf } from "#app/analysis/assignment/text-grams.ts";
import { TopicMatch, type Topics, usualWeights, type Wish } from "#app/analysis/assignment/topic-match.ts";

const said = (text: string, declared: Topics["declared"] = {}): Topics => ({ text, declared });

test.each([
  ["碳化硅外延", ["碳化", "碳化硅", "化硅", "化硅外", "硅外", "硅外延", "外延"]],
  ["8英寸 SiC", ["8", "英寸", "sic"]],
  ["ＳｉＣ", ["sic"]],
  ["epitaxy", ["^epi", "epit", "pita", "itax", "taxy", "axy$"]],
  ["，。！", []],
])("%s is compared by %j", (text, grams) => {
  expect(gramsOf(text)).toEqual(grams);
});

const applications = [
  said("八英寸碳化硅衬底与外延片产线，降低微管密度和位错密度。", { segments: ["substrate", "epitaxy"] }),
  said("车规级功率模块封装测试，银烧结与双面散热。", { segments: ["packaging"] }),
  said("GaN-on-SiC RF power amplifiers for 5G base stations", { segments: ["design"], materials: ["gan"] }),
];
const reviewers = [
  said("长期研究碳化硅单晶生长与外延缺陷，微管和位错检测。", { segments: ["substrate", "epitaxy"] }),
  said("功率半导体封装、银烧结可靠性。", { segments: ["packaging"] }),
  said("RF amplifier design, GaN devices, base station power amplifiers", {
    segments: ["design"],
    materials: ["gan", "gaas"],
  }),
];

describe("a reviewer fits best", () => {
  test.each([
    ["by all that is known", applications, reviewers],
    ["by texts alone", applications.map(({ text }) => said(text)), reviewers.map(({ text }) => said(text))],
    [
      "by fields alone",
      applications.map(({ declared }) => said("", declared)),
      reviewers.map(({ declared }) => said("", declared)),
    ],
  ])("the application of their own subject, %s, in Chinese and in English", (_how, ours, theirs) => {
    const match = new TopicMatch(ours, theirs);
    for (const application of [0, 1, 2]) {
      const scores = [0, 1, 2].map((reviewer) => match.of(application, reviewer).whole);
      expect(scores.indexOf(Math.max(...scores))).toBe(application);
      expect(scores.filter((score) => score === scores[application])).toHaveLength(1);
    }
  });
});

test("what is not known counts neither way, and nothing known is 0", () => {
  const match = new TopicMatch(
    [said("碳化硅", { segments: ["epitaxy"] })],
    [said("", {}), said("碳化硅", {})],
  );
  expect(match.of(0, 0)).toEqual({ declared: null, text: null, wish: null, whole: 0 });
  expect(match.of(0, 1)).toEqual({ declared: null, text: 1, wish: null, whole: 1 });
});

test("parts are shown as they are and mixed by the weights", () => {
  const wish = (_application: number, reviewer: number): Wish | undefined =>
    (["keen", "no"] as const)[reviewer];
  const fields = { segments: ["epitaxy", "design"] };
  const match = new TopicMatch(
    [said("碳化硅外延", fields)],
    [said("碳化硅外延", { segments: ["epitaxy"] }), said("银烧结", fields)],
    wish,
  );
  const [first, second] = [match.of(0, 0), match.of(0, 1)];
  expect(first).toMatchObject({ declared: 0.5, text: 1, wish: 1 });
  expect(first.whole).toBeCloseTo((0.5 * 50 + 1 * 40 + 1 * 10) / 100, 12);
  expect(second).toMatchObject({ declared: 1, text: 0, wish: 0, whole: 0.5 });
  const onlyFields = new TopicMatch(
    [said("碳化硅外延", fields)],
    [said("碳化硅外延", { segments: ["epitaxy"] })],
    wish,
    { ...usualWeights, text: 0, wish: 0 },
  );
  expect(onlyFields.of(0, 0).whole).toBe(0.5);
});

test("every part lies between 0 and 1, and the order of reviewers changes nothing", () => {
  const topics = fc.record({
    text: fc.string({ unit: fc.constantFrom(..."碳化硅外延封装测试射频功率abc 8"), maxLength: 30 }),
    declared: fc.record({ segments: fc.subarray(["a", "b", "c"]), materials: fc.subarray(["x", "y"]) }),
  });
  fc.assert(
    fc.property(
      fc.array(topics, { minLength: 1, maxLength: 5 }),
      fc.array(topics, { minLength: 1, maxLength: 5 }),
      (ours, theirs) => {
        const match = new TopicMatch(ours, theirs);
        const turned = new TopicMatch(ours, theirs.toReversed());
        ours.forEach((_, application) =>
          theirs.forEach((__, reviewer) => {
            const one = match.of(application, reviewer);
            for (const part of [one.declared, one.text, one.whole])
              if (part !== null) expect(part >= 0 && part <= 1 + 1e-6).toBe(true);
            const other = turned.of(application, theirs.length - 1 - reviewer);
            expect(other.whole).toBeCloseTo(one.whole, 5);
          }),
        );
      },
    ),
    { seed: 4, numRuns: 100 },
  );
});
