import { describe, expect, test } from "vitest";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { type Field, type FormDefinition, formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { formatAnswer, formatRawAnswer, optionsOf, rawFromAnswer } from "#app/domain/forms/format-answer.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import { countryChoices } from "#app/domain/forms/parse-foreign-address.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { readCell } from "#app/domain/forms/sheet/read-cell.ts";
import { countryCodes, countryName } from "#app/domain/shared/countries.ts";
import { currencyCodes, currencyName, minorDigits } from "#app/domain/shared/currencies.ts";
import { cell, computed, file, form, question, ref, ruled, table, text } from "./definition-parts.ts";

const field = (type: string, rest: object = {}) => question("q", { type, ...rest }) as unknown as Field;
const outcome = (asked: Field, raw: string | string[]) => {
  const { value, fault } = parseAnswer(asked, raw);
  return fault ? (fault.level === "warning" ? `${fault.code}?` : fault.code) : value;
};

const dollars = field("amount", { currencies: ["USD"], max: 2_500_000 });
const yen = field("amount", { currencies: ["JPY"] });
const dinars = field("amount", { currencies: ["KWD"], allowNegative: true });
const either = field("amount", { currencies: ["USD", "JPY"], min: 1 });

describe("an amount in another currency", () => {
  test.each<[string, Field, string | string[], unknown]>([
    ["cents", dollars, "1,200.50", 120_050],
    ["full width", dollars, "１２００．５", 120_050],
    ["with the code before it", dollars, "USD 1200", 120_000],
    ["with the code behind it", dollars, "1200 usd", 120_000],
    ["no third decimal", dollars, "1.005", "too_many_places"],
    ["zeros at the end are none", dollars, "1.500", 150],
    ["another code", dollars, "EUR 1200", "amount_form"],
    ["its ceiling", dollars, "2500000", 250_000_000],
    ["above its ceiling", dollars, "2500000.01", "too_large"],
    ["never negative unless allowed", dollars, "-1", "amount_negative"],
    ["negative where allowed", dinars, "-1.005", -1005],
    ["no sen", yen, "100.5", "not_whole"],
    ["whole yen", yen, "1,000,000", 1_000_000],
    ["more than is kept exactly", dollars, "9".repeat(30), "too_large"],
    ["more than is kept exactly, without a ceiling", yen, "9".repeat(30), "amount_form"],
    ["one of two currencies", either, ["1200.5", "USD"], ["USD", "120050"]],
    ["the other has no cents", either, ["1200.5", "JPY"], "not_whole"],
    ["without its currency", either, ["1200", ""], "amount_currency"],
    ["in one that is not meant", either, ["1200", "EUR"], "unknown_option"],
    ["a currency alone", either, ["", "USD"], "amount_form"],
    ["too little", either, ["0.5", "USD"], "too_small"],
    ["nothing", either, ["", ""], null],
  ])("%s", (_, asked, raw, expected) => {
    expect(outcome(asked, raw)).toEqual(expected);
  });

  test("is written with its currency and goes back into its boxes", () => {
    expect(formatAnswer(dollars, 120_050, "zh")).toBe("1,200.50美元");
    expect(formatAnswer(dollars, 120_000, "en")).toBe("USD 1,200");
    expect(formatAnswer(either, ["JPY", "5000"], "zh")).toBe("5,000日元");
    expect(formatAnswer(dinars, -1005, "en")).toBe("KWD -1.005");
    expect(rawFromAnswer(dollars, 120_050)).toBe("1,200.50");
    expect(rawFromAnswer(either, ["USD", "120050"])).toEqual(["1,200.50", "USD"]);
    for (const [asked, raw] of [
      [dollars, "1,200.50"],
      [either, ["1,200.50", "USD"]],
    ] as const)
      expect(rawFromAnswer(asked, parseAnswer(asked, raw as string).value)).toEqual(raw);
  });

  test("is added up and compared within its own currency, exactly", () => {
    const definition = formDefinitionSchema.parse(
      ruled({ holds: { le: [ref("total"), 0.3] } }, [
        table({ columns: [question("x", { type: "amount", currencies: ["USD"] })], totals: ["x"] }),
        computed("total", { sum: { of: "rows", value: cell("x") } }, { result: "decimal", places: 2 }),
        question("a"),
      ]),
    );
    const rows = ["0.1", "0.2"].map((x, index) => ({ id: `r${index}`, cells: { x } }));
    const evaluation = evaluateForm(definition, { rows }, { today: "2026-12-09", files: {} });
    expect(evaluation.value("total")).toBe("0.30");
    expect(
      checkApplication(definition, { rows }, { today: "2026-12-09", files: {} }).issues.map(
        ({ code }) => code,
      ),
    ).toEqual([]);
    const snapshot = takeSnapshot(definition, { rows }, { today: "2026-12-09", files: {} });
    expect(snapshot.answers["rows"]).toEqual([
      { id: "r0", cells: { x: 10 } },
      { id: "r1", cells: { x: 20 } },
    ]);
  });

  test("is known by name and has the places its currency has", () => {
    expect([...new Set(currencyCodes)]).toHaveLength(currencyCodes.length);
    for (const code of currencyCodes) {
      expect(currencyName(code, "zh"), code).not.toBe(code);
      expect(currencyName(code, "en"), code).not.toBe(code);
      const { maximumFractionDigits } = new Intl.NumberFormat("en", {
        style: "currency",
        currency: code,
      }).resolvedOptions();
      // Locale data rounds some small currencies to what is in the purse; ISO 4217 does not.
      expect(minorDigits(code), code).toBeGreaterThanOrEqual(maximumFractionDigits ?? 0);
    }
    expect(["JPY", "KWD", "USD"].map(minorDigits)).toEqual([0, 3, 2]);
  });
});

describe("a country", () => {
  const every = field("country");
  const some = field("country", { countries: ["NL", "DE"] });

  test.each<[string, Field, string, unknown]>([
    ["by its code", every, "NL", "NL"],
    ["in lower case", every, "nl", "NL"],
    ["by its name in English", every, "netherlands", "NL"],
    ["by its name in Chinese", every, "荷兰", "NL"],
    ["none", every, "Atlantis", "country_form"],
    ["one that is not meant", some, "FR", "country_form"],
  ])("%s", (_, asked, raw, expected) => {
    expect(outcome(asked, raw)).toEqual(expected);
  });

  test("is read and written in both languages", () => {
    expect(formatAnswer(every, "DE", "zh")).toBe("德国");
    expect(formatAnswer(every, "DE", "en")).toBe("Germany");
    expect(countryName("TW", "en")).toBe("Taiwan, China");
    expect(countryName("HK", "zh")).toBe("中国香港");
    expect(readCell(every, "德国")).toBe("DE");
    expect(readCell(every, "nowhere at all")).toBe("nowhere at all");
    for (const code of countryCodes)
      for (const language of ["zh", "en"] as const) expect(countryName(code, language), code).not.toBe(code);
  });

  test("is chosen from a list that its readers can search, China first", () => {
    const labels = (language: "zh" | "en") =>
      countryChoices(every as Extract<Field, { type: "country" }>, language).map(
        ({ label }) => label[language],
      );
    expect(labels("en").slice(0, 3)).toEqual(["China", "Afghanistan", "Åland Islands"]);
    expect(labels("zh").slice(0, 2)).toEqual(["中国", "阿尔巴尼亚"]);
    expect(labels("en")).toHaveLength(249);
    expect(optionsOf(some).map(({ code }) => code)).toEqual(["NL", "DE"]);
  });
});

describe("an address abroad", () => {
  const abroad = field("foreign_address");
  const american = field("foreign_address", { countries: ["US"] });

  test.each<[string, Field, string[], unknown]>([
    [
      "in Cardiff",
      abroad,
      ["1 Example Road", "", "Cardiff", "Wales", "CF10 3AT", "GB"],
      ["1 Example Road", "", "Cardiff", "Wales", "CF10 3AT", "GB"],
    ],
    [
      "a postcode that looks wrong there",
      abroad,
      ["1 A", "", "Cardiff", "", "12345", "GB"],
      "foreign_postcode_form?",
    ],
    [
      "without a postcode where all have one",
      abroad,
      ["1 A", "", "Cardiff", "", "", "GB"],
      "foreign_postcode",
    ],
    [
      "without one where there are none",
      abroad,
      ["1 A", "", "Dubai", "", "", "AE"],
      ["1 A", "", "Dubai", "", "", "AE"],
    ],
    ["without a country", abroad, ["1 A", "", "Cardiff"], "foreign_country"],
    ["without a street", abroad, ["", "", "Cardiff", "", "", "GB"], "foreign_line"],
    ["without a town", abroad, ["1 A", "", "", "", "", "GB"], "foreign_place"],
    ["in no country", abroad, ["1 A", "", "B", "", "", "ZZ"], "unknown_option"],
    ["too long a line", abroad, ["a".repeat(121), "", "B", "", "", "AE"], "too_long"],
    [
      "in the only country that is meant",
      american,
      ["1 A", "", "Exampleville", "OH", "43004"],
      ["1 A", "", "Exampleville", "OH", "43004", "US"],
    ],
    ["in another than the one meant", american, ["1 A", "", "B", "", "", "GB"], "unknown_option"],
    ["nothing at all", american, [], null],
  ])("%s", (_, asked, raw, expected) => {
    expect(outcome(asked, raw)).toEqual(expected);
  });

  test("is written as an envelope has it", () => {
    const typed = ["1 Example Road", "Unit 3", "Cardiff", "", "CF10 3AT", "GB"];
    expect(formatRawAnswer(abroad, typed, "en")).toBe(
      "1 Example Road, Unit 3, Cardiff CF10 3AT, United Kingdom",
    );
    expect(formatRawAnswer(abroad, typed, "zh")).toBe("1 Example Road, Unit 3, Cardiff CF10 3AT（英国）");
  });
});

describe("a scale", () => {
  const ends = field("scale", { from: 1, to: 5, labels: [text("不同意"), text("同意")] });
  const bare = field("scale", { from: 0, to: 10 });

  test.each<[string, Field, string, unknown]>([
    ["its ends", ends, "5", 5],
    ["below", ends, "0", "too_small"],
    ["above", bare, "11", "too_large"],
    ["between", bare, "2.5", "not_whole"],
    ["none", bare, "good", "not_a_number"],
  ])("%s", (_, asked, raw, expected) => {
    expect(outcome(asked, raw)).toEqual(expected);
  });

  test("says what its ends mean, and is read from a sheet", () => {
    expect(formatAnswer(ends, 5, "zh")).toBe("5 / 5（同意）");
    expect(formatAnswer(ends, 3, "en")).toBe("3 / 5");
    expect(["4", "4 / 5", "5 / 5（同意）", "同意", "x"].map((typed) => readCell(ends, typed))).toEqual([
      "4",
      "4",
      "5",
      "5",
      "x",
    ]);
  });
});

test("a file with more pages than its question takes is an error with both numbers", () => {
  const definition: FormDefinition = formDefinitionSchema.parse(
    form([file("deck", { required: true, maxPages: 10 })]),
  );
  const found = (pages?: number) => {
    const deck = [{ id: "f", name: "deck.pdf", size: 1000, ...(pages === undefined ? {} : { pages }) }];
    return checkApplication(definition, {}, { today: "2026-12-09", files: { deck } }).issues;
  };
  expect(found(10)).toEqual([]);
  expect(found()).toEqual([]);
  expect(found(11)).toMatchObject([
    { code: "file_too_many_pages", params: { pages: { zh: "11" }, max: { zh: "10" } } },
  ]);
});
