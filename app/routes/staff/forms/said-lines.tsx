import type { Locale } from "#app/i18n/locale.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import { type EditorPage, fieldId, type PropertyFieldProps } from "./property-props.ts";
import { formulaSaid, type Said, saidOf } from "./said.ts";

/** What a condition or formula says, in both languages, kept current while it is typed. */
export function SaidLines({ name, editor, page }: PropertyFieldProps) {
  const { typed, place, locale } = page;
  const said = saidOf(name, editor, typed, place);
  return <Lines id={`${fieldId(name)}-said`} said={said} locale={locale} />;
}

interface SaidFormulaProps {
  id: string;
  text: string;
  table: string | undefined;
  page: EditorPage;
}

/** The same of one part of a condition that only a formula can say. */
export const SaidFormula = ({ id, text, table, page }: SaidFormulaProps) => (
  <Lines id={id} said={formulaSaid(text, table, page.place.definition)} locale={page.locale} />
);

function Lines({ id, said, locale }: { id: string; said: Said | undefined; locale: Locale }) {
  const t = builderConditionMessages[locale];
  return (
    <div id={id} className="builder-said" data-live>
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
