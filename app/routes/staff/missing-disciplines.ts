import { readMissing } from "#app/domain/reviews/coverage.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";

/** “缺财务、产业”: the disciplines of which an application lacks reviewers; empty where it has them all. */
export function missingDisciplines(kept: string, locale: Locale): string {
  const t = assignMessages[locale];
  const names = readMissing(kept).disciplines.map((each) => t.disciplines[each]);
  return names.length === 0 ? "" : t.desk.missing(names);
}
