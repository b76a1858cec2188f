import { notesPath } from "#app/domain/reviews/score-sheet.ts";
import type { StoredSheet } from "#app/features/reviews/save-sheet.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewNotesMessages } from "#app/i18n/messages/review-notes.ts";
import { SheetBase, sheetValue } from "./sheet-base.tsx";

interface Props {
  sheet: StoredSheet;
  locale: Locale;
}

/** Saved with the sheet, read by nobody else; folded away while there are none. */
export function OwnNotes({ sheet, locale }: Props) {
  const t = reviewNotesMessages[locale];
  const text = sheetValue(sheet, notesPath);
  return (
    <details className="crit no-print" open={text !== ""}>
      <summary className="font-semibold">{t.title}</summary>
      <p className="muted mt-1 text-xs" id="notes-hint">
        {t.hint}
      </p>
      <SheetBase path={notesPath} sheet={sheet} />
      <textarea
        className="textarea mt-1"
        id={notesPath}
        name={notesPath}
        rows={4}
        defaultValue={text}
        aria-label={t.title}
        aria-describedby="notes-hint"
      />
    </details>
  );
}

/** Beside a sheet that is sealed. */
export function KeptNotes({ sheet, locale }: Props) {
  const t = reviewNotesMessages[locale];
  const text = sheetValue(sheet, notesPath);
  if (text === "") return null;
  return (
    <section className="crit no-print" aria-label={t.title}>
      <h3 className="text-base">{t.title}</h3>
      <p className="muted text-xs">{t.hint}</p>
      <p className="mt-1 text-sm whitespace-pre-line">{text}</p>
    </section>
  );
}
