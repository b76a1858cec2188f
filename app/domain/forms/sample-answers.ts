import { checkUscc } from "../companies/uscc.ts";
import { patentCheckCharacter } from "../shared/ip-number.ts";
import { hasPostcodes, looksLikePostcode } from "../shared/foreign-postcode.ts";
import { countiesOf, provinces } from "../shared/regions.ts";
import type { Field, FormDefinition, Question, TableColumn, TableQuestion } from "./definition.ts";
import type { textFormats } from "./question-kinds.ts";
import type { RawAnswers, RawRow, RawValue } from "./raw-answers.ts";
import { textLimits } from "./text-length.ts";
import { wordCount } from "./word-count.ts";

/**
 * Made-up answers to every question, each of which its question takes; what they mean together is nobody's project.
 * `today` as YYYY-MM-DD. The same form gives the same answers.
 */
export function sampleAnswers(definition: FormDefinition, today: string): RawAnswers {
  const questions = definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.questions);
  return Object.fromEntries(
    questions.flatMap((question): [string, RawValue | RawRow[]][] => {
      const answer = answerTo(question, today);
      return answer === undefined ? [] : [[question.key, answer]];
    }),
  );
}

function answerTo(question: Question, today: string): RawValue | RawRow[] | undefined {
  if (question.type === "static" || question.type === "file") return undefined;
  if (question.type === "table") return rowsOf(question, today);
  return valueOf(question, today);
}

function rowsOf(table: TableQuestion, today: string): RawRow[] {
  const count = Math.min(Math.max(table.minRows ?? 0, 2), table.maxRows);
  const ids =
    table.fixedRows?.map(({ id }) => id) ?? Array.from({ length: count }, (_, row) => `r${row + 1}`);
  return ids.map((id) => ({ id, cells: cellsOf(table.columns, today) }));
}

function cellsOf(columns: readonly TableColumn[], today: string): Record<string, RawValue> {
  const cells: Record<string, RawValue> = {};
  for (const column of columns) {
    const value = valueOf(column, today);
    if (value !== undefined) cells[column.key] = value;
  }
  return cells;
}

function valueOf(field: Field, today: string): RawValue | undefined {
  switch (field.type) {
    case "short_text":
    case "long_text":
      return textFor(field);
    case "integer":
      return within(field, 100, 0);
    case "decimal":
      return within(field, 10, field.places);
    case "amount":
      return amountFor(field);
    case "scale":
      return String(Math.max(field.from, field.to - 1));
    case "percent":
      return within(field, 10, field.places ?? 2);
    case "money":
      return within({ ...field, max: Math.min(field.max ?? Infinity, field.likelyMax ?? Infinity) }, 1000, 2);
    case "date":
      return dateFor(field, today);
    case "month":
      return today.slice(0, 7);
    case "choice":
    case "city":
    case "gb4754":
    case "park":
      return field.options[0]?.code;
    case "multi_choice":
      return choicesFor(field);
    case "yes_no":
    case "declaration":
      return "yes";
    case "computed":
      return undefined;
    default:
      return codedFor(field);
  }
}

function codedFor(field: Field): RawValue | undefined {
  switch (field.type) {
    case "uscc":
      return usccFor(field.startsWith?.[0] ?? "91");
    case "address":
      return addressFor(field.province);
    case "country":
      return field.countries?.[0] ?? "CN";
    case "foreign_address":
      return foreignAddressFor(field.countries?.[0] ?? "GB");
    case "person":
      return ["示例联系人", "经理", "13800000000", "sample@example.com"];
    case "mobile":
      return "13800000000";
    case "email":
      return "sample@example.com";
    case "url":
      return "https://example.com";
    case "postcode":
      return "030000";
    case "ip_number":
      return `202010123456.${patentCheckCharacter("202010123456")}`;
    default:
      return undefined;
  }
}

type TextField = Extract<Field, { type: "short_text" | "long_text" }>;

