import { describe, expect, it } from "vitest";
import { freeKey } from "#app/domain/forms/edit/free-key.ts";
import { brokenBy, copyOf, removalOf, stepOf } from "#app/domain/forms/edit/outline-edits.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";
import { smallForm } from "../small-form.ts";

describe("steps in the outline", () => {
  const question = (key: string) => ({ kind: "question", key }) as const;

  it("go past a sibling, and over the edge into the next group", () => {
    expect(stepOf(smallForm, question("pledged"), "up")).toMatchObject({
      into: "owners/g",
      after: "capital",
    });
    expect(stepOf(smallForm, question("half"), "down")).toMatchObject({ into: "plan/g", after: null });
    expect(stepOf(smallForm, question("capital"), "up")).toBeUndefined();
  });

  it("copy under the next free key", () => {
    expect(copyOf(smallForm, question("half"))).toMatchObject({ after: "half", node: { key: "half_2" } });
    const titled = outsideApplications[0]!.definition;
    expect(copyOf(titled, question("project_title"))).toMatchObject({ node: { key: "project_title_2" } });
    expect(JSON.stringify(copyOf(titled, question("project_title")))).not.toContain("listedAs");
    const whole = copyOf(titled, { kind: "section", key: "project" })!;
    expect(applyEdit(titled, whole)).toMatchObject({ ok: true });
    expect(JSON.stringify(whole)).not.toContain("listedAs");
    expect(freeKey(smallForm, { kind: "question" }, "fresh")).toBe("fresh");
  });

  it("say what refers to a question that is to go", () => {
    const broken = brokenBy(smallForm, removalOf(smallForm, question("capital"))!);
    expect(broken.map(({ code }) => code)).toEqual(["unknown_question", "unknown_question"]);
    expect(brokenBy(smallForm, removalOf(smallForm, question("note"))!)).toEqual([]);
  });
});
