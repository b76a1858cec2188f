import type { FormDefinition, Question } from "#app/domain/forms/definition.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { questionsOf } from "#app/domain/forms/edit/condition-subject.ts";
import { problemsOf } from "#app/domain/forms/edit/outline-edits.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { previewView, type PreviewView } from "./preview-view.ts";

/**
 * One question as an applicant sees it once it is shown, or the table a column stands in; undefined while the form
 * is not whole.
 */
export function questionPreview(
  definition: FormDefinition,
  at: NodeAddress,
  today: string,
  locale: Locale,
): PreviewView | undefined {
  const key = at.kind === "question" ? at.key : at.kind === "column" ? at.in : undefined;
  const question = questionsOf(definition).find((candidate) => candidate.key === key);
  if (!question || problemsOf(definition).length > 0) return undefined;
  const section = definition.parts
    .flatMap(({ sections }) => sections)
    .find(({ groups }) => groups.some(({ questions }) => questions.some((one) => one.key === key)))!;
  const view = previewView({
    ...{ definition: shownAlways(definition, at, question), sectionKey: section.key, raw: {}, today, locale },
    showIssues: false,
  });
  if (!view) return undefined;
  const groups = view.section.groups
    .map(({ group, questions, ...rest }) => ({
      ...rest,
      // Of the group only the question is looked at.
      group: { key: group.key, questions: group.questions },
      questions: questions.filter(({ field }) => field.key === key),
    }))
    .filter(({ questions }) => questions.length > 0);
  return { ...view, section: { ...view.section, groups } };
}

/** The same form without the conditions that the question waits for. */
function shownAlways(definition: FormDefinition, at: NodeAddress, question: Question): FormDefinition {
  const shown = structuredClone(definition);
  for (const { sections } of shown.parts)
    for (const section of sections)
      for (const group of section.groups) {
        const found = group.questions.find(({ key }) => key === question.key);
        if (!found) continue;
        for (const each of [section, group, found]) delete each.visibleWhen;
        if (found.type === "table") delete found.columns.find(({ key }) => key === at.key)?.visibleWhen;
      }
  return shown;
}
