/** What can be stuck, the gravest first: the order of the staff home. */
export const stuckKinds = [
  "check_overdue",
  "reviews_late",
  "correction_lapsing",
  "conflicts_open",
  "short_of_reviewers",
  "decisions_unreleased",
  "unclaimed",
  "ready_to_close",
] as const;
export type StuckKind = (typeof stuckKinds)[number];

/** Past a deadline, and so shown in red; the others merely wait. */
export const isOverdueKind = (kind: StuckKind): boolean =>
  kind === "check_overdue" || kind === "reviews_late";
