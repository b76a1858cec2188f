import { fundProgramme } from "#app/cli/fund-programme.ts";
import { type FormDefinition, formDefinitionSchema } from "#app/domain/forms/definition.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { ProgrammeCall } from "#app/features/calls/install-programme.ts";
import { profileForm } from "#app/features/profile-form.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { question, text } from "#tests/unit/forms/definition-parts.ts";
import type { Filing } from "./filing-company.ts";

/** One kind of question with an answer, the same written otherwise, and a corrected one. */
export interface AskedKind {
  key: string;
  type: string;
  settings: object;
  raw: RawValue;
  otherwise: RawValue;
  corrected: RawValue;
  /** Words that stand in the old answer only, and in the new one only. */
  old: string;
  fresh: string;
}

const options = ["a", "b", "c"].map((code) => ({ code, label: { zh: `选项${code}`, en: `Option ${code}` } }));
const rate = (figure: string, cny: string, day: string) => [figure, "USD", cny, day];

export const kinds: readonly AskedKind[] = [
  {
    ...{ key: "price", type: "amount", settings: { currencies: ["USD", "EUR", "JPY"] } },
    ...{ raw: ["1200.5", "USD"], otherwise: ["1,200.50", "USD"], corrected: ["1200.5", "EUR"] },
    ...{ old: "美元", fresh: "欧元" },
  },
  {
    ...{ key: "yen", type: "amount", settings: { currencies: ["JPY"] } },
    ...{ raw: "5000", otherwise: "JPY 5,000", corrected: "6000", old: "5,000", fresh: "6,000" },
  },
  {
    ...{ key: "abroad", type: "money", settings: { currencies: ["CNY", "USD"] } },
    ...{ raw: rate("100", "710", "2026-11-02"), otherwise: rate("100.00", "710.0", "2026年11月2日") },
    ...{ corrected: rate("100", "720", "2026-11-03"), old: "710", fresh: "720" },
  },
  {
    ...{ key: "country", type: "country", settings: {} },
    ...{ raw: "DE", otherwise: "Germany", corrected: "FR", old: "德国", fresh: "法国" },
  },
  {
    ...{ key: "office", type: "foreign_address", settings: {} },
    raw: ["1 Example Road", "", "Cardiff", "Wales", "CF10 3AT", "GB"],
    otherwise: [" 1 Example Road ", "", "Cardiff", "Wales", "CF10 3AT", "United Kingdom"],
    corrected: ["1 Example Road", "", "Newport", "Wales", "NP10 8BE", "GB"],
    ...{ old: "Cardiff", fresh: "Newport" },
  },
  {
    ...{ key: "site", type: "address", settings: { province: "140000" } },
    raw: ["140100", "小店区", "示例路1号"],
    otherwise: ["140100", "140105", " 示例路1号"],
    corrected: ["140900", "原平市", "示例路1号"],
    ...{ old: "小店", fresh: "原平" },
  },
  {
    ...{ key: "contact", type: "person", settings: { contact: "both" } },
    raw: ["王敏", "经理", "13912345678", "wang@example.com"],
    otherwise: ["王敏 ", "经理", "139 1234 5678", "wang@example.com"],
    corrected: ["李航", "经理", "13912345678", "li@example.com"],
    ...{ old: "王敏", fresh: "李航" },
  },
  {
    ...{ key: "readiness", type: "scale", settings: { from: 1, to: 9 } },
    ...{ raw: "4", otherwise: " 4 ", corrected: "5", old: "4", fresh: "5" },
  },
  {
    ...{ key: "website", type: "url", settings: {} },
    ...{ raw: "https://old.example.com/", otherwise: " https://old.example.com/ " },
    ...{ corrected: "https://new.example.com/", old: "old", fresh: "new" },
  },
  {
    ...{ key: "start", type: "month", settings: {} },
    ...{ raw: "2027-01", otherwise: "2027年1月", corrected: "2027-03", old: "1", fresh: "3" },
  },
  {
    ...{ key: "founded", type: "date", settings: {} },
    ...{ raw: "2020-05-06", otherwise: "2020年5月6日", corrected: "2020-05-16", old: "6", fresh: "16" },
  },
  {
    ...{ key: "share", type: "percent", settings: { places: 2 } },
    ...{ raw: "12.5", otherwise: "12.50%", corrected: "13", old: "12.50", fresh: "13.00" },
  },
  {
    ...{ key: "fields", type: "multi_choice", settings: { options } },
    ...{ raw: ["a", "b"], otherwise: ["b", "a"], corrected: ["a", "c"], old: "b", fresh: "c" },
  },
  {
    ...{ key: "listed", type: "yes_no", settings: {} },
    ...{ raw: "yes", otherwise: "yes", corrected: "no", old: "是", fresh: "否" },
  },
];

