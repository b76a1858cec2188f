import { describe, expect, test } from "vitest";
import { compareAnswers, fromApplication } from "#app/domain/applications/draft/carry-over.ts";
import type { FormDefinition, Question } from "#app/domain/forms/definition.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";

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

describe("an answer that is asked otherwise here", () => {
  const ask = (type: string, rest: object = {}) => ({ key: "q", label, type, ...rest }) as Question;
  const amount = (...currencies: string[]) => ask("amount", { currencies });
  const money = (...currencies: string[]) => ask("money", currencies.length > 0 ? { currencies } : {});
  const abroad = (...countries: string[]) =>
    ask("foreign_address", countries.length > 0 ? { countries } : {});
  const scale = (from: number, to: number) => ask("scale", { from, to });
  const dollars = ["100", "USD", "710", "2026-11-02"];
  const cardiff = ["1 Example Road", "", "Cardiff", "", "CF10 3AT"];

  test.each<[string, Question, Question, RawValue, RawValue | undefined]>([
    ["one currency among several", amount("USD"), amount("EUR", "USD"), "1,200", ["1,200", "USD"]],
    ["of several the only one", amount("EUR", "USD"), amount("USD"), ["1,200", "USD"], "1,200"],
    ["a currency that is not taken", amount("EUR", "USD"), amount("USD"), ["1,200", "EUR"], undefined],
    ["the only currency is another", amount("JPY"), amount("USD"), "1,200", undefined],
    ["no currency picked yet", amount("EUR", "USD"), amount("EUR", "GBP"), ["5"], ["5"]],
    ["no currency picked, one asked", amount("EUR", "USD"), amount("USD"), ["5"], undefined],
    ["万元 where others are taken too", money(), money("CNY", "USD"), "80", ["80"]],
    ["万元 out of several boxes", money("CNY", "USD"), money(), ["80", "CNY"], "80"],
    ["dollars where only 万元 are taken", money("CNY", "USD"), money(), dollars, undefined],
    ["dollars where they are taken", money("USD"), money("CNY", "USD"), dollars, dollars],
    ["another scale", scale(1, 5), scale(1, 9), "4", undefined],
    ["the same scale", scale(1, 5), scale(1, 5), "4", "4"],
    ["a country that is offered", ask("country"), ask("country", { countries: ["DE"] }), "DE", "DE"],
    ["a country that is not", ask("country"), ask("country", { countries: ["DE"] }), "FR", undefined],
    ["an address abroad", abroad(), abroad("GB"), [...cardiff, "GB"], [...cardiff, "GB"]],
    ["in a country not meant here", abroad(), abroad("DE"), [...cardiff, "GB"], undefined],
    ["in the only country meant there", abroad("GB"), abroad(), cardiff, [...cardiff, "GB"]],
    ["in another province", ask("address"), ask("address", { province: "140000" }), ["110100"], undefined],
    ["in the province", ask("address"), ask("address", { province: "140000" }), ["140100"], ["140100"]],
    ["a text for a figure", text("q"), ask("integer"), "5", undefined],
  ])("%s", (_, theirs, here, value, expected) => {
    const carried = compareAnswers(form([here]), {}, fromApplication(form([theirs]), { q: value }));
    expect(carried.flatMap(({ questions }) => questions.map((each) => each.theirs))[0]).toEqual(expected);
  });
});
