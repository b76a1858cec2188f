/** Countries and regions of ISO 3166-1, by their two-letter codes. */
const assigned =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO " +
  "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE " +
  "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
  "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW " +
  "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM " +
  "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

export const countryCodes = assigned.split(" ");

const known = new Set(countryCodes);
export const isCountryCode = (code: string): boolean => known.has(code);

/** As official papers of China write them. */
const written: Record<string, { zh: string; en: string }> = {
  HK: { zh: "中国香港", en: "Hong Kong, China" },
  MO: { zh: "中国澳门", en: "Macao, China" },
  TW: { zh: "中国台湾", en: "Taiwan, China" },
};

const names = {
  zh: new Intl.DisplayNames("zh-CN", { type: "region" }),
  en: new Intl.DisplayNames("en-GB", { type: "region" }),
};

export const countryName = (code: string, language: "zh" | "en"): string =>
  written[code]?.[language] ?? (isCountryCode(code) ? (names[language].of(code) ?? code) : code);

const order = { zh: new Intl.Collator("zh-CN"), en: new Intl.Collator("en-GB") };

/** China first, the others as a dictionary of the language has them. */
export const inOrderOf = (language: "zh" | "en", codes: readonly string[]): string[] =>
  codes.toSorted(
    (a, b) =>
      Number(b === "CN") - Number(a === "CN") ||
      order[language].compare(countryName(a, language), countryName(b, language)),
  );