/** Of each kind one that is flagged and one that is not. */
export const twin = (key: string): string => `${key}_twin`;

const named = { limits: { zh: { max: 50 } }, type: "short_text" };
const pair = (key: string) => [
  question(`${key}_zh`, { ...named, language: "zh" }),
  question(`${key}_en`, { ...named, language: "en", pairOf: `${key}_zh` }),
];
/** Kinds that a card of a row has. */
export const inCards = kinds.filter(({ type, key }) => type !== "money" && key !== "yen");

const asked = (kind: AskedKind) =>
  [kind.key, twin(kind.key)].map((key) => question(key, { type: kind.type, ...kind.settings }));

const section = (key: string, questions: object[], rest: object = {}) => ({
  key,
  title: text(key),
  groups: [{ key: `${key}_group`, questions }],
  ...rest,
});
const pages = { type: "file", accept: ["pdf"], maxSizeMb: 1, maxPages: 2, maxCount: 2 };

/** Every question of the company's profile, as a form that starts from it asks it, with no other question in it. */
const ofProfile = [...compileForm(profileForm).questionByKey.values()].flatMap(({ field }) => {
  if (field.type === "file" || field.type === "static" || field.type === "computed") return [];
  const { columns = [], ...rest } = alone(field);
  const cells = (columns as object[]).map(alone);
  return [
    { ...rest, key: `own_${field.key}`, carryOver: field.key, ...(cells.length > 0 && { columns: cells }) },
  ];
});

function alone(node: object): Record<string, unknown> {
  const pointing = ["visibleWhen", "required", "pairOf", "licenceIn"];
  return Object.fromEntries(Object.entries(node).filter(([name]) => !pointing.includes(name)));
}

export const kindsForm: FormDefinition = formDefinitionSchema.parse({
  code: "KINDS",
  version: 1,
  title: text("各类问题"),
  parts: [
    {
      key: "part",
      title: text("part"),
      sections: [
        section("kinds", [...kinds.flatMap(asked), ...pair("title")]),
        section("cards", [
          {
            ...question("partners", { type: "table", layout: "cards", maxRows: 5 }),
            ...{ rowName: text("伙伴"), addLabel: text("添加伙伴") },
            columns: inCards.map(({ key, type, settings }) => question(key, { type, ...settings })),
          },
        ]),
        section("papers", [question("plan", pages), question("deck", pages)], { kind: "files" }),
        section("profile", ofProfile),
        section("signing", [question("truthful", { type: "declaration" })], { kind: "signing" }),
      ],
    },
  ],
});

const call = fundProgramme.find(({ code }) => code === "C5")!;

/** A call with that form, filled in twice over: the flagged ones and their twins say the same. */
export const kindsFiling: Filing & { programme: readonly ProgrammeCall[] } = {
  code: "C5",
  definition: kindsForm,
  programme: [{ ...call, form: kindsForm }],
  answers: {
    ...Object.fromEntries(
      kinds.flatMap(({ key, raw }) => [
        [key, raw],
        [twin(key), raw],
      ]),
    ),
    title_zh: "新建生产线",
    title_en: "New line",
    partners: ["r1", "r2"].map((id) => ({
      id,
      cells: Object.fromEntries(inCards.map(({ key, raw }) => [key, raw])),
    })),
  },
  files: {},
};
