import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emailKey, maskEmail, parseEmail } from "#app/domain/shared/email.ts";
import { formatMobile, maskMobile, parseMobile } from "#app/domain/shared/mobile.ts";
import { parsePostcode } from "#app/domain/shared/postcode.ts";
import { parseWebUrl } from "#app/domain/shared/web-url.ts";

describe("parseMobile", () => {
  test.each([
    ["13800138000", "+8613800138000"],
    ["138 0013 8000", "+8613800138000"],
    ["138-0013-8000", "+8613800138000"],
    ["+86 138 0013 8000", "+8613800138000"],
    ["0086-13800138000", "+8613800138000"],
    ["8613800138000", "+8613800138000"],
    ["１３８００１３８０００", "+8613800138000"],
    ["+852 6123 4567", "+85261234567"],
    ["00853 66123456", "+85366123456"],
    ["+886 912 345 678", "+886912345678"],
    ["+1 (415) 555-0100", "+14155550100"],
    ["+44 20 7946 0018", "+442079460018"],
  ])("%s is %s", (typed, e164) => {
    expect(parseMobile(typed)).toEqual({ ok: true, value: e164 });
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["12800138000", "mainland"],
    ["1380013800", "mainland"],
    ["138001380000", "mainland"],
    ["0351-1234567", "mainland"],
    ["+8612800138000", "mainland"],
    ["+852 6123 456", "hong_kong"],
    ["+853 6123 45678", "macau"],
    ["+886 812 345 678", "taiwan"],
    ["+1234", "international"],
    ["+0123456789", "international"],
    ["+1234567890123456", "international"],
    ["138abc38000", "characters"],
    ["1+3800138000", "characters"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(parseMobile(typed)).toEqual({ ok: false, reason });
  });

  test("what it returns it accepts again, unchanged", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 -]{6,18}$/), (typed) => {
        const first = parseMobile(typed);
        if (first.ok) expect(parseMobile(first.value)).toEqual(first);
      }),
    );
  });

  test("is shown grouped and masked", () => {
    expect(formatMobile("+8613800138000")).toBe("138 0013 8000");
    expect(formatMobile("+85261234567")).toBe("+852 61234567");
    expect(formatMobile("+14155550100")).toBe("+14155550100");
    expect(maskMobile("+8613800138000")).toBe("138****8000");
    expect(maskMobile("+85261234567")).toBe("+85****4567");
  });
});

test.each([
  ["030006", { ok: true, value: "030006" }],
  [" 030 006 ", { ok: true, value: "030006" }],
  ["０３０００６", { ok: true, value: "030006" }],
  ["03000", { ok: false, reason: "form" }],
  ["03000a", { ok: false, reason: "form" }],
  ["", { ok: false, reason: "empty" }],
])("parsePostcode(%j)", (typed, answer) => {
  expect(parsePostcode(typed)).toEqual(answer);
});

describe("parseEmail", () => {
  test.each([
    ["li.lei@example.com", "li.lei@example.com"],
    ["  Li.Lei@Example.COM ", "Li.Lei@example.com"],
    ["10001@qq.example", "10001@qq.example"],
    ["o'brien+fund@mail.example.com.cn", "o'brien+fund@mail.example.com.cn"],
    ["ｌｉ＠example。com", "li@example.com"],
    ["a@xn--fiqs8s.xn--55qx5d", "a@xn--fiqs8s.xn--55qx5d"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("%s is %s", (typed, address) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: address });
  });

  test.each([
    ["", "empty"],
    ["plain", "form"],
    ["@example.com", "form"],
    ["a@", "form"],
    ["a@b", "form"],
    ["a@example", "form"],
    ["a b@example.com", "form"],
    ["a@exa mple.com", "form"],
    [".a@example.com", "form"],
    ["a.@example.com", "form"],
    ["a..b@example.com", "form"],
    ["a@-example.com", "form"],
    ["a@example-.com", "form"],
    ["a@example..com", "form"],
    ["a@127.0.0.1", "form"],
    ["a@[127.0.0.1]", "form"],
    ['"a@b"@example.com', "form"],
    ["a@b@example.com", "form"],
    ["<a@example.com>", "form"],
    ["a@example.com,b@example.com", "form"],
    ["a@example.com\r\nBcc: b@example.com", "form"],
    ["a%b@example.com", "form"],
    ["a!b@example.com", "form"],
    ["李雷@example.com", "form"],
    ["a@例子.中国", "form"],
    [`${"a".repeat(65)}@example.com`, "form"],
    [`a@${"b".repeat(64)}.com`, "form"],
    [`a@${"bbbbbbbbb.".repeat(25)}com`, "too_long"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(parseEmail(typed)).toEqual({ ok: false, reason });
  });

  test("an accepted address is one header-safe mailbox of at most 254 ASCII characters", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
        const parsed = parseEmail(typed);
        if (!parsed.ok) return;
        expect(parsed.value).toMatch(/^[!-~]{3,254}$/);
        expect(parsed.value).not.toMatch(/[\s<>",;:\\()[\]]/);
        expect(parsed.value.split("@")).toHaveLength(2);
        expect(parseEmail(parsed.value)).toEqual(parsed);
      }),
    );
  });

  test("key and mask", () => {
    expect(emailKey("Li.Lei@example.com")).toBe("li.lei@example.com");
    expect(maskEmail("li.lei@example.com")).toBe("li***@example.com");
    expect(maskEmail("a@example.com")).toBe("***@example.com");
  });
});

describe("parseWebUrl", () => {
  test.each([
    ["https://www.example.com/a?b=1", "https://www.example.com/a?b=1"],
    ["www.example.com", "https://www.example.com/"],
    ["example.com:8080/x", "https://example.com:8080/x"],
    ["HTTP://Example.COM", "http://example.com/"],
    ["www。example。com", "https://www.example.com/"],
  ])("%s is %s", (typed, url) => {
    expect(parseWebUrl(typed)).toEqual({ ok: true, value: url });
  });

  test.each([
    ["", "empty"],
    ["javascript:alert(1)", "scheme"],
    ["ftp://example.com", "scheme"],
    ["data:text/html,hello", "scheme"],
    ["https://user:secret@example.com", "form"],
    ["https://", "form"],
    ["example", "form"],
    ["localhost", "form"],
    ["exa mple.com", "form"],
    [`https://example.com/${"a".repeat(2000)}`, "too_long"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(parseWebUrl(typed)).toEqual({ ok: false, reason });
  });
});
