import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionSchema, type Field, type TableColumn } from "#app/domain/forms/definition.ts";
import { formatAnswer, formatRawAnswer, rawFromAnswer } from "#app/domain/forms/format-answer.ts";
import { moneyReadout } from "#app/domain/forms/format-figure.ts";
import { parseAnswer, type ParseContext } from "#app/domain/forms/parse-answer.ts";
import { textLength, textLimits } from "#app/domain/forms/text-length.ts";

const label = { zh: "题", en: "Question" };
const field = (rest: object): Field => questionSchema.parse({ key: "q", label, ...rest }) as Field;
const options = ["nev", "5g", "none"].map((code) => ({ code, label: { zh: `${code}中`, en: `${code} en` } }));

const text = field({ type: "short_text", limits: { zh: { min: 2, max: 5 } } });
const essay = field({ type: "long_text", limits: { zh: { min: 10, max: 20 } } });
const name = field({ type: "short_text", language: "en", limits: { zh: { max: 50 }, en: { max: 10 } } });
const code = field({ type: "short_text", format: "project_code", limits: { zh: { max: 40 } } });
const whole = field({ type: "integer", min: 0, max: 2000 });
const measure = field({ type: "decimal", places: 2, min: 0 });
const money = field({ type: "money" });
const loss = field({ type: "money", allowNegative: true });
const share = field({ type: "percent", places: 4 });
const day = field({ type: "date", notAfter: "today" });
const later = field({ type: "date", notBefore: "2026-01-01" });
const month = field({ type: "month" });
const one = field({ type: "choice", options });
const some = field({ type: "multi_choice", options, min: 1, max: 2, exclusive: "none" });
const yesNo = field({ type: "yes_no" });
const uscc = field({ type: "uscc", startsWith: ["91"] });
const holderUscc = field({ type: "uscc", licenceIn: "licences" });
const ip: TableColumn = { key: "q", label, type: "ip_number", kindColumn: "kind" };

const context = (rest: Partial<ParseContext> = {}): ParseContext => ({ today: "2026-12-09", ...rest });

describe("reads", () => {
  test.each<[string, Field, string | string[], unknown]>([
    ["nothing as nothing", text, "  ", null],
    ["a text without its edges", text, " 甲子\r\n ", "甲子"],
    ["code points, not units", text, "𠀀𠀀𠀀𠀀𠀀", "𠀀𠀀𠀀𠀀𠀀"],
    ["English at three times the length", text, "fifteen letters", "fifteen letters"],
    ["a grouped number", whole, "1,234", 1234],
    ["full-width digits", whole, "１２３", 123],
    ["a whole number with zeros", whole, "12.00", 12],
    ["a decimal, plainly", measure, "0012.50", "12.5"],
    ["money into fen", money, "11,600.00", 11_600_000_000],
    ["money with its unit", money, "12000万元", 12_000_000_000],
    ["a loss", loss, "−420", -420_000_000],
    ["a share with or without its sign", share, "45.0000%", "45"],
    ["a day in ISO", day, "2026-11-22", "2026-11-22"],
    ["a day in Chinese", day, "2026年1月2日", "2026-01-02"],
    ["a day with points", day, "2026.1.2", "2026-01-02"],
    ["a month", month, "2028年4月", "2028-04"],
    ["a choice", one, "5g", "5g"],
    ["the last of several values under one name", one, ["", "nev"], "nev"],
    ["choices in the form’s order, once each", some, ["5g", "nev", "5g"], ["nev", "5g"]],
    ["one choice sent alone", some, "nev", ["nev"]],
    ["yes", yesNo, "yes", true],
    ["no", yesNo, "no", false],
    ["a ticked declaration", field({ type: "declaration" }), "yes", true],
    ["an unticked declaration", field({ type: "declaration" }), "", null],
    ["a credit code as typed", uscc, " 91140100 ma0gt0018f", "91140100MA0GT0018F"],
    ["a mobile number", field({ type: "mobile" }), "138-0000 0351", "+8613800000351"],
    ["an address", field({ type: "email" }), "a@Example.CN", "a@example.cn"],
    ["a web address", field({ type: "url" }), "www.example.com", "https://www.example.com/"],
    ["a postcode", field({ type: "postcode" }), "034 000", "034000"],
  ])("%s", (_what, question, raw, value) => {
    expect(parseAnswer(question, raw, context())).toEqual({ value });
  });
});

