import { isReadablePath } from "#app/domain/forms/readable-question.ts";
import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { draftStamp } from "#app/domain/applications/draft/draft-stamp.ts";
import { stalePairIssues } from "#app/domain/applications/draft/stale-pairs.ts";
import type { SignOffRequest } from "#app/domain/applications/sign-off.ts";
import { isWithinFlag } from "#app/domain/applications/correction.ts";
import { type ApplicationCheck, applicationCheckOf } from "#app/domain/forms/check-answers.ts";
import type { CompiledGroup } from "#app/domain/forms/compile-form.ts";
import type { FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { FormIssue } from "#app/domain/forms/issue.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import type { Colleague } from "#app/features/applications/list-colleagues.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSummary } from "#app/i18n/messages/form-issues.ts";
import { fieldId } from "#app/ui/form/form-view.ts";
import type { checkMessages } from "#app/i18n/messages/check.ts";

export interface GapGroup {
  section: string;
  title: string;
  gaps: { href: string; text: string }[];
}

export interface CheckView {
  locale: Locale;
  now: Date;
  draft: Draft;
  role: CompanyRole;
  check: ApplicationCheck;
  evaluation: FormEvaluation;
  /** What stops a submission, by section, each linking to its field. */
  gaps: GapGroup[];
  gapCount: number;
  warnings: { href: string; text: string }[];
  /** Declarations to tick, as the form groups them. */
  declarations: { group: CompiledGroup; keys: string[] }[];
  owners: string[];
  personName: string;
  personId: string;
  /** What a colleague asked of the owners, or what an owner declined. */
  signOff: SignOffRequest | undefined;
  /** Stands for what this page shows: a submission is refused when something changed since. */
  stamp: string;
  idempotencyKey: string;
  /** Every answer unfolded. */
  showAll: boolean;
  /** Texts whose other language was changed after them: key → key of the changed one. */
  stale: ReadonlyMap<string, string>;
  /** The submission that stands now. */
  lastVersion: number | null;
}

/** What came back with a submission that was refused. */
export interface Signing {
  declared: readonly string[];
  name: string;
  missing: readonly string[];
  nameError?: string | undefined;
  problem?: keyof (typeof checkMessages)["zh"]["errors"] | undefined;
}

interface Wanted {
  draft: Draft;
  colleagues: readonly Colleague[];
  locale: Locale;
  now: Date;
  personName: string;
  personId?: string;
  signOff?: SignOffRequest | undefined;
  showAll: boolean;
  /** Texts whose other language was changed after them. */
  stale?: ReadonlyMap<string, string>;
}

export function checkView({
  stale = new Map(),
  draft,
  colleagues,
  locale,
  now,
  personName,
  personId = "",
  signOff,
  showAll,
}: Wanted): CheckView {
  const { corrections, evaluation } = draft;
  const check = applicationCheckOf(evaluation);
  const { form } = evaluation;
  const open = [...check.issues, ...stalePairIssues(evaluation, stale)].filter((issue) => {
    const section = form.sectionByKey.get(issue.sectionKey)?.section;
    if (section?.kind === "signing") return false;
    const question = form.questionByKey.get(issue.questionKey);
    const isShown = !question || isReadablePath(question, issue.path, draft.mayReadRestricted);
    if (!isShown) return false;
    // In a correction nothing but what was flagged can be mended.
    return !corrections || corrections.some((flag) => isWithinFlag(flag, issue.sectionKey, issue.path));
  });
  const errors = open.filter((issue) => issue.level === "error");
  const shown = (issue: FormIssue) => ({
    href: `/applications/${draft.head.id}/sections/${issue.sectionKey}?check=1#${fieldId(issue.path)}`,
    text: issueSummary(issue, locale),
  });
  return {
    locale,
    now,
    draft,
    role: draft.role,
    check,
    evaluation,
    gaps: form.sections.flatMap(({ section }) => {
      const gaps = errors.filter((issue) => issue.sectionKey === section.key).map(shown);
      return gaps.length === 0 ? [] : [{ section: section.key, title: section.title[locale], gaps }];
    }),
    gapCount: errors.length,
    warnings: open.filter((issue) => issue.level === "warning").map(shown),
    declarations: form.sections
      .filter(({ section }) => section.kind === "signing" && evaluation.isSectionVisible(section.key))
      .flatMap((section) =>
        section.groups.map((group) => ({
          group,
          keys: group.questions
            .filter(({ field }) => field.type === "declaration" && evaluation.isVisible(field.key))
            .map(({ field }) => field.key),
        })),
      )
      .filter(({ keys }) => keys.length > 0),
    owners: colleagues.filter((colleague) => colleague.role === "owner").map((colleague) => colleague.name),
    personName,
    personId,
    signOff,
    stamp: draftStamp(draft.sections.values(), draft.files),
    idempotencyKey: crypto.randomUUID(),
    showAll,
    stale,
    lastVersion: draft.head.currentVersion,
  };
}
