import { written } from "./check-rules.ts";
import type { CompiledAdvice, CompiledSection } from "./compile-form.ts";
import type { Advice, LocalText } from "./definition.ts";
import type { FormEvaluation } from "./form-evaluation.ts";

/** `open`: not enough is filled in to tell. */
export type AdviceState = "met" | "unmet" | "open";

export type AdviceItem = {
  item: Advice["items"][number];
  /** The figure as it stands, or null while it cannot be told. */
  value: LocalText | null;
  state: AdviceState;
};

export type AdvicePanel = { advice: Advice; isVisible: boolean; items: AdviceItem[]; state: AdviceState };

/** The self-checks of a section as the answers stand. They block nothing. */
export const adviceOf = (evaluation: FormEvaluation, section: CompiledSection): AdvicePanel[] =>
  section.advice.map((compiled) => panelOf(evaluation, compiled));

function panelOf(evaluation: FormEvaluation, { advice, visible, items }: CompiledAdvice): AdvicePanel {
  const shown = items.map(({ item, value, holds }): AdviceItem => {
    const figure = value(evaluation);
    const outcome = holds(evaluation);
    return {
      item,
      value: figure === null ? null : written(figure, item.as, item.places),
      state: outcome === true ? "met" : outcome === false ? "unmet" : "open",
    };
  });
  return {
    advice,
    isVisible: visible === null || visible(evaluation) === true,
    items: shown,
    state: shown.some(({ state }) => state === "unmet")
      ? "unmet"
      : shown.every(({ state }) => state === "met")
        ? "met"
        : "open",
  };
}
