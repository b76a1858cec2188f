import { placeName } from "#app/domain/notifications/place-name.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import type { Place } from "./check-form.ts";

/** A flagged place as the notice names it: question, row, cell or file. */
export function placeWords(submission: FoundSubmission, place: Place, locale: Locale): string {
  const t = formalCheckPageMessages[locale].page;
  const { definition, snapshot } = submission;
  const rows = (table: string) => rowsOf(snapshot.raw, table).map(({ id }) => id);
  const where = placeName(definition, place.sectionKey, place.questionKey, rows)[locale] || t.placeWhole;
  const file = Object.values(snapshot.files)
    .flat()
    .find(({ id }) => id === place.fileId);
  return file ? t.placeFile(where, file.name) : where;
}
