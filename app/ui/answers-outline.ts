import { type CompiledQuestion, type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
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

export interface AnsweredGroup {
  key: string;
  /** Nothing where the section's own title, or the name of the only table in it, says the same. */
  title: LocalText | undefined;
  questions: CompiledQuestion[];
}

/** The questions of a section that apply and that this reader may see, as the form groups them. */
export function answeredGroups(
  { section, groups }: CompiledSection,
  evaluation: FormEvaluation,
  showRestricted: boolean,
): AnsweredGroup[] {
  return groups.flatMap(({ group, questions }) => {
    const shown = questions
      .filter(({ field }) => field.type !== "static" && evaluation.isVisible(field.key))
      .flatMap((question) => readableQuestion(question, showRestricted) ?? []);
    const isOneTable = shown.length === 1 && shown[0]?.field.type === "table";
    const isNamed = group.title && group.title.zh !== section.title.zh && !isOneTable;
    return shown.length === 0
      ? []
      : [{ key: group.key, title: isNamed ? group.title : undefined, questions: shown }];
  });
}

export const shownSections = (evaluation: FormEvaluation, showRestricted: boolean): CompiledSection[] =>
  compileForm(evaluation.form.definition).sections.filter(
    ({ section }) =>
      (showRestricted || section.restricted !== true) && evaluation.isSectionVisible(section.key),
  );
