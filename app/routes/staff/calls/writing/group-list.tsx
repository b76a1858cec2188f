import { callGroups, frozenGroups } from "#app/domain/calls/call-document.ts";
import type { CallProblem } from "#app/domain/calls/call-problems.ts";
import type { CallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callFieldMessages } from "#app/i18n/messages/call-fields.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { Tag } from "#app/ui/tag.tsx";
import { type Task, TaskList } from "#app/ui/task-list.tsx";
import { problemHref, problemPlace, problemSentence } from "./field-name.ts";

/** The parts of a call, each with who changed it last and how many problems it has. */
export function GroupList({ writing, locale }: { writing: CallInWriting; locale: Locale }) {
  const t = callWritingMessages[locale];
  const { call, groups, opened, problems } = writing;
  const tasks = callGroups.map((group): Task => {
    const mark = groups[group];
    const errors = problems.filter((problem) => problem.group === group && problem.level === "error").length;
    const frozen = opened && frozenGroups.includes(group);
    return {
      label: callFieldMessages[locale].groups[group],
      href: `/staff/calls/${call.id}/edit/${group}`,
      reason: mark ? t.changedBy(mark.by, formatDateTime(locale, mark.at)) : t.neverChanged,
      state: errors > 0 ? "error" : frozen ? "blocked" : "complete",
      ...(errors > 0 && { word: t.groupProblems(formatCount(errors)) }),
      ...(errors === 0 && { word: frozen ? t.frozenWord : t.completeWord }),
    };
  });
  return (
    <section className="mt-6 max-w-3xl" aria-labelledby="groups">
      <h2 id="groups">{t.groups}</h2>
      <TaskList tasks={tasks} />
    </section>
  );
}

interface ProblemListProps {
  callId: string;
  problems: readonly CallProblem[];
  locale: Locale;
}

export function ProblemList({ callId, problems, locale }: ProblemListProps) {
  const t = callWritingMessages[locale];
  const errors = problems.filter(({ level }) => level === "error").length;
  const warnings = problems.length - errors;
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="problems">
      <h2 id="problems">{t.problems}</h2>
      <p className={errors > 0 ? "st-bad" : undefined}>
        {errors === 0 ? t.noProblems : t.errorCount(formatCount(errors))}
        {locale === "en" && " "}
        {warnings > 0 && t.warningCount(formatCount(warnings))}
      </p>
      <ul>
        {problems.map((problem) => (
          <li
            key={`${problem.group} ${problem.path} ${problem.code}`}
            className="border-base-300 border-b py-2"
          >
            <Tag tone={problem.level === "error" ? "bad" : "warn"}>
              {problem.level === "error" ? t.mustFix : t.lookAt}
            </Tag>{" "}
            <a href={problemHref(callId, problem)}>{problemPlace(problem, locale)}</a>
            <br />
            {problemSentence(problem, locale)}
          </li>
        ))}
      </ul>
    </section>
  );
}
