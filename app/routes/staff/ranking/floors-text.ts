import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";

/** What no mean of a criterion may be under: 3分, or K2 3.5分，其余3分. */
export function floorsText({ criteria, thresholds }: Rubric, locale: Locale): string {
  const own = criteria.flatMap(({ key, floor }) => (floor === undefined ? [] : [[key, floor] as const]));
  const others = own.length < criteria.length ? thresholds.criterionMean : undefined;
  return rankingMessages[locale].floorsAre(own, others);
}
