import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import { type CompiledQuestion, type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { type EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { type FormIssue, isMissing } from "#app/domain/forms/issue.ts";
import type { RawAnswers, RawValue } from "#app/domain/forms/raw-answers.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import { blankRow, issuesByPath, withEmptyRows } from "./blank-rows.ts";
import type { FormView, ShownConflict } from "./form-view.ts";

/** One section of answers that somebody keeps about themselves: a company's profile, a reviewer's details. */
export interface KeptSection {
  section: CompiledSection;
  form: FormView;
  /** Wrong answers, and apart from them how many are still to be given. */
  wrong: readonly FormIssue[];
  missing: number;
  /** What the page shows, to tell afterwards what the person changed. */
  base: RawAnswers;
  blankRow: (table: string) => EvaluatedRow;
}

interface Wanted {
  definition: FormDefinition;
  raw: RawAnswers;
  mayEdit: boolean;
  /** Changed elsewhere and nowhere here. */
  fixedKeys?: ReadonlySet<string>;
  sectionKey: string;
  locale: Locale;
  now: Date;
  /** Wrong answers are marked after a save; missing ones only wait. */
  showErrors: boolean;
  conflicts?: ReadonlyMap<string, ShownConflict> | undefined;
  typed?: ReadonlyMap<string, RawValue> | undefined;
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();
const none: ReadonlySet<string> = new Set<string>();

/** The same questions as in an application; undefined when there is no such section. */
export function keptSection(wanted: Wanted): KeptSection | undefined {
  const { definition, mayEdit, sectionKey, locale, now, showErrors, fixedKeys = none } = wanted;
  const section = compileForm(definition).sectionByKey.get(sectionKey);
  if (!section) return undefined;
  const raw = mayEdit ? withEmptyRows(section, wanted.raw) : wanted.raw;
  const evaluation = evaluateForm(definition, raw, { today: beijingDay(now), files: {} });
  const papers = new Set(section.questions.filter(isPaper).map(({ field }) => field.key));
  const issues = sectionCheckOf(evaluation, section).issues.filter(
    ({ level, questionKey }) => level === "error" && !papers.has(questionKey),
  );
  const wrong = issues.filter((issue) => !isMissing(issue));
  const form: FormView = {
    locale,
    evaluation,
    issues: showErrors ? issuesByPath(wrong) : nothing,
    problems: nothing,
    sentence: (issue) => issueSentence(issue, locale),
    conflicts: wanted.conflicts ?? nothing,
    typed: wanted.typed ?? nothing,
    files: () => [],
    isOpen: (path) => mayEdit && !fixedKeys.has(path),
    flag: () => undefined,
    edited: () => undefined,
  };
  return {
    section: shownOf(section, mayEdit),
    form,
    wrong,
    missing: issues.length - wrong.length,
    base: answersOf(section, wanted.raw, fixedKeys),
    blankRow: (table) => blankRow(evaluation, table),
  };
}

/** What one section's page carries. */
const answersOf = (section: CompiledSection, raw: RawAnswers, fixedKeys: ReadonlySet<string>): RawAnswers =>
  Object.fromEntries(
    section.questions.flatMap(({ field: { key } }) => {
      const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
      return value === undefined || fixedKeys.has(key) ? [] : [[key, value] as const];
    }),
  );

const isPaper = ({ field }: CompiledQuestion): boolean => field.type === "file";

/**
 * Papers belong to each application, with its dates; here none are asked for. What is restricted there is so here:
 * for those who edit.
 */
const shownOf = (section: CompiledSection, mayEdit: boolean): CompiledSection => ({
  ...section,
  groups: section.groups.map((group) => ({
    ...group,
    questions: group.questions.filter(
      (question) =>
        !isPaper(question) && (mayEdit || !("restricted" in question.field && question.field.restricted)),
    ),
  })),
});
