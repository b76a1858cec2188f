import { formatMobile } from "#app/domain/shared/mobile.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import { cityOf, countiesOf } from "#app/domain/shared/regions.ts";
import type { Field, Language } from "./definition.ts";
import { formatMoney } from "./format-figure.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import { formatMinor } from "./parse-amount.ts";
import { dateText } from "./parse-answer.ts";
import { formatForeignAddress } from "./parse-foreign-address.ts";

/** Answers of several parts as people write them. */
export function formatComposite(field: Field, value: readonly string[], language: Language): string {
  switch (field.type) {
    case "address":
      return formatAddress(value, language);
    case "person":
      return formatPerson(value, language);
    case "foreign_address":
      return formatForeignAddress(value, language);
    case "amount":
      return formatAmount(Number(value[1] ?? 0), value[0] ?? "", language);
    default:
      return formatForeignMoney(value, language);
  }
}

/** 山西省太原市小店区学府街1号 · 1 Xuefu Street, Xiaodian District, Taiyuan, Shanxi */
function formatAddress(
  [, cityCode = "", county = "", detail = ""]: readonly string[],
  language: Language,
): string {
  const found = cityOf(cityCode);
  const known = countiesOf(cityCode).find(({ code }) => code === county);
  const [province, city] = [found?.province[language] ?? "", found?.city[language] ?? cityCode];
  const fromLarge = [...(province === city ? [] : [province]), city, known?.[language] ?? county, detail];
  const parts = fromLarge.filter((part) => part !== "");
  return language === "zh" ? parts.join("") : parts.toReversed().join(", ");
}

/** 张三（总经理），138 1234 5678 */
function formatPerson(
  [name = "", title = "", mobile = "", email = ""]: readonly string[],
  language: Language,
): string {
  const named = title === "" ? name : language === "zh" ? `${name}（${title}）` : `${name} (${title})`;
  const reached = [mobile === "" ? "" : formatMobile(mobile), email].filter((part) => part !== "");
  return [named, ...reached].join(language === "zh" ? "，" : ", ");
}

/** 1,200.50美元, USD 1,200.50; the amount in the currency's smallest unit. */
export function formatAmount(minor: number, currency: string, language: Language): string {
  const figure = formatMinor(minor, currency);
  return language === "zh" ? `${figure}${currencyName(currency, "zh")}` : `${currency} ${figure}`;
}

export const currencyNames = {
  CNY: { zh: "人民币", en: "RMB" },
  USD: { zh: "美元", en: "US dollar" },
  HKD: { zh: "港元", en: "Hong Kong dollar" },
  EUR: { zh: "欧元", en: "Euro" },
} as const;

/** 120.00万美元（折合人民币853.20万元，2026年11月20日汇率） · USD 1.2 million (RMB 8.532 million at the rate of …) */
function formatForeignMoney(
  [currency = "", minor = "0", cny = "0", day = ""]: readonly string[],
  language: Language,
): string {
  const equivalent = formatMoney(Number(cny), language);
  const at = dateText(day)[language];
  if (language === "en") {
    const amount = formatMoney(Number(minor), "en").replace("RMB", currency);
    return `${amount} (${equivalent} at the rate of ${at})`;
  }
  const name = currencyNames[currency as keyof typeof currencyNames]?.zh ?? currency;
  return `${formatWan(Number(minor))}万${name}（折合人民币${equivalent}，${at}汇率）`;
}
