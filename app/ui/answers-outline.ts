import { type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
import { type CheckEnv, evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";

export interface OutlinedSection {
  partKey: string;
  partTitle: LocalText;
  /** From 1. */
  partNumber: number;
  key: string;
  title: LocalText;
  /** From 1, over the whole form. */
  number: number;
}

/** The sections a reader sees, in order: for side navigation and for the answers themselves. */
export const answerSections = (
  definition: FormDefinition,
  raw: RawAnswers,
  env: CheckEnv,
  showRestricted: boolean,
): OutlinedSection[] =>
  shownSections(evaluateForm(definition, raw, env), showRestricted).map(({ section, part, number }) => ({
    partKey: part.key,
    partTitle: part.title,
    partNumber: definition.parts.indexOf(part) + 1,
    key: section.key,
    title: section.title,
    number,
  }));

export const shownSections = (evaluation: FormEvaluation, showRestricted: boolean): CompiledSection[] =>
  compileForm(evaluation.form.definition).sections.filter(
    ({ section }) =>
      (showRestricted || section.restricted !== true) && evaluation.isSectionVisible(section.key),
  );
