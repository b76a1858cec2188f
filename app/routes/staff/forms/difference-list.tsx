import type { Locale } from "#app/i18n/locale.ts";
import { builderDifferenceMessages } from "#app/i18n/messages/builder-difference.ts";
import { ChangedText } from "#app/ui/changed-text.tsx";
import type { ShownDifference } from "./difference-words.ts";

/** What differs, one line each with what stood before and stands after. */
export function DifferenceList({
  differences,
  locale,
}: {
  differences: readonly ShownDifference[];
  locale: Locale;
}) {
  const t = builderDifferenceMessages[locale];
  if (differences.length === 0) return <p>{t.none}</p>;
  const counted = (wanted: ShownDifference["kind"]) =>
    differences.filter(({ kind }) => kind === wanted).length;
  return (
    <>
      <p>
        {t.count({
          added: counted("added"),
          removed: counted("removed"),
          changed: counted("changed"),
          moved: counted("moved"),
        })}
      </p>
      <ol className="builder-differences">
        {differences.map(({ key, place, sentence, texts }) => (
          <li key={key}>
            {place && <small className="muted block">{place}</small>}
            <span className="font-semibold">{sentence}</span>
            {texts.map(({ language, parts }) => (
              <div key={language ?? "both"} lang={language === "zh" ? "zh-CN" : language}>
                {language && <small className="muted">{t.inLanguage[language]}</small>}
                <ChangedText parts={parts} locale={locale} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
