import { describe, expect, test } from "vitest";
import { compareAnswers, fromApplication } from "#app/domain/applications/draft/carry-over.ts";
import type { FormDefinition, Question } from "#app/domain/forms/definition.ts";

const label = { zh: "问题", en: "Question" };
const form = (questions: Question[], section = "filing"): FormDefinition => ({
  code: "X",
  version: 1,
  title: label,
  parts: [
    {
      key: "part",
      title: label,
      sections: [{ key: section, title: label, groups: [{ key: "g", questions }] }],
    },
  ],
});
const option = (code: string) => ({ code, label: { zh: code, en: code } });
const text = (key: string): Question => ({ key, label, type: "short_text", limits: { zh: { max: 50 } } });
const choice = (key: string, ...codes: string[]): Question => ({
  key,
  label,
  type: "choice",
  options: codes.map(option),
});
const table = (key: string, ...columns: string[]): Question => ({
  key,
  label,
  type: "table",
  maxRows: 9,
  rowName: label,
  addLabel: label,
  columns: columns.map((column) => text(column) as never),
});

describe("answers of another form", () => {
  const there = form([
    text("title"),
    text("figure"),
    choice("kind", "a", "b"),
    choice("stage", "a"),
    table("rows", "one", "two"),
  ]);
  const raw = {
    title: "名称",
    figure: "12",
    kind: "b",
    stage: "a",
    rows: [{ id: "r1", cells: { one: "1", two: "2" } }],
  };
  const compare = (questions: Question[], here = {}, section?: string) =>
    compareAnswers(form(questions, section), here, fromApplication(there, raw)).flatMap(
      ({ questions: all }) =>
        all.map(({ question, theirs, overwrites }) => [question.field.key, theirs, overwrites]),
    );

  test("fit by section, key and kind; texts fit each other", () => {
    const long: Question = { key: "title", label, type: "long_text", limits: { zh: { max: 50 } } };
    expect(compare([long, { key: "figure", label, type: "integer" }, text("other")])).toEqual([
      ["title", "名称", false],
    ]);
    expect(compare([text("title")], {}, "company")).toEqual([]);
  });

  test("a choice that is not offered here is none", () => {
    expect(compare([choice("kind", "a", "c"), choice("stage", "a", "z")])).toEqual([["stage", "a", false]]);
  });

  test("of a table the columns that both have; rows are compared by what they say", () => {
    const rows = [{ id: "r1", cells: { two: "2" } }];
    expect(compare([table("rows", "two", "three")])).toEqual([["rows", rows, false]]);
    expect(compare([table("rows", "two")], { rows: [{ id: "x", cells: { two: " 2 " } }] })).toEqual([]);
    expect(compare([table("rows", "two")], { rows: [{ id: "x", cells: { two: "3" } }] })).toEqual([
      ["rows", rows, true],
    ]);
  });

  test("what stands is marked as overwritten, what is the same is left out", () => {
    expect(compare([text("title")], { title: "别的" })).toEqual([["title", "名称", true]]);
    expect(compare([text("title")], { title: "名称 " })).toEqual([]);
  });
});
