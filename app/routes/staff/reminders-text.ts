import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";

/** Each of the reminders in words, the earliest first. */
export function remindersText(locale: Locale, days: readonly number[]): string {
  const t = workingDayMessages[locale];
  if (days.length === 0) return t.reminderNone;
  return days
    .map((each) => (each === 0 ? t.reminderToday : t.reminderText(String(each))))
    .join(separator[locale]);
}

const separator = { zh: "、", en: ", " } as const;
