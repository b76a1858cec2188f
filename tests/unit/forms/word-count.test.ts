import { describe, expect, test } from "vitest";
import { questionSchema, type Field } from "#app/domain/forms/definition.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import { textLimits } from "#app/domain/forms/text-length.ts";
import { wordCount } from "#app/domain/forms/word-count.ts";

const limited = (limits: object): Field =>
  questionSchema.parse({
    ...{ key: "q", type: "long_text", label: { zh: "题", en: "Question" } },
    limits: { unit: "words", ...limits },
  }) as Field;

describe("counts words as a word processor does", () => {
  test.each<[string, string, number]>([
    ["nothing", "  \n ", 0],
    ["words between spaces and lines", "One  two\nthree", 3],
    ["no punctuation by itself", "Wait – what? … Yes!", 3],
    ["an apostrophe within a word", "It isn't ours", 3],
    ["a hyphenated word once", "a state-of-the-art wafer", 3],
    ["and/or once", "metrology and/or inspection", 3],
    ["figures with their separators once", "3,000 wafers at 99.5%", 4],
    ["every Chinese character", "氮化镓外延片", 6],
    ["characters of the second plane", "𠀀𠀁", 2],
    ["both in one text", "用GaN做HEMT器件", 6],
    ["other scripts by their words", "Größe naïve Ångström", 3],
  ])("%s", (_, text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});

describe("a limit in words", () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

  test("is the same for both languages unless they differ", () => {
    const same = limited({ zh: { min: 2, max: 400 } });
    const apart = limited({ zh: { max: 800 }, en: { max: 400 } });
    expect(textLimits(same as never, "An answer")).toEqual({
      language: "en",
      unit: "words",
      min: 2,
      max: 400,
    });
    expect(textLimits(apart as never, "An answer").max).toBe(400);
    expect(textLimits(apart as never, "一个回答").max).toBe(800);
  });

  test("takes its last word and asks for the one too many to go", () => {
    const field = limited({ zh: { max: 400 } });
    expect(parseAnswer(field, words(400))).toEqual({ value: words(400) });
    expect(parseAnswer(field, words(403)).fault).toMatchObject({
      code: "too_many_words",
      params: { max: { en: "400" }, length: { en: "403" }, over: { en: "3" } },
    });
  });

  test("asks for more where there is too little", () => {
    expect(parseAnswer(limited({ zh: { min: 50, max: 400 } }), words(49)).fault?.code).toBe("too_few_words");
  });
});
