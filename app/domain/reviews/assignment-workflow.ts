export const assignmentStates = [
  "assigned",
  "accepted",
  "submitted",
  "declined",
  "conflicted",
  "recused",
  "withdrawn",
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

export type AssignmentParty = "reviewer" | "officer" | "system";

interface Step {
  readonly from: readonly AssignmentState[];
  readonly to: AssignmentState;
  readonly by: readonly AssignmentParty[];
  readonly needs?: string;
}

/** Event → from → to, who may, what it needs. Anything not listed is refused. */
export const assignmentWorkflow = {
  accept: {
    from: ["assigned"],
    to: "accepted",
    by: ["reviewer"],
    needs: "signed declaration without a conflict",
  },
  decline: { from: ["assigned"], to: "declined", by: ["reviewer"], needs: "reason" },
  /** Accepted, and cannot go on: what was filled in stays with the assignment and counts for nothing. */
  hand_back: { from: ["accepted"], to: "declined", by: ["reviewer"], needs: "reason" },
  declare_conflict: {
    from: ["assigned", "accepted"],
    to: "conflicted",
    by: ["reviewer"],
    needs: "kind of conflict",
  },
  submit: { from: ["accepted"], to: "submitted", by: ["reviewer"], needs: "sheet without problems" },
  revise: {
    from: ["submitted"],
    to: "submitted",
    by: ["reviewer"],
    needs: "moderation open, reason, both versions kept",
  },
  recuse: {
    from: ["assigned", "accepted", "submitted"],
    to: "recused",
    by: ["officer", "system"],
    needs: "conflict confirmed",
  },
  withdraw: { from: ["assigned", "accepted"], to: "withdrawn", by: ["officer"], needs: "reason" },
  reassign: { from: ["declined", "withdrawn"], to: "assigned", by: ["officer"], needs: "no open conflict" },
} as const satisfies Record<string, Step>;

export type AssignmentEvent = keyof typeof assignmentWorkflow;

/** The state after `event`, or null when it is not allowed in `from` or not for `party`. */
export function assignmentTransition(
  from: string,
  event: AssignmentEvent,
  party: AssignmentParty,
): AssignmentState | null {
  const step: Step = assignmentWorkflow[event];
  const allowed = (step.from as readonly string[]).includes(from) && step.by.includes(party);
  return allowed ? step.to : null;
}

/** Whether the reviewer may see the application: accepted, with the declaration signed, and not stood down since. */
export const opensApplication = (assignment: { state: string; declaredAt: string | null }): boolean =>
  (assignment.state === "accepted" || assignment.state === "submitted") && assignment.declaredAt !== null;

/** Sheets that count; a recused reviewer leaves the numerator and the denominator. */
export const countsInScore = (state: string): boolean => state === "submitted";

/** Still expected to be scored: what a load limit and "assigned" figures count. */
export const isActive = (state: string): boolean =>
  state === "assigned" || state === "accepted" || state === "submitted";

export const queueGroups = ["overdue", "in_progress", "to_score", "to_declare", "done", "closed"] as const;
export type QueueGroup = (typeof queueGroups)[number];

/** Where a row stands in its reviewer's queue. Overdue outranks the rest: it is what the reviewer must see first. */
export function queueGroup(
  assignment: { readonly state: string; readonly dueAt: string; readonly startedAt: string | null },
  now: Date,
): QueueGroup {
  if (assignment.state === "submitted") return "done";
  if (assignment.state !== "assigned" && assignment.state !== "accepted") return "closed";
  if (now.getTime() >= Date.parse(assignment.dueAt)) return "overdue";
  if (assignment.state === "assigned") return "to_declare";
  return assignment.startedAt === null ? "to_score" : "in_progress";
}
