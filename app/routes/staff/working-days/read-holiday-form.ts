import {
  emptyHoliday,
  isBlank,
  mostHolidays,
  type TypedHoliday,
  type TypedHolidayYear,
} from "#app/domain/shared/holiday-year.ts";
import { readHolidayText } from "#app/domain/shared/read-holiday-text.ts";

export interface HolidayForm {
  intent: string;
  version: number;
  typed: TypedHolidayYear;
  pasted: string;
  reason: string;
  seen: string;
}

/** The form as it was sent; a row the page does not show is not there. */
export function readHolidayForm(form: FormData): HolidayForm {
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n");
  const rows = Array.from(
    { length: Math.min(Number(text("rowCount")) || 0, mostHolidays + 3) },
    (_, index) => {
      const cell = (name: keyof TypedHoliday) => text(`rows.${index}.${name}`);
      return { zh: cell("zh"), en: cell("en"), from: cell("from"), to: cell("to") };
    },
  );
  return {
    ...{ intent: text("intent"), version: Number(text("version")), pasted: text("pasted") },
    ...{ reason: text("reason"), seen: text("seen") },
    typed: {
      ...{ sourceZh: text("sourceZh"), sourceEn: text("sourceEn"), noticeOn: text("noticeOn") },
      ...{ final: form.has("final"), rows, worked: text("worked") },
    },
  };
}

/** The table after a button that changes it and saves nothing; undefined for any other button. */
export function withRows({ intent, typed }: HolidayForm): TypedHolidayYear | undefined {
  if (intent === "add") return { ...typed, rows: [...typed.rows, emptyHoliday] };
  const [, index] = /^remove\.(\d+)$/.exec(intent) ?? [];
  if (index === undefined) return undefined;
  return { ...typed, rows: typed.rows.filter((_, at) => at !== Number(index)) };
}

export interface PasteOutcome {
  holidays: number;
  worked: number;
  unread: readonly string[];
}

/** The table as the pasted text has it; what the text is silent about stays. */
export function withPasted({ typed, pasted }: HolidayForm, year: number) {
  const read = readHolidayText(pasted, year);
  const outcome: PasteOutcome = {
    ...{ holidays: read.rows.length, worked: read.worked.length, unread: read.unread },
  };
  if (outcome.holidays === 0 && outcome.worked === 0) return { typed, outcome };
  const rows = read.rows.length > 0 ? read.rows : typed.rows.filter((row) => !isBlank(row));
  const worked = read.rows.length > 0 || read.worked.length > 0 ? read.worked.join("\n") : typed.worked;
  return { typed: { ...typed, rows, worked }, outcome };
}
