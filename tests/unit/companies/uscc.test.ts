import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canApplyWithUscc,
  checkUscc,
  maskUscc,
  normaliseUscc,
  usccCheckCharacter,
  usccKind,
} from "#app/domain/companies/uscc.ts";

const valid = [
  "91350100M000100Y43",
  "91310110666007217T",
  "91310115591693856A",
  "91230184MA1BUFLT44",
  "92371000MA3MXH0E3W",
  "91440101MA5CJQ4N59",
  "913502000728319549",
  "123502001549897397",
  "9135021359498494XQ",
  "91140100MA0GT0018F",
  "91140900MA0KX12R1D",
  "91140400MA0HD88W80",
  "91140200788532108P",
  "91140000MA0TE5T16Q",
  "91149900MA0L5C3PXF",
  "12140000405700013Q",
  "93141100MA0JY77Q6M",
];

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("checkUscc", () => {
  test.each(valid)("accepts %s", (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code });
  });

  test.each([
    ["91140100MA0GT00180", { ok: false, reason: "check_digit", expected: "F", value: "91140100MA0GT00180" }],
    ["91141000MA0GT0018F", { ok: false, reason: "check_digit", expected: "N", value: "91141000MA0GT0018F" }],
    ["91140100AM0GT0018F", { ok: false, reason: "check_digit", expected: "9", value: "91140100AM0GT0018F" }],
    ["91350211M00013FA1N", { ok: false, reason: "check_digit", expected: "3", value: "91350211M00013FA1N" }],
    ["91350203M0001QAY9B", { ok: false, reason: "check_digit", expected: "9", value: "91350203M0001QAY9B" }],
    ["91140100MO0GT0018F", { ok: false, reason: "characters", position: 10, found: "O" }],
    ["91140100MA0GTI018F", { ok: false, reason: "characters", position: 14, found: "I" }],
    ["91350100M000100Y4Z", { ok: false, reason: "characters", position: 18, found: "Z" }],
    ["911401A0MA0GT0018F", { ok: false, reason: "characters", position: 7, found: "A" }],
    ["91140100MA0GT0018", { ok: false, reason: "length", length: 17 }],
    ["91140100MA0GT0018F0", { ok: false, reason: "length", length: 19 }],
    ["", { ok: false, reason: "length", length: 0 }],
    ["甲子示例微电子有限公司甲子示例微电子有", { ok: false, reason: "length", length: 19 }],
    ["𠀀1140100MA0GT0018F", { ok: false, reason: "characters", position: 1, found: "𠀀" }],
  ])("refuses %s", (code, answer) => {
    expect(checkUscc(code)).toEqual(answer);
  });

  test.each([
    ["91140100ma0gt0018f"],
    [" 91140100 MA0GT0018F"],
    ["9114-0100-MA0G-T001-8F"],
    ["9114０100MA0GT0018F"],
    ["９１１４０１００ＭＡ０ＧＴ００１８Ｆ"],
    ["91140100\u3000MA0GT\u200b0018F\n"],
    ["91140100–MA0GT0018F"],
  ])("normalises %j first", (typed) => {
    expect(checkUscc(typed)).toEqual({ ok: true, value: "91140100MA0GT0018F" });
  });

  test("detects every one of the 540 single-character errors", () => {
    const code = "91140100MA0GT0018F";
    const wrong = [...code].flatMap((right, index) =>
      [...alphabet].filter((letter) => letter !== right).map((letter) => replaceAt(code, index, letter)),
    );
    expect(wrong).toHaveLength(540);
    expect(wrong.filter((candidate) => checkUscc(candidate).ok)).toEqual([]);
  });

  test("detects every adjacent swap of different characters", () => {
    const code = "91140100MA0GT0018F";
    const swaps = Array.from({ length: 17 }, (_, index) => index)
      .filter((index) => code[index] !== code[index + 1])
      .map((index) => code.slice(0, index) + code[index + 1] + code[index] + code.slice(index + 2));
    expect(swaps).toHaveLength(14);
    expect(swaps.filter((candidate) => checkUscc(candidate).ok)).toEqual([]);
  });

  test("any 17 well-formed characters have exactly one 18th", () => {
    const body = fc
      .tuple(
        fc.array(fc.constantFrom(...alphabet), { minLength: 2, maxLength: 2 }),
        fc.array(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 6 }),
        fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
      )
      .map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(body, (seventeen) => {
        const good = [...alphabet].filter((last) => checkUscc(seventeen + last).ok);
        expect(good).toEqual([usccCheckCharacter(seventeen)]);
      }),
    );
  });

  test("never throws and is idempotent on anything a person can paste", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        checkUscc(typed);
        expect(normaliseUscc(normaliseUscc(typed))).toBe(normaliseUscc(typed));
      }),
    );
  });
});

test.each([
  ["91140100MA0GT0018F", "enterprise", true],
  ["92371000MA3MXH0E3W", "individual_business", false],
  ["93141100MA0JY77Q6M", "cooperative", false],
  ["12140000405700013Q", "public_institution", false],
  ["11140000405700013Q", "government_body", false],
  ["51140000405700013Q", "social_group", false],
  ["52140000405700013Q", "private_non_enterprise", false],
  ["53140000405700013Q", "foundation", false],
  ["Y1140000405700013Q", "other", false],
])("%s is a(n) %s", (code, kind, applies) => {
  expect(usccKind(code)).toBe(kind);
  expect(canApplyWithUscc(code)).toBe(applies);
});

test("maskUscc keeps what the public may see", () => {
  expect(maskUscc("91140100MA0GT0018F")).toBe("9114**********018F");
});

const replaceAt = (text: string, index: number, letter: string): string =>
  text.slice(0, index) + letter + text.slice(index + 1);
