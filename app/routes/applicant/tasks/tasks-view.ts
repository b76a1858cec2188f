import type { CompanyRole } from "#app/domain/accounts/actor.ts";
import { fromCompanyProfile } from "#app/domain/applications/draft/draft-section.ts";
import type { Present } from "#app/domain/applications/presence.ts";
import { isWithinFlag } from "#app/domain/applications/correction.ts";
import { faults, nextStep, type NextStep } from "#app/domain/applications/next-step.ts";
import {
  applicationCheckOf,
  type ApplicationCheck,
  type SectionCheck,
} from "#app/domain/forms/check-answers.ts";
import type { CompiledSection } from "#app/domain/forms/compile-form.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import type { Draft } from "#app/features/applications/find-draft.ts";
import type { Colleague } from "#app/features/applications/list-colleagues.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { issueSummary } from "#app/i18n/messages/form-issues.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import type { Task, TaskState } from "#app/ui/task-list.tsx";

export interface TasksView {
  locale: Locale;
  now: Date;
  personId: string;
  head: Draft["head"];
  role: CompanyRole;
  parts: { key: string; number: number; title: string; tasks: Task[] }[];
  progress: ApplicationCheck["progress"];
  next: NextStep;
  sectionTitle: (key: string) => string;
  owners: string[];
  people: Activity[];
  savedAt: string | undefined;
}

interface Activity {
  colleague: Colleague;
  /** Section they are in now. */
  placeKey: string | undefined;
  /** When they opened it. */
  since: string | undefined;
  lastAt: string | undefined;
}

interface Wanted {
  draft: Draft;
  colleagues: readonly Colleague[];
  present: readonly Present[];
  locale: Locale;
  now: Date;
  personId: string;
}

/** Somebody who typed this lately is "in" a section. */
const presentMinutes = 5;

export function tasksView(wanted: Wanted): TasksView {
  const { draft, colleagues, locale, now, personId } = wanted;
  const evaluation = draft.evaluation;
  const check = applicationCheckOf(evaluation);
  const checks = new Map(check.sections.map((section) => [section.key, section]));
  const titles = new Map(evaluation.form.sections.map(({ section }) => [section.key, section.title[locale]]));
  const filled = evaluation.form.sections.filter(
    ({ section }) => section.kind !== "signing" && (!section.restricted || draft.mayReadRestricted),
  );
  const next = nextStep({
    state: draft.head.state,
    role: draft.role,
    isClosed: draft.isClosed,
    sections: filled.flatMap(({ section }) => checks.get(section.key) ?? []),
    check,
    corrections: draft.corrections,
    changedSince: changedSince(draft),
  });
  const people = colleagues.map((colleague) => activityOf(wanted, colleague));
  const others = people.filter(({ colleague }) => colleague.personId !== personId);
  const places = [...sectionPlaces(evaluation)];
  const parts = draft.definition.parts.map((part) => ({
    key: part.key,
    number: places.find(([key]) => part.sections.some((section) => section.key === key))?.[1].partNumber ?? 0,
    title: part.title[locale],
    tasks: filled
      .filter((section) => section.part === part && checks.get(section.section.key)?.visible)
      .map((section) => taskOf(wanted, section, checks.get(section.section.key)!, others)),
  }));
  parts.at(-1)?.tasks.push(submitTask(wanted, check));
  return {
    locale,
    now,
    personId,
    head: draft.head,
    role: draft.role,
    parts: parts.filter((part) => part.tasks.length > 0),
    progress: check.progress,
    next,
    sectionTitle: (key) => titles.get(key) ?? key,
    owners: colleagues.filter((colleague) => colleague.role === "owner").map((colleague) => colleague.name),
    people,
    savedAt: lastSaved(draft),
  };
}

function taskOf(
  wanted: Wanted,
  { section }: CompiledSection,
  check: SectionCheck,
  people: readonly Activity[],
): Task {
  const { draft, locale } = wanted;
  const href = `/applications/${draft.head.id}/sections/${section.key}`;
  const base = { label: section.title[locale] };
  if (draft.corrections) return { ...base, href, ...correctionState(draft, section.key, locale) };
  if (check.state === "cannot_start" && draft.mayEdit)
    return { ...base, state: "blocked", reason: section.opensHint?.[locale] };
  return {
    ...base,
    href: check.state === "has_errors" ? `${href}?check=1` : href,
    state: states[check.state],
    reason: reasonOf(wanted, section, check, people),
  };
}

