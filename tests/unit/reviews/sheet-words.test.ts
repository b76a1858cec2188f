import { describe, expect, it } from "vitest";
import { scoreAnchor } from "#app/i18n/score-anchor.ts";
import { missingList, sheetFieldName } from "#app/i18n/sheet-problems.ts";
import { sheetPaths, sheetProblems } from "#app/domain/reviews/score-sheet.ts";
import { c5Rubric } from "./c5-rubric.ts";

const anchors = [
  "未响应或信息缺失，无法评判",
  "差：不足",
  "一般：有缺陷",
  "良：较好",
  "很好：很少",
  "优秀：满足",
];

describe("what a score stands for", () => {
  it.each([
    [undefined, "0 未响应或信息缺失 · 1 差 · 2 一般 · 3 良 · 4 很好 · 5 优秀"],
    ["4", "4 很好：很少"],
    ["0", "0 未响应或信息缺失，无法评判"],
    ["2.5", "介于2（一般）和3（良）之间"],
  ])("%s", (score, words) => expect(scoreAnchor("zh", anchors, score)).toBe(words));
});

describe("what is still missing", () => {
  it("names each thing once, in the words of the page", () => {
    const raw = { "K1.score": "2", "K2.score": "3", overall: "短" };
    const words = missingList(sheetProblems(c5Rubric, raw), "zh");
    expect(words).toBe("K1评语、K3、K4、K5、K6、K7、总评、建议、支持范围");
  });

  it("has a name for every field that two windows may dispute", () => {
    for (const path of sheetPaths(c5Rubric))
      for (const locale of ["zh", "en"] as const) expect(sheetFieldName(path, locale)).not.toBe(path);
  });
});
