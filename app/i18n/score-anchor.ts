import type { Locale } from "./locale.ts";
import { reviewMessages } from "./messages/reviews.ts";

/** What the chosen score stands for; between two whole ones, both. Without a score, the whole scale. */
export function scoreAnchor(locale: Locale, anchors: readonly string[], score: string | undefined): string {
  const short = (index: number) => (anchors[index] ?? "").split(/[：:，,]/)[0] ?? "";
  if (score === undefined) return anchors.map((_, index) => `${index} ${short(index)}`).join(" · ");
  const value = Number(score);
  if (Number.isInteger(value)) return `${value} ${anchors[value] ?? ""}`;
  const low = Math.floor(value);
  const name = (index: number) =>
    locale === "zh" ? `${index}（${short(index)}）` : `${index} (${short(index)})`;
  return reviewMessages[locale].sheet.between(name(low), name(low + 1));
}
