import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import { Glyph, type GlyphName } from "./glyph.tsx";
import { usePage } from "./page-context.tsx";
import { toneTextClass, type Tone } from "./tone.ts";

export type TaskState =
  "not_started" | "in_progress" | "complete" | "blocked" | "error" | "changes_requested";

export interface Task {
  key?: string;
  label: string;
  /** Absent while the task cannot be opened. */
  href?: string;
  /** Why it stands where it stands. */
  reason?: ReactNode;
  state: TaskState;
  /** Instead of the usual word for the state. */
  word?: string;
}

const looks: Record<TaskState, { glyph: GlyphName; tone: Tone }> = {
  not_started: { glyph: "empty", tone: "plain" },
  in_progress: { glyph: "half", tone: "accent" },
  complete: { glyph: "ok", tone: "ok" },
  blocked: { glyph: "blocked", tone: "plain" },
  error: { glyph: "error", tone: "bad" },
  changes_requested: { glyph: "warn", tone: "warn" },
};

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <TaskRow key={task.key ?? task.href ?? task.label} {...task} />
      ))}
    </ul>
  );
}

function TaskRow({ label, href, reason, state, word }: Task) {
  const t = shellMessages[usePage().locale];
  const { glyph, tone } = looks[state];
  return (
    <li>
      <Glyph name={glyph} tone={tone} />
      <div>
        {href ? <a href={href}>{label}</a> : <span className="font-semibold">{label}</span>}
        {reason && <div className="sub">{reason}</div>}
      </div>
      <span className={classNames("st", toneTextClass[tone])}>{word ?? t.taskState[state]}</span>
    </li>
  );
}
