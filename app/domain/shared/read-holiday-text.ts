import { isCalendarDay } from "./beijing-time.ts";
import type { TypedHoliday } from "./holiday-year.ts";
import type { Localised } from "./localised.ts";

export interface HolidayText {
  rows: TypedHoliday[];
  /** Worked weekend days. */
  worked: string[];
  /** Lines with something in them that could not be read. */
  unread: string[];
}

/** The seven holidays of the national regulation, so that either language gives the other. */
const knownNames: readonly Localised[] = [
  { zh: "元旦", en: "New Year’s Day" },
  { zh: "春节", en: "Spring Festival" },
  { zh: "清明节", en: "Qingming Festival" },
  { zh: "劳动节", en: "Labour Day" },
  { zh: "端午节", en: "Dragon Boat Festival" },
  { zh: "中秋节", en: "Mid-Autumn Festival" },
  { zh: "国庆节", en: "National Day" },
  { zh: "国庆节、中秋节", en: "National Day and Mid-Autumn Festival" },
];

const workedWords = /上班|补班|make-?up|working day|worked/iu;
const enumerator =
  /^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.．]|\d{1,2}[、)）．]|\d{1,2}\.(?!\d)|[-•*])\s*/u;
const dayPattern =
  /(?<!\d)(?:(\d{4})\s*[年\-/.]\s*)?(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)\s*日?|(?<!\d)(\d{1,2})\s*日/gu;

/**
 * Reads the holidays out of the State Council's notice as it is published (“二、春节：2月15日（周日）至23日（周一）
 * 放假调休，共9天。2月14日（周六）、2月28日（周六）上班。”) or out of a list with a name and its days on each line.
 * A day without a year is one of `year`. Nothing is guessed: a line without days comes back unread.
 */
export function readHolidayText(text: string, year: number): HolidayText {
  const read: HolidayText = { rows: [], worked: [], unread: [] };
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === "") continue;
    // Days of the moon and of the week stand in brackets.
    const plain = line.replace(/[（(][^）)]*[）)]/gu, "").replace(enumerator, "");
    if (!readLine(plain, year, read)) read.unread.push(line.trim());
  }
  read.worked = [...new Set(read.worked)].sort();
  return read;
}

/** False when a part with words in it has no days. */
function readLine(line: string, year: number, read: HolidayText): boolean {
  let found = false;
  for (const sentence of line.split(/[。；;]/u)) {
    const days = daysIn(sentence, year);
    if (days === null) return false;
    const [first] = days;
    if (!first) continue;
    found = true;
    if (workedWords.test(sentence)) {
      read.worked.push(...days.map(({ day }) => day));
      continue;
    }
    const name = nameOf(sentence.slice(0, first.at));
    if (name.zh === "" && name.en === "") return false;
    read.rows.push({ ...name, from: first.day, to: days.at(-1)?.day ?? first.day });
  }
  return found;
}

/** Null when one of them does not exist. */
function daysIn(sentence: string, year: number): { day: string; at: number }[] | null {
  let month = "";
  let ofYear = String(year);
  const days: { day: string; at: number }[] = [];
  for (const match of sentence.matchAll(dayPattern)) {
    const [, typedYear, typedMonth, date = match[4] ?? ""] = match;
    ofYear = typedYear ?? ofYear;
    month = typedMonth ?? month;
    const day = `${ofYear}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    if (!isCalendarDay(day)) return null;
    days.push({ day, at: match.index });
  }
  return days;
}

function nameOf(typed: string): Localised {
  const parts = typed
    .split(/[\t,，:：|]/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const zh = parts.find((part) => /\p{Script=Han}/u.test(part)) ?? "";
  const en = parts.find((part) => !/\p{Script=Han}/u.test(part)) ?? "";
  const known = knownNames.find(
    (name) => name.zh === zh || (zh === "" && plainWords(name.en) === plainWords(en)),
  );
  return { zh: zh || (known?.zh ?? ""), en: en || (known?.en ?? "") };
}

const plainWords = (name: string): string => name.toLowerCase().replaceAll("’", "'");
