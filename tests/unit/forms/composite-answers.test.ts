import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admitsOperation } from "#app/domain/forms/admit-operation.ts";
import { checkSection } from "#app/domain/forms/check-answers.ts";
import { formDefinitionSchema, type Field } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { formatAnswer, formatRawAnswer, rawFromAnswer } from "#app/domain/forms/format-answer.ts";
import { parseAnswer } from "#app/domain/forms/parse-answer.ts";
import { sectionSchema } from "#app/domain/forms/section-schema.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { countiesOf, findCounty, provinces } from "#app/domain/shared/regions.ts";
import { form as formOf, question, ref } from "./definition-parts.ts";

const field = (type: string, rest: object = {}) => question("q", { type, ...rest }) as unknown as Field;
const address = field("address");
const person = field("person", { contact: "either" });
const money = field("money", { currencies: ["CNY", "USD", "EUR"] });
const outcome = (asked: Field, raw: string | string[]) => {
  const { value, fault } = parseAnswer(asked, raw, { today: "2026-12-09" });
  return fault ? fault.code : value;
};

describe("an address", () => {
  test.each<[string, string[], unknown]>([
    ["in Taiyuan, by name", ["140100", "小店区", "学府街1号"], ["140000", "140100", "140105", "学府街1号"]],
    [
      "in Taiyuan, in English",
      ["140100", "xiaodian", "1 Xuefu Street"],
      ["140000", "140100", "140105", "1 Xuefu Street"],
    ],
    ["of a county of two characters", ["141000", "古县", "人民路"], ["140000", "141000", "141025", "人民路"]],
    [
      "elsewhere, county as written",
      ["310100", "浦东新区", "张江路"],
      ["310000", "310100", "浦东新区", "张江路"],
    ],
    ["without a city", ["", "小店区", "学府街"], "address_city"],
    ["in a city that is none", ["149900", "小店区", "学府街"], "unknown_option"],
    ["in a county of another city", ["140200", "小店区", "学府街"], "address_county_unknown"],
    ["without a county", ["140100", "", "学府街"], "address_county"],
    ["without detail", ["140100", "小店区"], "address_detail"],
    ["with too much detail", ["140100", "小店区", "甲".repeat(121)], "too_long"],
    ["that is blank", ["", " "], null],
  ])("%s", (_what, raw, result) => {
    expect(outcome(address, raw)).toEqual(result);
  });

  test("of one province only", () => {
    const inShanxi = field("address", { province: "140000", withoutDetail: true });
    expect(outcome(inShanxi, ["140900", "忻府区"])).toEqual(["140000", "140900", "140902"]);
    expect(outcome(inShanxi, ["310100", "浦东新区"])).toBe("unknown_option");
  });

  test("is read from the large to the small in Chinese and the other way in English", () => {
    const value = ["140000", "140100", "140105", "学府街1号"];
    expect(formatAnswer(address, value, "zh")).toBe("山西省太原市小店区学府街1号");
    expect(formatAnswer(address, value, "en")).toBe("学府街1号, Xiaodian District, Taiyuan, Shanxi");
    expect(formatAnswer(address, ["310000", "310100", "浦东新区", "张江路"], "zh")).toBe(
      "上海市浦东新区张江路",
    );
  });
});

describe("the list of places", () => {
  test("has every province and prefecture once", () => {
    expect(provinces).toHaveLength(34);
    const cities = provinces.flatMap((province) => province.cities);
    expect(new Set(cities.map(({ code }) => code)).size).toBe(cities.length);
    for (const { code, zh, en } of [...provinces, ...cities]) {
      expect(code).toMatch(/^[0-9]{6}$/);
      expect(zh).toMatch(/^\p{Script=Han}+(（市）)?$/u);
      expect(en).toMatch(/^\p{Script=Latin}[\p{Script=Latin}’ ]+$/u);
    }
  });

  test("has the eleven cities of Shanxi with their 117 counties, each found by its names", () => {
    const cities = provinces.find(({ code }) => code === "140000")?.cities ?? [];
    expect(cities.map(({ zh }) => zh).join("")).toBe(
      "太原市大同市阳泉市长治市晋城市朔州市晋中市运城市忻州市临汾市吕梁市",
    );
    const counties = cities.flatMap((city) => countiesOf(city.code).map((county) => ({ city, county })));
    expect(counties).toHaveLength(117);
    for (const { city, county } of counties) {
      expect(county.code.slice(0, 4)).toBe(city.code.slice(0, 4));
      for (const name of [county.code, county.zh, county.en])
        expect(findCounty(city.code, name)?.code, name).toBe(county.code);
    }
  });
});