describe("finds", () => {
  test.each<[string, Field, string | string[], string, Record<string, string>?]>([
    ["too short", text, "甲", "too_short", { min: "2", length: "1" }],
    ["too long", text, "甲乙丙丁戊己", "too_long", { max: "5", over: "1" }],
    ["too long in English", text, "sixteen letters!", "too_long", { max: "15" }],
    ["an explanation too short in English", essay, "only twenty letters", "too_short", { min: "30" }],
    ["a name too long in its own language", name, "eleven char", "too_long", { max: "10" }],
    ["an unusual project code", code, "14-09", "text_form"],
    ["letters for a number", whole, "about 12", "not_a_number"],
    ["a broken grouping", whole, "1,23", "not_a_number"],
    ["a fraction of a person", whole, "1.5", "not_whole"],
    ["too many", whole, "2001", "too_large", { max: "2,000" }],
    ["too few", whole, "-1", "too_small", { min: "0" }],
    ["too fine a measure", measure, "1.234", "too_many_places", { places: "2" }],
    ["a share above all", share, "100.01", "too_large", { max: "100" }],
    ["a unit typed along", money, "1.2亿", "money_unit"],
    ["a decimal comma", money, "12,5", "money_commas"],
    ["a negative price", money, "-1", "money_negative"],
    ["a tenth of a fen", money, "1.234", "too_many_places"],
    ["words for money", money, "一百万", "money_form"],
    ["yuan in a 万元 box", money, "116,000,000.00", "money_as_yuan", { wan: "11,600.00" }],
    ["a day that does not exist", day, "2026-02-29", "date_form"],
    ["tomorrow", day, "2026-12-10", "date_too_late"],
    ["a day too early", later, "2025-12-31", "date_too_early"],
    ["a month that does not exist", month, "2026-13", "month_form"],
    ["an option that is gone", one, "6g", "unknown_option"],
    ["one option of several gone", some, ["nev", "6g"], "unknown_option"],
    ["none and one", some, ["nev", "none"], "exclusive_option"],
    ["neither yes nor no", yesNo, "maybe", "unknown_option"],
    ["a short code", uscc, "9114", "uscc_length", { length: "4" }],
    [
      "a letter that codes do not use",
      uscc,
      "91140100MO0GT0018F",
      "uscc_characters",
      { position: "10", found: "O" },
    ],
    ["a wrong check character", uscc, "91140100MA0GT00180", "uscc_check", { last: "0", expected: "F" }],
    ["a cooperative", uscc, "93141100MA0JY77Q6M", "uscc_kind", { starts: "91" }],
    ["a landline", field({ type: "mobile" }), "0351-1234567", "mobile_form"],
    ["no address", field({ type: "email" }), "nobody", "email_form"],
    ["no web address", field({ type: "url" }), "ftp://x.cn", "url_form"],
    ["five digits", field({ type: "postcode" }), "03400", "postcode_form"],
  ])("%s", (_what, question, raw, fault, params) => {
    const parsed = parseAnswer(question, raw, context());
    expect(parsed.fault?.code).toBe(fault);
    for (const [param, value] of Object.entries(params ?? {}))
      expect(parsed.fault?.params[param]?.zh).toBe(value);
  });

  test("the amount that was meant, in both languages", () => {
    const { fault, value } = parseAnswer(money, "116,000,000.00");
    expect(value).toBeNull();
    expect(fault).toMatchObject({
      level: "error",
      params: { meant: { zh: "1.16亿元", en: "RMB 116 million" } },
    });
    expect(parseAnswer(money, "2,000,000").fault).toMatchObject({ level: "warning", code: "money_as_yuan" });
    expect(parseAnswer(money, "2,000,000").value).toBe(2_000_000_000_000);
  });
});

