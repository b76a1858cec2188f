import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import { type CompiledSection, compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { EvaluatedRow, evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import { type RawAnswers, rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import type { FormView } from "#app/ui/form/form-view.ts";

export interface PreviewView {
  section: CompiledSection;
  form: FormView;
  blankRow: (table: string) => EvaluatedRow;
}

interface Answered {
  definition: FormDefinition;
  /** What was typed to try it out, or made up; kept nowhere. */
  raw: RawAnswers;
  /** YYYY-MM-DD in Beijing. */
  today: string;
  locale: Locale;
  showIssues: boolean;
}

type Wanted = Answered & { sectionKey: string };

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** One section as an applicant would see it with these answers. */
export function previewView({ sectionKey, ...answered }: Wanted): PreviewView | undefined {
  const section = compileForm(answered.definition).sectionByKey.get(sectionKey);
  return section && sectionView(section, evaluated(answered, [section]), answered);
}

export interface WholeSection {
  view: PreviewView;
  title: string;
  /** False where these answers hide it. */
  visible: boolean;
}

/** Every section one after the other, in the order of the form. */
export function wholePreview(answered: Answered): WholeSection[] {
  const { sections } = compileForm(answered.definition);
  const evaluation = evaluated(answered, sections);
  return sections.map((section) => ({
    view: sectionView(section, evaluation, answered),
    title: section.section.title[answered.locale],
    visible: evaluation.isSectionVisible(section.section.key),
  }));
}

function evaluated(
  { definition, raw, today }: Answered,
  sections: readonly CompiledSection[],
): FormEvaluation {
  const filled = sections.reduce((answers, section) => withRows(section, answers), raw);
  return evaluateForm(definition, filled, { today, files: {} });
}

function sectionView(
  section: CompiledSection,
  evaluation: FormEvaluation,
  { locale, showIssues }: Answered,
): PreviewView {
  const form: FormView = {
    locale,
    evaluation,
    issues: showIssues ? byPath(sectionCheckOf(evaluation, section).issues) : nothing,
    problems: nothing,
    sentence: (issue) => issueSentence(issue, locale),
    conflicts: nothing,
    typed: nothing,
    files: () => [],
    isOpen: () => true,
    flag: () => undefined,
    edited: () => undefined,
  };
  return { section, form, blankRow: (table) => blankRow(evaluation, table) };
}

/** A table shows one row to type into. */
function withRows(section: CompiledSection, raw: RawAnswers): RawAnswers {
  const empty = section.questions.filter(
    ({ field, fixedRows }) => isTable(field) && fixedRows === null && rowsOf(raw, field.key).length === 0,
  );
  return { ...raw, ...Object.fromEntries(empty.map(({ field }) => [field.key, [{ id: "r1", cells: {} }]])) };
}

function blankRow(evaluation: FormEvaluation, table: string): EvaluatedRow {
  const question = evaluation.form.questionByKey.get(table);
  if (!question) throw new RangeError(`no table ${table}`);
  const blank = { id: "NEWROW", cells: {} };
  return new EvaluatedRow(evaluation, question, blank, 0, { today: evaluation.today });
}

function byPath(issues: readonly FormIssue[]): ReadonlyMap<string, readonly FormIssue[]> {
  const found = new Map<string, FormIssue[]>();
  for (const issue of issues) found.set(issue.path, [...(found.get(issue.path) ?? []), issue]);
  return found;
}
