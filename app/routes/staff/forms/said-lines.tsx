import type { Locale } from "#app/i18n/locale.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { fieldId, type PropertyFieldProps } from "./property-props.ts";
import { saidOf } from "./said.ts";

/** What a condition or formula says, in both languages, kept current while it is typed. */
export function SaidLines({ name, editor, page }: PropertyFieldProps) {
  const { typed, place, locale } = page;
  const said = saidOf(name, editor, typed, place);
  const t = builderConditionMessages[locale];
  return (
    <div id={`${fieldId(name)}-said`} className="builder-said" data-live>
      {said &&
        (["zh", "en"] as const satisfies readonly Locale[])
          .filter((language) => said[language] !== "")
          .map((language) => (
            <p key={language}>
              <small className="muted">{t.said[language]}</small>{" "}
              <span lang={language === "zh" ? "zh-CN" : "en"}>{said[language]}</span>
            </p>
          ))}
    </div>
  );
}
