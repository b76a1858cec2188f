import type { SheetConflict } from "#app/features/reviews/save-sheet.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
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
    <Notice tone="warn" className="mb-3">
      <p className="font-semibold">{t.conflictTitle}</p>
      {conflicts.map(({ path, theirs, mine, version }) => (
        <fieldset key={path} className="mt-2">
          <legend className="font-semibold">{path}</legend>
          <label className="choice">
            <input className="radio" type="radio" name={`choose:${path}`} value="keep" defaultChecked />
            <span>
              {t.keepTheirs}
              <q className="block whitespace-pre-wrap">{theirs}</q>
            </span>
          </label>
          <label className="choice">
            <input className="radio" type="radio" name={`choose:${path}`} value="mine" />
            <span>
              {t.useMine}
              <q className="block whitespace-pre-wrap">{mine}</q>
            </span>
          </label>
          <input type="hidden" name={`mine:${path}`} value={mine} />
          <input type="hidden" name={`version:${path}`} value={version} />
        </fieldset>
      ))}
    </Notice>
  );
}
