import { expect, test } from "vitest";
import {
  isLayoutDesignNumber,
  isOldPatentNumber,
  isSoftwareNumber,
  parsePatentNumber,
} from "#app/domain/shared/ip-number.ts";

test.each([
  ["200310102344.5", { number: "200310102344.5", kind: "invention", year: 2003 }],
  ["202110123456.7", { number: "202110123456.7", kind: "invention", year: 2021 }],
  ["ZL 2022 2 0765432.1", { number: "202220765432.1", kind: "utility_model", year: 2022 }],
  ["CN2023300012348", { number: "202330001234.8", kind: "design", year: 2023 }],
  ["zl201980012345。x", { number: "201980012345.X", kind: "pct_invention", year: 2019 }],
])("%s is read", (typed, value) => {
  expect(parsePatentNumber(typed)).toEqual({ ok: true, value });
});

test.each([
  ["", "empty"],
  ["202110123456", "form"],
  ["202110123456.7.1", "form"],
  ["US202110123456.7", "form"],
  ["202140123456.7", "kind"],
  ["190010123456.7", "year"],
  ["202110123456.8", "check_digit"],
  ["202110123465.7", "check_digit"],
])("%j is refused: %s", (typed, reason) => {
  expect(parsePatentNumber(typed)).toEqual({ ok: false, reason });
});

test("all ten wrong check characters are caught", () => {
  const accepted = [..."0123456789X"].filter((check) => parsePatentNumber(`202110123456.${check}`).ok);
  expect(accepted).toEqual(["7"]);
});

test.each([
  ["ZL98101234.5", true],
  ["98101234", true],
  ["9810123", false],
  ["202110123456.7", false],
])("isOldPatentNumber(%s) is %s", (typed, answer) => {
  expect(isOldPatentNumber(typed)).toBe(answer);
});

test("layout designs and software", () => {
  expect(isLayoutDesignNumber("bs.215012345")).toBe(true);
  expect(isLayoutDesignNumber("BS215012345")).toBe(false);
  expect(isSoftwareNumber("2021SR0123456")).toBe(true);
  expect(isSoftwareNumber("2021SR12345")).toBe(false);
});
