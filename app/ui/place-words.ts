import { placeName } from "#app/domain/notifications/place-name.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";

/** A submitted version, as far as it is read here. */
export interface ReadVersion {
  definition: FormDefinition;
  snapshot: Pick<SubmissionSnapshot, "raw" | "files">;
}

interface Place {
  sectionKey: string;
  questionKey: string;
  fileId?: string;
}

/** A place of an application as a notice names it: question, row, cell or file. */
export function placeWords(version: ReadVersion, place: Place, locale: Locale): string {
  const t = formalCheckPageMessages[locale].page;
  const { definition, snapshot } = version;
  const rows = (table: string) => rowsOf(snapshot.raw, table).map(({ id }) => id);
  const where = placeName(definition, place.sectionKey, place.questionKey, rows)[locale] || t.placeWhole;
  const file = Object.values(snapshot.files)
    .flat()
    .find(({ id }) => id === place.fileId);
  return file ? t.placeFile(where, file.name) : where;
}