describe("a credit code that fails its check character", () => {
  const typed = "91350211M00013FA1N";
  test("passes when a person confirmed it", () => {
    expect(parseAnswer(uscc, typed, context({ confirmedUsccs: [typed] }))).toEqual({ value: typed });
  });
  test("is left to a person once the licence is there", () => {
    const fileCount = (key: string) => (key === "licences" ? 1 : 0);
    expect(parseAnswer(holderUscc, typed, context({ fileCount }))).toMatchObject({
      value: typed,
      fault: { code: "uscc_check_by_person", level: "warning" },
    });
    expect(parseAnswer(holderUscc, typed, context()).fault?.level).toBe("error");
  });
});

describe("the number of a right, by its kind", () => {
  test.each([
    ["invention", "zl202110123456.7", "202110123456.7", undefined],
    ["invention", "202110123456.8", null, "ip_number_check"],
    ["design", "nonsense", null, "ip_number_form"],
    ["utility_model", "01234567.8", "01234567.8", "ip_number_old"],
    ["layout_design", "bs.215012345", "BS.215012345", undefined],
    ["software", "soft", "soft", "ip_number_form"],
    ["foreign", "US 11,234,567 B2", "US 11,234,567 B2", undefined],
    [undefined, "anything", "anything", undefined],
  ])("%s %s", (kind, typed, value, fault) => {
    const parsed = parseAnswer(ip, typed, { cell: () => kind });
    expect(parsed.value).toBe(value);
    expect(parsed.fault?.code).toBe(fault);
  });
});

describe("is shown", () => {
  test.each<[Field, string | string[], string, string]>([
    [money, "86000", "86,000.00万元（8.6亿元）", "RMB 860 million"],
    [money, "400", "400.00万元", "RMB 4 million"],
    [money, "0.01", "0.01万元", "RMB 100"],
    [money, "12345.67", "12,345.67万元（1.2346亿元）", "RMB 123.4567 million"],
    [share, "45", "45.0000%", "45.0000%"],
    [
      field({ type: "decimal", places: 3, unit: { zh: "m²", en: "m²" } }),
      "1234.5",
      "1,234.5m²",
      "1,234.5 m²",
    ],
    [field({ type: "integer", unit: { zh: "人", en: "people" } }), "1200", "1,200人", "1,200 people"],
    [
      field({ type: "integer", unit: { zh: "万千瓦时", en: "10,000 kWh" } }),
      "5240",
      "5,240万千瓦时",
      "5,240 × 10,000 kWh",
    ],
    [day, "2026-01-15", "2026年1月15日", "15 Jan 2026"],
    [month, "2028-04", "2028年4月", "Apr 2028"],
    [one, "5g", "5g中", "5g en"],
    [some, ["nev", "5g"], "nev中、5g中", "nev en, 5g en"],
    [yesNo, "no", "否", "No"],
    [
      field({ type: "gb4754", options: [{ code: "3973", label: { zh: "集成电路制造", en: "IC" } }] }),
      "3973",
      "3973 集成电路制造",
      "3973 IC",
    ],
    [field({ type: "mobile" }), "13800000351", "138 0000 0351", "138 0000 0351"],
    [day, "yesterday", "yesterday", "yesterday"],
    [text, "", "", ""],
  ])("%j of %j", (question, raw, zh, en) => {
    expect(formatRawAnswer(question, raw, "zh")).toBe(zh);
    expect(formatRawAnswer(question, raw, "en")).toBe(en);
  });

  test("with the amount in 亿元 from 10,000万元 only", () => {
    expect(moneyReadout(9_999_000_000, "zh")).toBeNull();
    expect(moneyReadout(12_000_000_000, "zh")).toBe("1.2亿元");
    expect(moneyReadout(12_000_000_000, "en")).toBe("RMB 120 million");
    expect(moneyReadout(116_000_000_000_000, "zh")).toBe("11,600亿元");
  });

  test("with nothing where there is nothing", () => {
    expect(formatAnswer(money, null, "zh")).toBe("");
  });
});

