import { checkUscc } from "#app/domain/companies/uscc.ts";
import { parseEmail } from "#app/domain/shared/email.ts";
import {
  isLayoutDesignNumber,
  isOldPatentNumber,
  isSoftwareNumber,
  normaliseIpNumber,
  parsePatentNumber,
} from "#app/domain/shared/ip-number.ts";
import { parseMobile } from "#app/domain/shared/mobile.ts";
import { parsePostcode } from "#app/domain/shared/postcode.ts";
import { parseWebUrl } from "#app/domain/shared/web-url.ts";
import { parseDay, parseMonth } from "./calendar-date.ts";
import type { Field, Option } from "./definition.ts";
import type { textFormats } from "./question-kinds.ts";
import { error, noParams, same, warning, type IssueCode } from "./issue.ts";
import { parseAmount, parseAmountOf } from "./parse-amount.ts";
import { parseDecimalAnswer, parseInteger, parseMoneyAnswer, type Parsed } from "./parse-figure.ts";
import { parseForeignAddress, readCountry } from "./parse-foreign-address.ts";
import { compositeOf } from "./composite-field.ts";
import { parseAddress, parseCurrencyMoney, parsePerson } from "./parse-composite.ts";
import { isBlank, type RawValue } from "./raw-answers.ts";
import { lengthIn, textLimits } from "./text-length.ts";

/**
 * Money in fen, decimals and shares as plain decimal text, dates as ISO text, choices as option codes, answers of
 * several parts as lists (parse-composite.ts). Amounts in another currency are in its smallest unit.
 */
export type AnswerValue = string | number | boolean | string[];
export type ParsedAnswer = Parsed<AnswerValue>;

export type ParseContext = {
  today?: string;
  /** Codes a person of the fund office has compared with the licence. */
  confirmedUsccs?: readonly string[] | undefined;
  fileCount?: ((question: string) => number) | undefined;
  /** Another cell of the same row, as typed. */
  cell?: ((column: string) => RawValue | undefined) | undefined;
};

/** What was typed as a value, with its fault if it has one. Nothing typed is no value and no fault. */
export function parseAnswer(
  field: Field,
  raw: RawValue | undefined,
  context: ParseContext = {},
): ParsedAnswer {
  if (raw === undefined || isBlank(raw)) return { value: null };
  if (compositeOf(field)) return parseComposite(field, typeof raw === "string" ? [raw] : raw, context);
  if (field.type === "multi_choice") return parseChoices(field, typeof raw === "string" ? [raw] : raw);
  return parseText(
    field,
    typeof raw === "string" ? raw : (raw.findLast((item) => item !== "") ?? ""),
    context,
  );
}

function parseComposite(field: Field, parts: readonly string[], { today }: ParseContext): ParsedAnswer {
  switch (field.type) {
    case "address":
      return parseAddress(field, parts);
    case "person":
      return parsePerson(field, parts);
    case "money":
      return parseCurrencyMoney(field, parts, today);
    case "amount":
      return parseAmountOf(field, parts);
    case "foreign_address":
      return parseForeignAddress(field, parts);
    default:
      return { value: null };
  }
}

function parseText(field: Field, typed: string, context: ParseContext): ParsedAnswer {
  switch (field.type) {
    case "short_text":
    case "long_text":
      return parseWords(field, typed);
    case "integer":
      return parseInteger(field, typed);
    case "decimal":
    case "percent":
      return parseDecimalAnswer(field, typed);
    case "money":
      return parseMoneyAnswer(field, typed);
    case "amount":
      return parseAmount(field, typed);
    case "scale":
      return parseInteger({ min: field.from, max: field.to }, typed);
    case "country":
      return orRefused(readCountry(field, typed), "country_form");
    case "date":
      return parseDate(field, typed, context);
    case "month":
      return orRefused(parseMonth(typed), "month_form");
    case "choice":
    case "city":
    case "park":
      return parseChoice(field.options, typed);
    case "gb4754":
      return parseIndustry(field.options, typed);
    case "yes_no":
      return typed === "yes" || typed === "no" ? { value: typed === "yes" } : refusedWith("unknown_option");
    case "declaration":
      return typed === "yes" || typed === "on" ? { value: true } : { value: null };
    case "uscc":
      return parseUscc(field, typed, context);
    case "mobile":
      return fromResult(parseMobile(typed), "mobile_form");
    case "email":
      return fromResult(parseEmail(typed), "email_form");
    case "url":
      return fromResult(parseWebUrl(typed), "url_form");
    case "postcode":
      return fromResult(parsePostcode(typed), "postcode_form");
    case "ip_number":
      return parseIpNumber(field, typed, context);
    default:
      return { value: null };
  }
}

