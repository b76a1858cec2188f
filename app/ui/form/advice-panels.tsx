import { adviceOf, type AdvicePanel, type AdviceState } from "#app/domain/forms/advise.ts";
import type { CompiledSection } from "#app/domain/forms/compile-form.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { adviceMessages } from "#app/i18n/messages/advice.ts";
import { Glyph } from "../glyph.tsx";

interface AdvicePanelsProps {
  evaluation: FormEvaluation;
  section: CompiledSection;
  locale: Locale;
  /** Below the page's own headings. */
  headingLevel?: 2 | 3;
}

/** What the answers say about conditions the applicant may want to know of. The browser keeps them current. */
export function AdvicePanels({ evaluation, section, locale, headingLevel = 2 }: AdvicePanelsProps) {
  return adviceOf(evaluation, section).map((panel) => (
    <Panel key={panel.advice.key} panel={panel} locale={locale} headingLevel={headingLevel} />
  ));
}

interface PanelProps {
  panel: AdvicePanel;
  locale: Locale;
  headingLevel: 2 | 3;
}

function Panel({ panel: { advice, isVisible, items, state }, locale, headingLevel }: PanelProps) {
  const t = adviceMessages[locale];
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const id = `advice-${advice.key}`;
  const words = { met: advice.met[locale], unmet: advice.unmet[locale], open: t.open };
  return (
    <section className="advice" aria-labelledby={id} data-advice={advice.key} hidden={!isVisible}>
      <p className="muted text-sm">{t.eyebrow}</p>
      <Heading id={id}>{advice.title[locale]}</Heading>
      {advice.intro && <p className="measure mt-1 text-sm">{advice.intro[locale]}</p>}
      <ul className="advice-items">
        {items.map(({ item, value, state: outcome }) => (
          <li key={item.key} data-advice-item={item.key}>
            <span>
              {item.label[locale]}
              <span className="muted block text-sm">
                {t.threshold} {item.threshold[locale]}
              </span>
            </span>
            <span className="num">
              <span className="muted text-sm">{t.value}</span>{" "}
              <b data-advice-value="">{value?.[locale] ?? "–"}</b>
            </span>
            <Outcome state={outcome} locale={locale} />
          </li>
        ))}
      </ul>
      <p className="mt-2" data-advice-summary="">
        {states.map((each) => (
          <span key={each} data-state={each} hidden={each !== state}>
            {words[each]}
          </span>
        ))}
      </p>
    </section>
  );
}

const states = ["met", "unmet", "open"] as const;

/** All three are there, so that the browser can change them without knowing the words. */
function Outcome({ state, locale }: { state: AdviceState; locale: Locale }) {
  return (
    <span className="advice-outcome">
      {states.map((each) => (
        <span key={each} className={tones[each]} data-state={each} hidden={each !== state}>
          {each !== "open" && <Glyph name={each === "met" ? "ok" : "warn"} />}{" "}
          {adviceMessages[locale].states[each]}
        </span>
      ))}
    </span>
  );
}

const tones = { met: "st-ok", unmet: "st-warn", open: "muted" } as const;