test("what a value would be typed as reads as that value again", () => {
  const values: [Field, fc.Arbitrary<string | number | boolean | string[]>][] = [
    [loss, fc.integer({ min: -9_000_000, max: 9_000_000 }).map((hundredths) => hundredths * 10_000)],
    [whole, fc.integer({ min: 0, max: 2000 })],
    [share, fc.integer({ min: 0, max: 1_000_000 }).map((n) => String(n / 10_000))],
    [yesNo, fc.boolean()],
    [one, fc.constantFrom("nev", "5g", "none")],
    [some, fc.constantFrom(["nev"], ["nev", "5g"], ["none"])],
    [month, fc.constantFrom("2026-12", "2028-04")],
  ];
  for (const [question, arbitrary] of values) {
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(parseAnswer(question, rawFromAnswer(question, value)).value).toEqual(value);
      }),
    );
  }
});

test("nothing a person can type breaks the reading of any question", () => {
  const questions = [
    text,
    essay,
    code,
    whole,
    measure,
    money,
    loss,
    share,
    day,
    month,
    one,
    some,
    yesNo,
    uscc,
    holderUscc,
    ip,
  ];
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), typed, (question, raw) => {
      const { value, fault } = parseAnswer(question, raw, context({ cell: () => "invention" }));
      if (fault?.level === "error") expect(value).toBeNull();
      expect(typeof formatRawAnswer(question, raw, "en")).toBe("string");
    }),
    { numRuns: 500 },
  );
});

describe("the length of a text", () => {
  test("counts code points between the edges", () => {
    expect(textLength("  甲𠀀乙\n")).toBe(3);
    expect(textLength("")).toBe(0);
  });
  test.each([
    ["甲子示例的SiC MOSFET", "zh", 10, 20],
    ["An 8-inch line", "en", 30, 60],
    ["", "zh", 10, 20],
    ["123 456", "zh", 10, 20],
  ])("%j is held to the limits of %s", (written, language, min, max) => {
    const question = { type: "long_text" as const, limits: { zh: { min: 10, max: 20 } } };
    expect(textLimits(question, written)).toEqual({ language, unit: "characters", min, max });
  });
});

describe("whole numbers as people read them", () => {
  test("figures are grouped and years are left alone", () => {
    expect(formatAnswer(field({ type: "integer", min: 2020, max: 2040 }), 2025, "zh")).toBe("2025");
    expect(formatAnswer(field({ type: "integer", min: 0, max: 100_000 }), 2025, "zh")).toBe("2,025");
  });
});

describe("numbers of registers elsewhere", () => {
  test.each([
    ["uei", "ZQGGHJH74DW7", "0QGGHJH74DW7"],
    ["ein", "12-3456789", "123456789"],
    ["pic", "912345678", "91234567"],
    ["eu_vat", "DE123456789", "US123456789"],
    ["uk_company", "SC123456", "1234567"],
    ["uk_postcode", "CF10 3AT", "10 CF3AT"],
    ["us_zip", "12345-6789", "1234"],
  ])("%s is taken as printed and asked about otherwise", (format, right, odd) => {
    const number = field({ type: "short_text", format, limits: { zh: { max: 40 }, en: { max: 40 } } });
    expect(parseAnswer(number, right)).toEqual({ value: right });
    expect(parseAnswer(number, odd)).toMatchObject({
      value: odd,
      fault: { code: "text_form", level: "warning" },
    });
  });
});
