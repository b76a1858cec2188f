import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import { type CompiledQuestion, type CompiledSection, compileForm } from "#app/domain/forms/compile-form.ts";
import { type EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { type FormIssue, isMissing } from "#app/domain/forms/issue.ts";
import type { RawAnswers, RawValue } from "#app/domain/forms/raw-answers.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { CompanyProfile } from "#app/features/companies/find-profile.ts";
import { registeredKeys } from "#app/features/companies/profile-form.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import type { FormView, ShownConflict } from "#app/ui/form/form-view.ts";
import { blankRow, issuesByPath, withEmptyRows } from "../section/section-view.ts";

export interface ProfileView {
  profile: CompanyProfile;
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
  profile: CompanyProfile;
  sectionKey: string;
  locale: Locale;
  now: Date;
  /** Wrong answers are marked after a save; missing ones only wait. */
  showErrors: boolean;
  conflicts?: ReadonlyMap<string, ShownConflict>;
  typed?: ReadonlyMap<string, RawValue>;
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** The same questions as in an application, on the company's own page; undefined when there is no such section. */
export function profileView(wanted: Wanted): ProfileView | undefined {
  const { profile, sectionKey, locale, now, showErrors, conflicts = nothing, typed = nothing } = wanted;
  const section = compileForm(profile.definition).sectionByKey.get(sectionKey);
  if (!section) return undefined;
  const raw = profile.mayEdit ? withEmptyRows(section, profile.raw) : profile.raw;
  const evaluation = evaluateForm(profile.definition, raw, { today: beijingDay(now), files: {} });
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
    conflicts,
    typed,
    files: () => [],
    isOpen: (path) => profile.mayEdit && !registeredKeys.has(path),
    flag: () => undefined,
    edited: () => undefined,
  };
  return {
    profile,
    section: shownOf(section, profile.mayEdit),
    form,
    wrong,
    missing: issues.length - wrong.length,
    base: answersOf(section, profile.raw),
    blankRow: (table) => blankRow(evaluation, table),
  };
}

/** The part of the profile that one section's page carries. */
const answersOf = (section: CompiledSection, raw: RawAnswers): RawAnswers =>
  Object.fromEntries(
    section.questions.flatMap(({ field: { key } }) => {
      const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
      return value === undefined || registeredKeys.has(key) ? [] : [[key, value] as const];
    }),
  );

const isPaper = ({ field }: CompiledQuestion): boolean => field.type === "file";

/**
 * Papers belong to each application, with its dates; the profile asks for none. What is restricted there is so here:
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
