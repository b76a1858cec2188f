import type { EventType } from "../audit/event-types.ts";

/** What the company is told of; the rest of the record is the fund's own. */
export const companyTimeline = [
  "application.started",
  "application.submitted",
  "application.resubmitted",
  "application.withdrawn",
  "application.lapsed",
  "formal_check.started",
  "formal_check.accepted",
  "formal_check.not_accepted",
  "formal_check.correction_requested",
  "correction.extended",
  "question.forwarded",
  "question.answered",
  "application.scoring_closed",
  "application.sent_to_committee",
  "application.stage_changed",
  "decision.released",
] as const satisfies readonly EventType[];
