import type { NextStep as Step } from "#app/domain/applications/next-step.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import { NextStep } from "#app/ui/next-step.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { TasksView } from "./tasks-view.ts";

/** The applicant's next step, always on top. */
export function NextStepLine({ view }: { view: TasksView }) {
  const { next, locale } = view;
  const sentence = sentenceOf(view);
  const link = linkOf(view);
  if (next.kind === "view_only") return <Notice className="mb-8">{sentence}</Notice>;
  if (next.kind === "submitted" || next.kind === "closed")
    return (
      <Notice tone={next.kind === "submitted" ? "ok" : "info"} className="mb-8">
        {sentence} {link && <a href={link}>{taskMessages[locale].act[next.kind]}</a>}
      </Notice>
    );
  const action = next.kind === "ask_owner" ? undefined : taskMessages[locale].act[next.kind];
  return (
    <NextStep className="mb-8" {...(link && action ? { href: link, action } : {})}>
      {sentence}
    </NextStep>
  );
}

function sentenceOf({ next, locale, sectionTitle, owners }: TasksView): string {
  const t = taskMessages[locale].next;
  switch (next.kind) {
    case "correct":
      return t.correct(next);
    case "mend":
      return t.mend({ section: sectionTitle(next.section), count: next.count });
    case "go_on":
      return t.go_on({
        section: sectionTitle(next.section),
        answered: next.answered,
        required: next.required,
      });
    case "begin":
      return t.begin({ section: sectionTitle(next.section) });
    case "upload":
      return t.upload({ section: sectionTitle(next.section), missing: next.missing });
    case "ask_owner":
      return t.ask_owner({ owners: owners.join(locale === "zh" ? "、" : ", ") });
    default:
      return t[next.kind];
  }
}

function linkOf({ next, head }: TasksView): string | undefined {
  const at = `/applications/${head.id}`;
  const to: Record<Step["kind"], string | undefined> = {
    view_only: undefined,
    ask_owner: undefined,
    closed: head.number ? `${at}/status` : undefined,
    submitted: `${at}/status`,
    correct: `${at}/status`,
    return_correction: `${at}/check`,
    submit: `${at}/check`,
    submit_again: `${at}/check`,
    mend: "section" in next ? `${at}/sections/${next.section}?check=1` : undefined,
    go_on: "section" in next ? `${at}/sections/${next.section}` : undefined,
    begin: "section" in next ? `${at}/sections/${next.section}` : undefined,
    upload: "section" in next ? `${at}/sections/${next.section}` : undefined,
  };
  return to[next.kind];
}
