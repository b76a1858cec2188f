import { describe, expect, it } from "vitest";
import { textCorrection } from "#app/domain/forms/text-correction.ts";
import { changeKey, shownDifferences } from "#app/routes/staff/forms/difference-words.ts";
import { both, smallForm } from "../forms/small-form.ts";

describe("a difference in words", () => {
  const after = structuredClone(smallForm);
  const capital = after.parts[0]!.sections[0]!.groups[0]!.questions[0]!;
  capital.label = both("registered capital");
  Object.assign(capital, { required: { answered: { ref: "pledge" } } });

  it("says what changed with what stood before and stands after", () => {
    expect(shownDifferences(smallForm, after, "en").map(({ sentence }) => sentence)).toEqual([
      "Changed Question of question “registered capital”",
      "Changed Required of question “registered capital”",
    ]);
    const [, required] = shownDifferences(smallForm, after, "en");
    expect(required?.place).toBe("owners");
    expect(required?.texts[0]?.parts).toEqual([
      { kind: "gone", text: "Yes" },
      { kind: "same", text: " " },
      { kind: "new", text: "Required when “pledge” is filled in" },
    ]);
  });

  it("names every change so that a refused one is told without its neighbour", () => {
    const correction = textCorrection(smallForm, after);
    if (correction.ok) return expect.fail();
    const refused = new Set(correction.structure.map(changeKey));
    const told = shownDifferences(smallForm, after, "zh").filter(({ key }) => refused.has(key));
    expect(told.map(({ sentence }) => sentence)).toEqual(["修改题目“registered capital”的必填"]);
  });
});
