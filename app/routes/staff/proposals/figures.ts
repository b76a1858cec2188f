import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";

const full = 1_000_000_000;

/** Billionths of a full match as `0.83`. */
export const inMatches = (worth: number): string => (worth / full).toFixed(2);

/** What a change costs: `0.12`, `−0.03` where it gains; `0.00` stays without a sign. */
export function costText(cost: number): string {
  const text = inMatches(Math.abs(cost));
  return cost < 0 && text !== "0.00" ? `−${text}` : text;
}

/** Hundredths of a whole as `83%`. */
const percent = (hundredths: number): string => `${hundredths}%`;

export const shareText = (part: number, of: number): string =>
  of === 0 ? "0%" : `${((100 * part) / of).toFixed(part === 0 ? 0 : 2)}%`;

/** The parts of a match in words. */
export function whyText(locale: Locale, [declared, text, wish]: readonly (number | null)[]): string {
  const t = proposalMessages[locale];
  const parts = [
    ...(declared === null || declared === undefined ? [] : [t.why.declared(percent(declared))]),
    ...(text === null || text === undefined ? [] : [t.why.text(percent(text))]),
    ...(wish === null || wish === undefined ? [] : [t.why.wish(percent(wish))]),
  ];
  return parts.length === 0 ? t.why.unknown : parts.join(t.comma);
}
