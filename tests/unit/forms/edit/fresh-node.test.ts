import { describe, expect, test } from "vitest";
import {
  emptyForm,
  freshColumn,
  freshColumnTypes,
  freshNode,
  freshQuestion,
  freshTypes,
  standInOf,
} from "#app/domain/forms/edit/fresh-node.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { problemsOf } from "#app/domain/forms/edit/outline-edits.ts";
import { columnSchema, type FormDefinition, questionSchema } from "#app/domain/forms/definition.ts";
import { startingList } from "#app/features/forms/starting-list.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";

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

describe("a question or column of every type the language has", () => {
  const typesIn = ({ options }: { options: readonly { shape: { type: { value: string } } }[] }) =>
    options.map(({ shape }) => shape.type.value).toSorted();
  const grown = (kind: "question" | "column", into: string, after: FormDefinition, node: object) => {
    const result = applyEdit(after, { op: "insert", kind, into, after: null, node });
    return result.ok ? result.definition : expect.fail(JSON.stringify(result.problem));
  };

  test("can be added to a form, which stays sound, and has a name in both languages", () => {
    expect(freshTypes.toSorted()).toEqual(typesIn(questionSchema));
    for (const type of freshTypes) {
      const question = freshQuestion(type, `q_${type}`, title, startingList(type));
      expect(problemsOf(grown("question", here, form(), question)), type).toEqual([]);
      for (const locale of ["zh", "en"] as const)
        expect(builderPropertyMessages[locale].types[type]).toBeTruthy();
    }
  });

  test("can be added to a table; a number of a right is told to name the column of its kind", () => {
    expect(freshColumnTypes.toSorted()).toEqual(typesIn(columnSchema));
    const table = grown("question", here, form(), freshQuestion("table", "rows", title));
    for (const type of freshColumnTypes) {
      const column = freshColumn(type, `c_${type}`, title, startingList(type));
      const problems = problemsOf(grown("column", "rows", table, column)).map(({ code }) => code);
      const boxes = ["address", "foreign_address", "person"].includes(type) ? ["boxes_need_cards"] : [];
      expect(problems, type).toEqual(type === "ip_number" ? ["unknown_column"] : boxes);
      for (const locale of ["zh", "en"] as const)
        expect(builderPropertyMessages[locale].types[type]).toBeTruthy();
    }
  });

  test("of places and industries starts with the fund's own list", () => {
    expect(freshQuestion("city", "city", title, startingList("city"))).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ code: "140900" })]),
    });
    const industries = freshQuestion("gb4754", "class", title, startingList("gb4754"));
    expect("options" in industries && industries.options?.length).toBeGreaterThan(50);
    expect(startingList("toString")).toEqual({});
  });
});
