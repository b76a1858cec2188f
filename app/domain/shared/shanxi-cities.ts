import type { Localised } from "./localised.ts";

export interface City extends Localised {
  /** GB/T 2260 */
  readonly code: string;
}

/** The eleven prefecture-level cities of Shanxi. */
export const shanxiCities = [
  { code: "140100", zh: "太原市", en: "Taiyuan" },
  { code: "140200", zh: "大同市", en: "Datong" },
  { code: "140300", zh: "阳泉市", en: "Yangquan" },
  { code: "140400", zh: "长治市", en: "Changzhi" },
  { code: "140500", zh: "晋城市", en: "Jincheng" },
  { code: "140600", zh: "朔州市", en: "Shuozhou" },
  { code: "140700", zh: "晋中市", en: "Jinzhong" },
  { code: "140800", zh: "运城市", en: "Yuncheng" },
  { code: "140900", zh: "忻州市", en: "Xinzhou" },
  { code: "141000", zh: "临汾市", en: "Linfen" },
  { code: "141100", zh: "吕梁市", en: "Lüliang" },
] as const satisfies readonly City[];

const byCode = new Map<string, City>(shanxiCities.map((city) => [city.code, city]));

/** The city's name, or the code as it stands when it is none of the eleven. */
export const cityName = (code: string, locale: keyof Localised): string => byCode.get(code)?.[locale] ?? code;
