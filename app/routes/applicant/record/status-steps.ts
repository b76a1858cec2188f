import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import type { TimelineEvent } from "#app/features/applications/list-timeline.ts";
import { formatDateTime, formatShortDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import type { TimelineStep } from "#app/ui/timeline.tsx";

/** How far each state is along the way; those that end it stand where they ended. */
const reached: Record<ApplicationState, number> = {
  draft: 0,
  submitted: 0,
  formal_review: 1,
  supplement_required: 2,
  not_accepted: 1,
  expert_review: 3,
  panel: 3,
  not_shortlisted: 3,
  reserve: 3,
  initiated: 4,
  due_diligence: 4,
  proposal: 4,
  ic_review: 5,
  rejected: 5,
  public_notice: 6,
  withdrawn: -1,
};

/** Every step from submission to public notice: what is done, where it stands, what is to come and by whom. */
export function statusSteps(
  head: ApplicationHead,
  timeline: readonly TimelineEvent[],
  locale: Locale,
): TimelineStep[] {
  const t = recordMessages[locale].status;
  const at = (...types: string[]) => timeline.findLast(({ type }) => types.includes(type))?.at;
  const here = head.state === "withdrawn" ? furthest(timeline) : reached[head.state];
  const corrected = head.correctionRound > 0;
  const due = head.dueAt && `${formatShortDateWithWeekday(locale, head.dueAt)} ${formatTime(head.dueAt)}`;
  const submittedAt = at("application.submitted");
  const steps: (TimelineStep & { place: number })[] = [
    {
      place: 0,
      title: t.stepSubmitted,
      when: submittedAt && formatDateTime(locale, submittedAt),
      state: "todo",
    },
    { place: 1, title: t.stepCheck, when: t.officeDoing, state: "todo" },
    ...(corrected
      ? [
          {
            place: 2,
            title: t.stepCorrection(head.correctionRound),
            when: head.state === "supplement_required" && due ? t.yours(due) : undefined,
            state: "todo" as const,
          },
        ]
      : []),
    { place: 3, title: t.stepReview, when: t.reviewersHidden, state: "todo" },
    { place: 4, title: t.stepDueDiligence, state: "todo" },
    { place: 5, title: t.stepCommittee, state: "todo" },
    { place: 6, title: t.stepNotice, state: "todo" },
  ];
  return steps.map(({ place, ...step }) => ({ ...step, state: stateOf(place, here, head) }));
}

function stateOf(place: number, here: number, head: ApplicationHead): TimelineStep["state"] {
  if (head.submittedAt === null) return place === 0 ? "yours" : "todo";
  if (place < here || (place === 0 && here === 0)) return "done";
  // A second look after the correction: the correction is done, the check is on again.
  if (place === 2 && here === 1) return "done";
  if (place > here) return "todo";
  if (["not_accepted", "rejected", "not_shortlisted", "withdrawn"].includes(head.state)) return "done";
  return head.state === "supplement_required" ? "yours" : "now";
}

function furthest(timeline: readonly TimelineEvent[]): number {
  const types = new Set(timeline.map(({ type }) => type));
  if (types.has("formal_check.accepted")) return 3;
  return types.has("formal_check.started") ? 1 : 0;
}
