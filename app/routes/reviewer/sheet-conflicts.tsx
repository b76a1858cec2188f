import type { SheetConflict } from "#app/features/reviews/save-sheet.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { isSheetText } from "#app/domain/reviews/score-sheet.ts";
import { sheetFieldName } from "#app/i18n/sheet-problems.ts";
import { sheetValueText } from "#app/i18n/sheet-value-text.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Two windows, two texts: both stand until the reviewer picks one; nothing is dropped. */
export function SheetConflicts({
  conflicts,
  locale,
}: {
  conflicts: readonly SheetConflict[];
  locale: Locale;
}) {
  if (conflicts.length === 0) return null;
  const t = reviewMessages[locale].sheet;
  return (
    <Notice tone="warn" className="no-print mb-3" role="alert">
      <p className="font-semibold">{t.conflictTitle}</p>
      <p className="text-xs">{t.conflictHint}</p>
      {conflicts.map(({ path, theirs, mine, version }) => (
        <fieldset key={path} className="mt-2">
          <legend className="font-semibold">{sheetFieldName(path, locale)}</legend>
          <label className="choice">
            <input className="radio" type="radio" name={`choose:${path}`} value="keep" defaultChecked />
            <span>
              {t.keepTheirs}
              <Said path={path} text={theirs} locale={locale} />
            </span>
          </label>
          <label className="choice">
            <input className="radio" type="radio" name={`choose:${path}`} value="mine" />
            <span>
              {t.useMine}
              <Said path={path} text={mine} locale={locale} />
            </span>
          </label>
          <input type="hidden" name={`mine:${path}`} value={mine} />
          <input type="hidden" name={`version:${path}`} value={version} />
        </fieldset>
      ))}
    </Notice>
  );
}

/** A text in quotes as it was typed; a choice in the words of the page. */
function Said({ path, text, locale }: { path: string; text: string; locale: Locale }) {
  if (text === "") return <span className="muted block">{reviewMessages[locale].sheet.nothing}</span>;
  return isSheetText(path) ? (
    <q className="block whitespace-pre-wrap">{text}</q>
  ) : (
    <b className="block">{sheetValueText(path, text, locale)}</b>
  );
}
