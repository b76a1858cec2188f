import { provinceLines, shanxiCountyLines } from "./region-codes.ts";

/** A place of GB/T 2260 by its six digits. */
export type Region = { code: string; zh: string; en: string };
export type Province = Region & { cities: readonly Region[] };

/** Every province and prefecture of the country. */
export const provinces: readonly Province[] = lines(provinceLines).map((line) => {
  const [head = "", list = ""] = line.split("|");
  const { code, zh, en } = region(head, "");
  return { code: `${code}0000`, zh, en, cities: regions(list, code, "00") };
});

const cityByCode = new Map(
  provinces.flatMap((province) => province.cities.map((city) => [city.code, { province, city }] as const)),
);

const countiesByCity = new Map<string, readonly Region[]>(
  lines(shanxiCountyLines).map((line) => {
    const [city = "", list = ""] = line.split("|");
    return [`14${city}00`, regions(list, `14${city}`, "")] as const;
  }),
);

export const cityOf = (code: string): { province: Province; city: Region } | undefined =>
  cityByCode.get(code);

/** Of a prefecture of Shanxi; elsewhere counties are written freely and there are none to choose. */
export const countiesOf = (city: string): readonly Region[] => countiesByCity.get(city) ?? [];

/** 140105, 小店区, 小店 and Xiaodian District are one county of Taiyuan. */
export function findCounty(city: string, typed: string): Region | undefined {
  const text = typed.normalize("NFKC").trim();
  const plain = withoutKind(text);
  return countiesOf(city).find(
    (county) =>
      county.code === text ||
      county.zh === text ||
      withoutKind(county.zh) === plain ||
      withoutKind(county.en.toLowerCase()) === withoutKind(text.toLowerCase()),
  );
}

/** 古县 stays 古县: a name keeps two characters at least. */
const withoutKind = (name: string): string =>
  name.replace(/(?<=^..+)[县区市]$/u, "").replace(/ (district|county|city)$/i, "");

function lines(text: string): string[] {
  return text.trim().split("\n");
}

function regions(list: string, before: string, after: string): Region[] {
  return list.split(",").map((item) => {
    const { code, zh, en } = region(item, before);
    return { code: `${code}${after}`, zh, en };
  });
}

function region(item: string, before: string): Region {
  const [digits = "", zh = "", en = ""] = item.split(" ");
  return { code: `${before}${digits}`, zh, en: en.replaceAll("_", " ") };
}