type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;

const refusedWith = (code: IssueCode, params = noParams): ParsedAnswer => ({
  value: null,
  fault: error(code, params),
});

const orRefused = (value: string | null, code: IssueCode): ParsedAnswer =>
  value === null ? refusedWith(code) : { value };

const fromResult = (result: { ok: true; value: string } | { ok: false }, code: IssueCode): ParsedAnswer =>
  result.ok ? { value: result.value } : refusedWith(code);

function parseWords(field: FieldOf<"short_text"> | FieldOf<"long_text">, typed: string): ParsedAnswer {
  const text = typed.replaceAll("\r\n", "\n").trim();
  const { unit, min, max } = textLimits(field, text);
  const length = lengthIn(unit, text);
  const [short, long] = lengthFaults[unit];
  if (length < min) return refusedWith(short, { min: same(min), length: same(length) });
  if (length > max)
    return refusedWith(long, { max: same(max), length: same(length), over: same(length - max) });
  const looksRight =
    field.type === "long_text" || field.format === undefined || formats[field.format].test(text);
  return looksRight ? { value: text } : { value: text, fault: warning("text_form") };
}

const lengthFaults = {
  characters: ["too_short", "too_long"],
  words: ["too_few_words", "too_many_words"],
} as const;

/** The numbers that registers of several countries give, as they print them; case and spaces are forgiven. */
const formats: Record<(typeof textFormats)[number], RegExp> = {
  /** 2611-140900-04-01-123456: the code given when a project is filed online. */
  project_code: /^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}$/,
  /** Unique entity identifier of the US register SAM: no O and I, and no zero in front. */
  uei: /^[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}$/i,
  /** Employer identification number of the US tax office. */
  ein: /^[0-9]{2}-[0-9]{7}$/,
  /** Participant identification code of the European Commission. */
  pic: /^[0-9]{9}$/,
  eu_vat:
    /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI) ?[0-9A-Z+*]{2,12}$/i,
  /** Companies House: eight digits, or two letters of a register and six. */
  uk_company: /^([0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z][0-9]{7})$/i,
  uk_postcode: /^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$/i,
  us_zip: /^[0-9]{5}(-[0-9]{4})?$/,
};

