import { adviceOptions } from "#app/domain/reviews/score-sheet.ts";
import type { Locale } from "./locale.ts";
import { reviewMessages } from "./messages/reviews.ts";

/** What a field of the sheet holds, in the words of the page; nothing for nothing. */
export function sheetValueText(path: string, value: string, locale: Locale): string {
  const t = reviewMessages[locale].sheet;
  if (value === "") return "";
  const advice = path === "advice" ? adviceOptions.find((option) => option === value) : undefined;
  if (advice) return t.adviceOptions[advice];
  if (path === "inScope" || path.startsWith("flag.")) return value === "yes" ? t.yes : t.no;
  return value;
}
