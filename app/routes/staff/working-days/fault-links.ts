import type { HolidayFault } from "#app/domain/shared/holiday-year.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";

/** The id of a fault's control; names with dots would not do in an address. */
export const controlId = (field: string): string => field.replaceAll(".", "-");

/** The sentence beside the control. */
export function faultText(locale: Locale, { problem, day }: HolidayFault): string {
  const t = workingDayMessages[locale];
  return day ? t.problemAt(day, t.problems[problem]) : t.problems[problem];
}

/** The same above the form, with its row. */
export const faultLinks = (locale: Locale, faults: readonly HolidayFault[]) =>
  faults.map((fault) => {
    const [, row] = /^rows\.(\d+)\./.exec(fault.field) ?? [];
    const text = faultText(locale, fault);
    const said = row === undefined ? text : workingDayMessages[locale].problemIn(Number(row) + 1, text);
    return { href: `#${controlId(fault.field)}`, text: said };
  });