describe("a person", () => {
  test.each<[string, object, string[], unknown]>([
    [
      "with a mobile",
      { contact: "mobile" },
      ["甲一", "总经理", "138 1234 5678"],
      ["甲一", "总经理", "+8613812345678", ""],
    ],
    [
      "with an e-mail",
      { contact: "email" },
      ["甲一", "总经理", "", "a@example.com"],
      ["甲一", "总经理", "", "a@example.com"],
    ],
    [
      "with either",
      { contact: "either" },
      ["甲一", "总经理", "", "a@example.com"],
      ["甲一", "总经理", "", "a@example.com"],
    ],
    ["with neither", { contact: "either" }, ["甲一", "总经理"], "person_contact"],
    [
      "without the mobile asked for",
      { contact: "both" },
      ["甲一", "总经理", "", "a@example.com"],
      "person_mobile",
    ],
    ["without the e-mail asked for", { contact: "both" }, ["甲一", "总经理", "13812345678"], "person_email"],
    ["with half a number", { contact: "mobile" }, ["甲一", "总经理", "138"], "mobile_form"],
    ["with half an e-mail", { contact: "either" }, ["甲一", "总经理", "13812345678", "a@"], "email_form"],
    ["without a name", { contact: "mobile" }, ["", "总经理", "13812345678"], "person_name"],
    ["without a position", { contact: "mobile" }, ["甲一", "", "13812345678"], "person_title"],
    [
      "whose position is optional",
      { contact: "mobile", titleOptional: true },
      ["甲一", "", "13812345678"],
      ["甲一", "", "+8613812345678", ""],
    ],
  ])("%s", (_what, rest, raw, result) => {
    expect(outcome(field("person", rest), raw)).toEqual(result);
  });

  test("is read with position and contacts", () => {
    const value = ["甲一", "总经理", "+8613812345678", "a@example.com"];
    expect(formatAnswer(person, value, "zh")).toBe("甲一（总经理），138 1234 5678，a@example.com");
    expect(formatAnswer(person, value, "en")).toBe("甲一 (总经理), 138 1234 5678, a@example.com");
  });
});

describe("money in other currencies", () => {
  test.each<[string, string[], unknown]>([
    ["RMB", ["120.5"], 120_500_000],
    ["RMB by name", ["120.5", "CNY"], 120_500_000],
    [
      "dollars with their equivalent",
      ["120", "USD", "853.2", "2026-11-20"],
      ["USD", "120000000", "853200000", "2026-11-20"],
    ],
    ["a currency the form does not take", ["120", "HKD", "100", "2026-11-20"], "unknown_option"],
    ["no amount", ["", "USD", "853.2", "2026-11-20"], "currency_amount"],
    ["no equivalent", ["120", "USD"], "currency_cny"],
    ["no day", ["120", "USD", "853.2"], "currency_rate_date"],
    ["a day to come", ["120", "USD", "853.2", "2026-12-10"], "currency_rate_future"],
    ["an equivalent that is no figure", ["120", "USD", "many", "2026-11-20"], "money_form"],
    ["only a currency", ["", "USD"], null],
  ])("%s", (_what, raw, result) => {
    expect(outcome(money, raw)).toEqual(result);
  });

  test("is counted by its equivalent", () => {
    const definition = formDefinitionSchema.parse(
      formOf([
        { ...(money as object), key: "m" },
        question("twice", { type: "computed", result: "money", value: { multiply: [ref("m"), 2] } }),
      ]),
    );
    const raw = { m: ["120", "USD", "853.2", "2026-11-20"] };
    expect(evaluateForm(definition, raw, { today: "2026-12-09", files: {} }).value("twice")).toBe(
      1_706_400_000,
    );
  });

  test("is read with its equivalent and the day", () => {
    const value = ["USD", "120000000", "853200000", "2026-11-20"];
    expect(formatAnswer(money, value, "zh")).toBe("120.00万美元（折合人民币853.20万元，2026年11月20日汇率）");
    expect(formatAnswer(money, value, "en")).toBe(
      "USD 1.2 million (RMB 8.532 million at the rate of 20 Nov 2026)",
    );
  });
});