/** Of every kind of number one that looks right. */
const numbers: Record<(typeof textFormats)[number], string> = {
  project_code: "2611-140900-04-01-123456",
  uei: "ZQGGHJH74DW7",
  ein: "12-3456789",
  pic: "912345678",
  eu_vat: "NL123456789B01",
  uk_company: "01234567",
  uk_postcode: "CF10 3AT",
  us_zip: "43004",
};

/** Cut where the words counted are as many as may be, and begun again until they are as many as must. */
function inWords(text: string, min: number, max: number): string {
  const characters = [...text.repeat(Math.ceil(min / Math.max(1, wordCount(text))) + 1)];
  const wanted = Math.min(max, Math.max(min, wordCount(text)));
  let length = characters.length;
  while (length > 1 && wordCount(characters.slice(0, length).join("")) > wanted) length -= 1;
  return characters.slice(0, length).join("").trim();
}

function amountFor(field: Extract<Field, { type: "amount" }>): string | string[] {
  const amount = within(field, 100_000, 0);
  return field.currencies.length === 1 ? amount : [amount, field.currencies[0]!];
}

function foreignAddressFor(country: string): string[] {
  const postcode = postcodes[country] ?? (hasPostcodes(country) ? longEnough(country) : "");
  return ["1 Example Road", "", "Exampleton", "", postcode, country];
}

const postcodes: Record<string, string> = {
  ...{ CA: "K1A 0B1", CZ: "110 00", GB: "CF10 3AT", IL: "9100000", JP: "100-0001", NL: "1011 AB" },
  ...{ PL: "00-001", PT: "1000-001", SE: "111 20" },
};

/** The others have digits alone. */
const longEnough = (country: string): string =>
  ["1000", "10000", "100000"].find((text) => looksLikePostcode(country, text)) ?? "";

/** As long as it must be and no longer than it may. */
function textFor(field: TextField): string {
  if (field.type === "short_text" && field.format !== undefined) return numbers[field.format];
  const words = field.language === "en" ? `Sample: ${field.label.en}. ` : `示例：${field.label.zh}。`;
  const { unit, min, max } = textLimits(field, words);
  if (unit === "words") return inWords(words, min, max);
  return [...words.repeat(Math.max(1, Math.ceil(min / words.length) + 1))]
    .slice(0, Math.max(min, Math.min(max, words.trimEnd().length)))
    .join("");
}

function within({ min, max }: { min?: number; max?: number }, wanted: number, places: number): string {
  const value = Math.max(min ?? -Infinity, Math.min(max ?? Infinity, wanted));
  return Number.isInteger(value) ? String(value) : value.toFixed(places);
}

function dateFor({ notBefore, notAfter }: Extract<Field, { type: "date" }>, today: string): string {
  const earliest = notBefore === "today" ? today : notBefore;
  const latest = notAfter === "today" ? today : notAfter;
  if (earliest !== undefined && today < earliest) return earliest;
  return latest !== undefined && today > latest ? latest : today;
}

function choicesFor({ options, min, exclusive }: Extract<Field, { type: "multi_choice" }>): string[] {
  const codes = options.map(({ code }) => code).filter((code) => code !== exclusive);
  return codes.slice(0, Math.max(1, min ?? 1));
}

/** The last character is what the first seventeen make it. */
function usccFor(start: string): string {
  const stem = `${start}140000MA0ABCDE1`.slice(0, 17);
  const check = checkUscc(`${stem}0`);
  return !check.ok && check.reason === "check_digit" ? `${stem}${check.expected}` : `${stem}0`;
}

function addressFor(only: string | undefined): string[] {
  const province = provinces.find(({ code }) => only === undefined || code === only) ?? provinces[0]!;
  const city = province.cities[0]!;
  return [city.code, countiesOf(city.code)[0]?.zh ?? "示例区", "示例路1号"];
}
