import { describe, expect, test } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { emptyForm, freshNode, freshQuestion, standInOf } from "#app/domain/forms/edit/fresh-node.ts";

const title = { zh: "新表", en: "New form" };
const form = (): FormDefinition => emptyForm("new", title);
const here = "part_1_section/main";
const questionsOf = ({ parts }: FormDefinition) => parts[0]!.sections[0]!.groups[0]!.questions;

describe("the note a new group came with", () => {
  test("gives way to the first question", () => {
    expect(standInOf(form(), here)).toMatchObject({ key: "part_1_section_note", type: "static" });
    const grown = form();
    grown.parts[0]!.sections[0]!.groups.push(freshNode("group", "more", { zh: "其他", en: "More" }) as never);
    expect(standInOf(grown, "part_1_section/more")?.key).toBe("more_note");
  });

  test("stays once it says something of its own, or stands with others", () => {
    const written = form();
    Object.assign(questionsOf(written)[0]!, { label: { zh: "先读这里", en: "Read this first" } });
    expect(standInOf(written, here)).toBeUndefined();
    const joined = form();
    questionsOf(joined).push(freshQuestion("yes_no", "sure", title));
    expect(standInOf(joined, here)).toBeUndefined();
    const conditional = form();
    Object.assign(questionsOf(conditional)[0]!, { visibleWhen: true });
    expect(standInOf(conditional, here)).toBeUndefined();
  });

  test("is nowhere else", () => {
    expect(standInOf(form(), "part_1_section/none")).toBeUndefined();
  });
});
