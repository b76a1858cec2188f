import { type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";

export interface OutlinedSection {
  partKey: string;
  partTitle: LocalText;
  /** From 1. */
  partNumber: number;
  key: string;
  title: LocalText;
  /** From 1, over the sections that apply. */
  number: number;
}

/** The sections a reader sees, in order: for side navigation and for the answers themselves. */
export function answerSections(
  definition: FormDefinition,
  raw: RawAnswers,
  env: CheckEnv,
  showRestricted: boolean,
): OutlinedSection[] {
  const evaluation = evaluateForm(definition, raw, env);
  const places = sectionPlaces(evaluation);
  return shownSections(evaluation, showRestricted).map(({ section, part }) => ({
    ...{ partKey: part.key, partTitle: part.title, key: section.key, title: section.title },
    ...places.get(section.key)!,
  }));
}

export const shownSections = (evaluation: FormEvaluation, showRestricted: boolean): CompiledSection[] =>
  compileForm(evaluation.form.definition).sections.filter(
    ({ section }) =>
      (showRestricted || section.restricted !== true) && evaluation.isSectionVisible(section.key),
  );
