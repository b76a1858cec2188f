import { expect, test } from "vitest";
import { countText } from "#app/domain/forms/text-length.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";

const field = { type: "long_text" as const, limits: { zh: { max: 100 } } };

test.each([
  [field, "三百二十字", { used: 5, limit: 100, unit: "characters" }, "5 / 100字", "5 / 100 characters"],
  [
    field,
    "A new line, state-of-the-art.",
    { used: 29, limit: 300, unit: "characters", words: 4 },
    "29 / 300字（4个英文单词）",
    "29 / 300 characters (4 words)",
  ],
  [
    { ...field, limits: { unit: "words" as const, zh: { max: 500 } } },
    "A new line",
    { used: 3, limit: 500, unit: "words" },
    "3 / 500词",
    "3 / 500 words",
  ],
])("%# counts as its writers do", (asked, text, counted, zh, en) => {
  expect(countText(asked, text)).toEqual(counted);
  expect(shellMessages.zh.wordCount(countText(asked, text))).toBe(zh);
  expect(shellMessages.en.wordCount(countText(asked, text))).toBe(en);
});

test("nothing written in English yet has no words to count", () => {
  expect(countText({ ...field, language: "en" }, "")).toEqual({ used: 0, limit: 300, unit: "characters" });
});
