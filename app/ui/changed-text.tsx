import type { ChangedPart } from "#app/domain/forms/changed-parts.ts";
import { draftHistoryMessages } from "#app/i18n/messages/draft-history.ts";
import type { Locale } from "#app/i18n/locale.ts";

/** A text with what went struck out and what came set off, for eyes and for ears. */
export function ChangedText({ parts, locale }: { parts: readonly ChangedPart[]; locale: Locale }) {
  const t = draftHistoryMessages[locale];
  if (parts.length === 0) return null;
  // An answer where there was none needs no mark.
  const isFirst = parts.every(({ kind }) => kind === "new");
  return (
    <p className="measure mt-1 break-words whitespace-pre-wrap">
      {parts.map(({ kind, text }, index) => {
        const key = `${index}`;
        if (kind === "same" || isFirst) return <span key={key}>{text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <Mark key={key} className={kind === "gone" ? "muted" : "font-semibold"}>
            <span className="sr-only">{kind === "gone" ? t.gone : t.new}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
