import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { ApplicationHead } from "#app/features/applications/application-head.ts";
import type { TimelineEvent } from "#app/features/applications/list-timeline.ts";
import { formatDateTime, formatShortDateTime, formatShortDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import type { TimelineStep } from "#app/ui/timeline.tsx";

const places = [
  "submitted",
  "check",
  "correction",
  "recheck",
  "review",
  "due_diligence",
  "committee",
  "notice",
] as const;
type Place = (typeof places)[number];

/** Where each state stands on the way; those that end it stand where they ended. */
const placeOf: Record<Exclude<ApplicationState, "withdrawn">, Place> = {
  draft: "submitted",
  submitted: "submitted",
  formal_review: "check",
  supplement_required: "correction",
  not_accepted: "check",
  expert_review: "review",
  panel: "review",
  not_shortlisted: "review",
  reserve: "review",
  initiated: "due_diligence",
  due_diligence: "due_diligence",
  proposal: "due_diligence",
  ic_review: "committee",
  rejected: "committee",
  public_notice: "notice",
};

const ended: readonly ApplicationState[] = ["not_accepted", "rejected", "not_shortlisted", "withdrawn"];

const endings: readonly TimelineEvent["type"][] = [
  "application.lapsed",
  "application.withdrawn",
  "application.stage_changed",
  "formal_check.not_accepted",
  "decision.released",
];

/**
 * Every step from submission to public notice: what is done, where it stands, what is to come and by whom.
 * Of what has ended nothing is to come: the steps it took, then how it ended.
 */
export function statusSteps(
  head: ApplicationHead,
  timeline: readonly TimelineEvent[],
  locale: Locale,
): TimelineStep[] {
  const here = places.indexOf(standsAt(head, timeline));
  const steps = wayOf(head, timeline, locale);
  if (!ended.includes(head.state))
    return steps.map(({ place, title, done, todo }) => {
      const state = stateOf(places.indexOf(place), here, head);
      return { key: place, title, state, when: (state === "done" ? done : todo) || undefined };
    });
  const last = timeline.findLast(({ type }) => endings.includes(type));
  const taken = steps.filter(({ place, done }) => {
    const at = places.indexOf(place);
    return at === 0 || (done && (last?.type === "application.lapsed" ? at < here : at <= here));
  });
  return [
    ...taken.map(({ place, title, done }) => ({
      ...{ key: place, title, state: "done" as const, when: done || undefined },
    })),
    ending(head, last, locale),
  ];
}

interface Step {
  place: Place;
  title: string;
  done?: string | undefined;
  todo?: string | undefined;
}

/** The whole way with what is known of each step. */
function wayOf(head: ApplicationHead, timeline: readonly TimelineEvent[], locale: Locale): Step[] {
  const t = recordMessages[locale].status;
  const at = (...types: TimelineEvent["type"][]) => timeline.findLast(({ type }) => types.includes(type))?.at;
  const on = (moment: string | undefined) => moment && t.doneOn(formatShortDateWithWeekday(locale, moment));
  const submittedAt = at("application.submitted");
  const due =
    head.state === "supplement_required" && head.dueAt ? formatShortDateTime(locale, head.dueAt) : "";
  const checked = at("formal_check.accepted", "formal_check.not_accepted");
  const asked = at("formal_check.correction_requested");
  const corrected = head.correctionRound > 0;
  return [
    {
      place: "submitted",
      title: head.submittedAt === null ? t.stepSubmit : t.stepSubmitted,
      done: submittedAt && formatDateTime(locale, submittedAt),
      todo: head.closesAt ? t.yours(formatShortDateTime(locale, head.closesAt)) : undefined,
    },
    { place: "check", title: t.stepCheck, done: on(corrected ? asked : checked), todo: t.officeDoing },
    ...(corrected
      ? ([
          {
            place: "correction",
            title: t.stepCorrection(head.correctionRound),
            done: on(at("application.resubmitted")),
            todo: due && t.yours(due),
          },
          { place: "recheck", title: t.stepRecheck, done: on(checked), todo: t.officeDoing },
        ] as const)
      : []),
    {
      place: "review",
      title: t.stepReview,
      done: on(at("application.scoring_closed")),
      todo: t.reviewersHidden,
    },
    { place: "due_diligence", title: t.stepDueDiligence, done: on(at("application.sent_to_committee")) },
    { place: "committee", title: t.stepCommittee, done: on(at("decision.released")) },
    { place: "notice", title: t.stepNotice },
  ];
}

function ending(head: ApplicationHead, last: TimelineEvent | undefined, locale: Locale): TimelineStep {
  const t = recordMessages[locale];
  const lapsed = last?.type === "application.lapsed";
  const title = lapsed ? t.event["application.lapsed"] : t.status.title[head.state];
  return { key: "end", title, state: "ended", when: last && formatShortDateWithWeekday(locale, last.at) };
}

/** A check after a correction is the second look; a withdrawn or lapsed one had come this far. */
function standsAt(head: ApplicationHead, timeline: readonly TimelineEvent[]): Place {
  const types = new Set(timeline.map(({ type }) => type));
  if (head.state === "withdrawn") {
    if (types.has("formal_check.accepted")) return "review";
    return types.has("formal_check.started") ? "check" : "submitted";
  }
  if (types.has("application.lapsed")) return "correction";
  const place = placeOf[head.state];
  return place === "check" && head.correctionRound > 0 ? "recheck" : place;
}

function stateOf(place: number, here: number, head: ApplicationHead): TimelineStep["state"] {
  if (head.submittedAt === null) return place === 0 ? "now" : "todo";
  if (place < here || (place === 0 && here === 0)) return "done";
  if (place > here) return "todo";
  return head.state === "supplement_required" ? "yours" : "now";
}