function parseDate(field: FieldOf<"date">, typed: string, { today }: ParseContext): ParsedAnswer {
  const day = parseDay(typed);
  if (!day) return refusedWith("date_form");
  const earliest = field.notBefore === "today" ? today : field.notBefore;
  const latest = field.notAfter === "today" ? today : field.notAfter;
  if (earliest !== undefined && day < earliest)
    return refusedWith("date_too_early", { date: dateText(earliest) });
  if (latest !== undefined && day > latest) return refusedWith("date_too_late", { date: dateText(latest) });
  return { value: day };
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2027年1月15日, or 15 Jan 2027; a month alone without its day. */
export function dateText(iso: string): { zh: string; en: string } {
  const [year, month = 1, day] = iso.split("-").map(Number);
  const name = monthNames[month - 1] ?? "";
  return day === undefined
    ? { zh: `${year}年${month}月`, en: `${name} ${year}` }
    : { zh: `${year}年${month}月${day}日`, en: `${day} ${name} ${year}` };
}

function parseChoice(options: Option[], typed: string): ParsedAnswer {
  const code = typed.trim();
  return options.some((option) => option.code === code) ? { value: code } : refusedWith("unknown_option");
}

/** 3973, 3973 集成电路制造 and 集成电路制造 are one class: the box is searched by both. */
function parseIndustry(options: Option[], typed: string): ParsedAnswer {
  const text = typed.normalize("NFKC").trim();
  const [, code] = /^([0-9]{4})(?![0-9])/.exec(text) ?? [];
  const found = options.find(
    (option) =>
      option.code === code ||
      option.label.zh === text ||
      option.label.en.toLowerCase() === text.toLowerCase(),
  );
  return found ? { value: found.code } : refusedWith("gb4754_form");
}

/** In the order of the form, each once. */
function parseChoices(field: FieldOf<"multi_choice">, typed: string[]): ParsedAnswer {
  const ticked = new Set(typed.map((code) => code.trim()).filter((code) => code !== ""));
  const value = field.options.map((option) => option.code).filter((code) => ticked.has(code));
  if (value.length < ticked.size) return refusedWith("unknown_option");
  if (field.exclusive !== undefined && value.length > 1 && ticked.has(field.exclusive)) {
    const option = field.options.find(({ code }) => code === field.exclusive);
    return refusedWith("exclusive_option", { option: option?.label ?? same(field.exclusive) });
  }
  if (value.length < (field.min ?? 0)) return refusedWith("too_few_chosen", { min: same(field.min ?? 0) });
  if (field.max !== undefined && value.length > field.max)
    return refusedWith("too_many_chosen", { max: same(field.max) });
  return { value };
}

function parseUscc(field: FieldOf<"uscc">, typed: string, context: ParseContext): ParsedAnswer {
  const check = checkUscc(typed);
  if (check.ok) return isOfKind(field, check.value) ? { value: check.value } : refusedUsccKind(field);
  if (check.reason === "length") return refusedWith("uscc_length", { length: same(check.length) });
  if (check.reason === "characters") {
    return refusedWith("uscc_characters", { position: same(check.position), found: same(check.found) });
  }
  const { value, expected } = check;
  if (!isOfKind(field, value)) return refusedUsccKind(field);
  if (context.confirmedUsccs?.includes(value)) return { value };
  const params = { last: same(value.slice(-1)), expected: same(expected) };
  const licences = field.licenceIn === undefined ? 0 : (context.fileCount?.(field.licenceIn) ?? 0);
  return licences > 0
    ? { value, fault: warning("uscc_check_by_person", params) }
    : refusedWith("uscc_check", params);
}

const isOfKind = ({ startsWith }: FieldOf<"uscc">, code: string): boolean =>
  startsWith === undefined || startsWith.includes(code.slice(0, 2));

const refusedUsccKind = ({ startsWith = [] }: FieldOf<"uscc">): ParsedAnswer =>
  refusedWith("uscc_kind", { starts: { zh: startsWith.join("、"), en: startsWith.join(", ") } });

/** Only rights registered in China have a form that can be checked; others are taken as written. */
function parseIpNumber(field: FieldOf<"ip_number">, typed: string, { cell }: ParseContext): ParsedAnswer {
  const text = typed.trim();
  if (text.length > 60) return refusedWith("ip_number_form");
  switch (cell?.(field.kindColumn)) {
    case "invention":
    case "utility_model":
    case "design":
      return parsePatent(text);
    case "layout_design":
      return softly(isLayoutDesignNumber(text), text);
    case "software":
      return softly(isSoftwareNumber(text), text);
    default:
      return { value: text };
  }
}

function parsePatent(text: string): ParsedAnswer {
  const patent = parsePatentNumber(text);
  if (patent.ok) return { value: patent.value.number };
  if (isOldPatentNumber(text)) return { value: normaliseIpNumber(text), fault: warning("ip_number_old") };
  return refusedWith(patent.reason === "check_digit" ? "ip_number_check" : "ip_number_form");
}

const softly = (fits: boolean, text: string): ParsedAnswer =>
  fits ? { value: normaliseIpNumber(text) } : { value: text, fault: warning("ip_number_form") };
