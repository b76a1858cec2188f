import { pairMessages } from "#app/i18n/messages/paired-texts.ts";
import { Glyph } from "../glyph.tsx";
import { fieldId, type FormView } from "./form-view.ts";

/** That the other language of this text was changed after it, until somebody changes this one or leaves it. */
export function StaleNote({ view, path }: { view: FormView; path: string }) {
  const other = view.stale?.(path);
  if (other === undefined) return null;
  const t = pairMessages[view.locale];
  return (
    <div className="stale-note" id={`${fieldId(path)}-stale`} data-stale={path}>
      <p>
        <Glyph name="warn" /> {t.changedSince(other)}
      </p>
      {view.isOpen(path) && (
        <button className="btn btn-sm" type="submit" name="intent" value={`confirm-pair:${path}`}>
          {t.stillRight}
        </button>
      )}
    </div>
  );
}