test("a class of industry is found by code or by name", () => {
  const options = [{ code: "3973", label: { zh: "集成电路制造", en: "Manufacture of integrated circuits" } }];
  const industry = field("gb4754", { options });
  for (const typed of [
    "3973",
    "3973 集成电路制造",
    "集成电路制造",
    "manufacture of integrated circuits",
    "３９７３",
  ])
    expect(outcome(industry, typed), typed).toBe("3973");
  expect(outcome(industry, "39731")).toBe("gb4754_form");
  expect(outcome(industry, "集成电路")).toBe("gb4754_form");
});

test.each([
  [address, ["140100", "小店区", "学府街1号"]],
  [person, ["甲一", "总经理", "13812345678"]],
  [money, ["120", "USD", "853.2", "2026-11-20"]],
])("what a value is typed as gives the value again", (asked, raw) => {
  const { value } = parseAnswer(asked, raw);
  expect(value).not.toBeNull();
  expect(parseAnswer(asked, rawFromAnswer(asked, value)).value).toEqual(value);
});

test("what cannot be read is shown as it was typed", () => {
  expect(formatRawAnswer(address, ["140100", "", "学府街"], "zh")).toBe("140100、学府街");
});

describe("in a form", () => {
  const definition = formDefinitionSchema.parse(
    formOf([
      question("site", { type: "address", required: true }),
      question("lead", { type: "person", contact: "mobile", required: true }),
      question("price", { type: "money", currencies: ["USD"] }),
      question("near", { visibleWhen: { includes: [ref("site"), "140000"] } }),
    ]),
  );
  const env = { today: "2026-12-09", files: {} };

  test("boxes of one name are one answer, empty ones keeping their place", () => {
    const parse = (values: object) => sectionSchema(definition, "s").parse(values);
    expect(parse({ site: ["", "小店区", ""], lead: ["", "", ""], price: "5" })).toEqual({
      site: ["", "小店区"],
      lead: [],
      price: ["5"],
    });
  });

  test("a place can be asked about in a condition", () => {
    const inShanxi = { site: ["140100", "小店区", "学府街1号"] };
    expect(evaluateForm(definition, inShanxi, env).isVisible("near")).toBe(true);
    expect(evaluateForm(definition, { site: ["310100", "浦东新区", "张江路"] }, env).isVisible("near")).toBe(
      false,
    );
  });

  test("an autosave may carry the parts and nothing longer", () => {
    const set = (path: string, value: string | string[]) => ({ kind: "set" as const, path, value });
    expect(admitsOperation(definition, set("site", ["140100", "小店区", "x"]))).toBe(true);
    expect(admitsOperation(definition, set("site", ["1", "2", "3", "4"]))).toBe(false);
    expect(admitsOperation(definition, set("lead", ["甲", "x".repeat(501)]))).toBe(false);
    expect(admitsOperation(definition, set("near", ["1"]))).toBe(false);
  });

  test("missing and wrong parts are told, and the snapshot keeps the value", () => {
    expect(checkSection(definition, "s", {}, env).issues.map(({ code }) => code)).toEqual([
      "missing_text",
      "missing_text",
    ]);
    expect(checkSection(definition, "s", { site: ["140100"] }, env).issues[0]?.code).toBe("address_county");
    const raw = { site: ["140100", "小店区", "学府街1号"] };
    expect(takeSnapshot(definition, raw, env).answers["site"]).toEqual([
      "140000",
      "140100",
      "140105",
      "学府街1号",
    ]);
  });

  test("whatever stands in the boxes can be read and shown", () => {
    const parts = fc.array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("140100", "USD", "1e9", "2026-11-20")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(address, person, money), (raw, asked) => {
        const { value, fault } = parseAnswer(asked, raw, { today: "2026-12-09" });
        expect(value !== null && fault?.level === "error").toBe(false);
        for (const language of ["zh", "en"] as const)
          expect(formatRawAnswer(asked, raw, language)).not.toMatch(/undefined|NaN/);
      }),
    );
  });
});
