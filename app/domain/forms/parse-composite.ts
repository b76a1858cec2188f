import { parseEmail } from "#app/domain/shared/email.ts";
import { parseMobile } from "#app/domain/shared/mobile.ts";
import { formatWan, parseMoneyWan } from "#app/domain/shared/money.ts";
import { cityOf, countiesOf, findCounty } from "#app/domain/shared/regions.ts";
import { parseDay } from "./calendar-date.ts";
import type { Field } from "./definition.ts";
import { error, noParams, same, type IssueCode } from "./issue.ts";
import { formatMinor } from "./parse-amount.ts";
import { parseMoneyAnswer, type Parsed } from "./parse-figure.ts";
import { textLength } from "./text-length.ts";

type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;
export type CurrencyMoneyField = FieldOf<"money"> & { currencies?: readonly string[] | undefined };

const longestDetail = 120;
const longestName = 40;

const refusedWith = (code: IssueCode, params = noParams): Parsed<never> => ({
  value: null,
  fault: error(code, params),
});

/** Province, prefecture, county and detail; a county outside Shanxi is kept as written. */
export function parseAddress(field: FieldOf<"address">, parts: readonly string[]): Parsed<string[]> {
  const [cityCode = "", county = "", detail = ""] = parts.map((part) => part.trim());
  if (cityCode === "") return refusedWith("address_city");
  const found = cityOf(cityCode);
  if (!found || (field.province !== undefined && found.province.code !== field.province))
    return refusedWith("unknown_option");
  if (county === "") return refusedWith("address_county");
  const known = findCounty(cityCode, county);
  if (!known && countiesOf(cityCode).length > 0)
    return refusedWith("address_county_unknown", { county: same(county), city: found.city });
  if (!known && textLength(county) > longestName) return refusedWith("address_county");
  if (detail === "" && !field.withoutDetail) return refusedWith("address_detail");
  const length = textLength(detail);
  if (length > longestDetail) return refusedWith("too_long", tooLong(longestDetail, length));
  return {
    value: [found.province.code, cityCode, known?.code ?? county, ...(detail === "" ? [] : [detail])],
  };
}

export function parsePerson(field: FieldOf<"person">, parts: readonly string[]): Parsed<string[]> {
  const [name = "", title = "", mobile = "", email = ""] = parts.map((part) => part.trim());
  if (name === "") return refusedWith("person_name");
  const length = textLength(name);
  if (length > longestName) return refusedWith("too_long", tooLong(longestName, length));
  if (title === "" && !field.titleOptional) return refusedWith("person_title");
  if (textLength(title) > longestName)
    return refusedWith("too_long", tooLong(longestName, textLength(title)));
  const missing = missingContact(field, mobile, email);
  if (missing) return refusedWith(missing);
  const phone = parseMobile(mobile);
  if (mobile !== "" && !phone.ok) return refusedWith("mobile_form");
  const mail = parseEmail(email);
  if (email !== "" && !mail.ok) return refusedWith("email_form");
  return { value: [name, title, phone.ok ? phone.value : "", mail.ok ? mail.value : ""] };
}

function missingContact(
  { contact }: FieldOf<"person">,
  mobile: string,
  email: string,
): IssueCode | undefined {
  if (contact === "either") return mobile === "" && email === "" ? "person_contact" : undefined;
  if (contact !== "email" && mobile === "") return "person_mobile";
  return contact !== "mobile" && email === "" ? "person_email" : undefined;
}

/** Fen for CNY; otherwise currency, hundredths of it, fen of its equivalent and the day of the rate. */
export function parseCurrencyMoney(
  field: CurrencyMoneyField,
  parts: readonly string[],
  today?: string,
): Parsed<number | string[]> {
  const [amount = "", currency = "", cny = "", rateDate = ""] = parts.map((part) => part.trim());
  if (amount === "" && cny === "" && rateDate === "") return { value: null };
  if (currency === "" || currency === "CNY") return parseMoneyAnswer(field, amount);
  if (!field.currencies?.includes(currency)) return refusedWith("unknown_option");
  const typed = parseMoneyWan(amount, { allowNegative: field.allowNegative === true });
  if (!typed.ok) return refusedWith("currency_amount");
  if (cny === "") return refusedWith("currency_cny");
  const equivalent = parseMoneyAnswer(field, cny);
  if (equivalent.value === null)
    return { value: null, ...(equivalent.fault ? { fault: equivalent.fault } : {}) };
  const day = parseDay(rateDate);
  if (!day) return refusedWith("currency_rate_date");
  if (today !== undefined && day > today) return refusedWith("currency_rate_future");
  return { value: [currency, String(typed.value), String(equivalent.value), day] };
}

/** What stands in the 万元 of a foreign amount, for sums and comparisons. */
export const cnyFenOf = (value: readonly string[]): number => Number(value[2] ?? 0);

/** The boxes that give a value back. */
export function partsOfValue(field: Field, value: readonly string[]): string[] {
  if (field.type === "address") return value.slice(1);
  if (field.type === "amount") {
    const [currency = "", minor = "0"] = value;
    return [formatMinor(Number(minor), currency), currency];
  }
  if (field.type !== "money") return [...value];
  const [currency = "", minor = "0", cny = "0", day = ""] = value;
  return [formatWan(Number(minor)), currency, formatWan(Number(cny)), day];
}

const tooLong = (max: number, length: number) => ({
  max: same(max),
  length: same(length),
  over: same(length - max),
});