const states: Record<SectionCheck["state"], TaskState> = {
  not_started: "not_started",
  in_progress: "in_progress",
  complete: "complete",
  has_errors: "error",
  cannot_start: "blocked",
};

function correctionState(draft: Draft, key: string, locale: Locale): Pick<Task, "state" | "reason"> {
  const flags =
    draft.corrections?.filter((flag) => flag.sectionKey === key || isWithinFlag(flag, key, "")) ?? [];
  if (flags.length === 0) return { state: "complete" };
  const done = flags.filter((flag) => flag.answeredAt !== null).length;
  return {
    state: "changes_requested",
    reason: taskMessages[locale].corrections({ count: flags.length, done }),
  };
}

/** One reason a row, the one that helps most: who is here, what is wrong, how far it is, where it came from. */
function reasonOf(
  { draft, locale }: Wanted,
  section: CompiledSection["section"],
  check: SectionCheck,
  people: readonly Activity[],
): string | undefined {
  const t = taskMessages[locale];
  const wrong = faults(check);
  if (check.state === "has_errors") {
    const [only] = check.issues.filter(
      (issue) => issue.level === "error" && !issue.code.startsWith("missing_"),
    );
    return wrong === 1 && only ? issueSummary(only, locale) : t.errors({ count: wrong });
  }
  const present = people.find(({ placeKey }) => placeKey === section.key);
  if (present) return t.editing({ name: present.colleague.name });
  if (check.state === "in_progress") {
    const { answered, required, files, requiredFiles } = check;
    if (section.kind === "files" || (answered >= required && files < requiredFiles))
      return t.files({ files, required: requiredFiles });
    return t.answered({ answered, required });
  }
  const carried = Object.values(draft.sections.get(section.key)?.fields ?? {}).filter(
    (field) => field.by === fromCompanyProfile,
  ).length;
  if (carried > 0) return t.carried({ count: carried });
  return section.restricted ? t.restricted : undefined;
}

/** Checking is always allowed; the task says whether submitting would succeed. */
function submitTask({ draft, locale }: Wanted, check: ApplicationCheck): Task {
  const t = taskMessages[locale];
  const href = `/applications/${draft.head.id}/check`;
  if (check.readyToSign || draft.corrections)
    return { label: t.checkTask, href, state: "not_started", word: t.ready, reason: t.byOwner };
  const { answered, required, files, requiredFiles } = check.progress;
  const reason =
    answered === required && files === requiredFiles
      ? t.checkWrong
      : t.checkBlocked({ questions: required - answered, files: requiredFiles - files });
  return { label: t.checkTask, state: "blocked", reason };
}

function activityOf({ draft, present, now }: Wanted, colleague: Colleague): Activity {
  let lastAt: string | undefined;
  let place: string | undefined;
  for (const section of draft.sections.values())
    for (const field of Object.values(section.fields))
      if (field.by === colleague.personId && (lastAt === undefined || field.at > lastAt)) {
        lastAt = field.at;
        place = section.key;
      }
  const isHere = lastAt !== undefined && now.getTime() - Date.parse(lastAt) <= presentMinutes * 60_000;
  const open = present.find(({ personId }) => personId === colleague.personId);
  return {
    colleague,
    placeKey: open?.sectionKey ?? (isHere ? place : undefined),
    since: open?.since,
    lastAt,
  };
}

function lastSaved(draft: Draft): string | undefined {
  const moments = [
    ...[...draft.sections.values()].map((section) => section.updatedAt),
    ...draft.files.map((file) => file.uploadedAt),
  ];
  return moments.toSorted().at(-1);
}

export function changedSince(draft: Draft): boolean {
  const saved = lastSaved(draft);
  return saved !== undefined && (draft.head.submittedAt === null || saved > draft.head.submittedAt);
}
