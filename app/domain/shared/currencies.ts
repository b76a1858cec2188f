/** The currencies in use, by their codes of ISO 4217; metals, funds and units of account are left out. */
export const currencyCodes = [
  ...(["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "SGD", "KRW", "CHF", "CAD", "AUD", "TWD", "MOP"] as const),
  ...(["AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD", "BIF"] as const),
  ...(["BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CDF", "CLP", "COP", "CRC"] as const),
  ...(["CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "FJD", "FKP", "GEL"] as const),
  ...(["GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD"] as const),
  ...(["IRR", "ISK", "JMD", "JOD", "KES", "KGS", "KHR", "KMF", "KPW", "KWD", "KYD", "KZT", "LAK"] as const),
  ...(["LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MRU", "MUR"] as const),
  ...(["MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB"] as const),
  ...(["PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD"] as const),
  ...(["SCR", "SDG", "SEK", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL", "THB", "TJS"] as const),
  ...(["TMT", "TND", "TOP", "TRY", "TTD", "TZS", "UAH", "UGX", "UYU", "UZS", "VES", "VND", "VUV"] as const),
  ...(["WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"] as const),
] as const;
export type CurrencyCode = (typeof currencyCodes)[number];

const known = new Set<string>(currencyCodes);
export const isCurrencyCode = (code: string): boolean => known.has(code);

const withoutMinor = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const inThousandths = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** Decimal places of a currency: 0 for the yen, 3 for the Kuwaiti dinar, 2 for most. */
export const minorDigits = (code: string): number =>
  withoutMinor.has(code) ? 0 : inThousandths.has(code) ? 3 : 2;

const names = {
  zh: new Intl.DisplayNames("zh-CN", { type: "currency" }),
  en: new Intl.DisplayNames("en-GB", { type: "currency" }),
};

/** 美元, US Dollar. */
export const currencyName = (code: string, language: "zh" | "en"): string =>
  isCurrencyCode(code) ? (names[language].of(code) ?? code) : code;
