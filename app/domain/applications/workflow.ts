/** States of domain.md §2.3; the main line first, side states last. */
export const applicationStates = [
  "draft",
  "submitted",
  "formal_review",
  "supplement_required",
  "not_accepted",
  "expert_review",
  "panel",
  "initiated",
  "due_diligence",
  "proposal",
  "ic_review",
  "public_notice",
  "rejected",
  "not_shortlisted",
  "reserve",
  "withdrawn",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export type Party = "owner" | "officer" | "committee" | "system";

interface Step {
  from: readonly ApplicationState[];
  to: ApplicationState;
  by: readonly Party[];
  /** Name of the guard the command checks beside the state; documentation for the diagram. */
  needs?: string;
}

/**
 * Event → from → to, who may, what it needs. Anything not listed is refused.
 * The stages between panel and ic_review (initiation, due diligence, proposal) are taken one by one by the officer.
 */
export const applicationWorkflow = {
  submit: {
    from: ["draft", "submitted"],
    to: "submitted",
    by: ["owner"],
    needs: "complete, signed, call open",
  },
  withdraw: {
    from: ["submitted", "formal_review", "supplement_required", "expert_review", "panel"],
    to: "withdrawn",
    by: ["owner"],
  },
  start_formal_check: {
    from: ["submitted"],
    to: "formal_review",
    by: ["officer"],
    needs: "call closed or officer takes it",
  },
  request_correction: {
    from: ["formal_review"],
    to: "supplement_required",
    by: ["officer"],
    needs: "every defect listed, at most two rounds",
  },
  resubmit: {
    from: ["supplement_required"],
    to: "formal_review",
    by: ["owner"],
    needs: "before the correction deadline",
  },
  lapse: {
    from: ["supplement_required"],
    to: "not_accepted",
    by: ["system"],
    needs: "correction deadline passed",
  },
  accept: { from: ["formal_review"], to: "expert_review", by: ["officer"] },
  not_accept: { from: ["formal_review"], to: "not_accepted", by: ["officer"], needs: "reason code and text" },
  close_scoring: {
    from: ["expert_review"],
    to: "panel",
    by: ["officer"],
    needs: "at least three valid reviews",
  },
  shortlist: { from: ["panel"], to: "initiated", by: ["officer"] },
  put_in_reserve: { from: ["panel"], to: "reserve", by: ["officer"] },
  not_shortlist: { from: ["panel"], to: "not_shortlisted", by: ["officer"], needs: "reason" },
  take_from_reserve: { from: ["reserve"], to: "initiated", by: ["officer"] },
  start_due_diligence: { from: ["initiated"], to: "due_diligence", by: ["officer"] },
  propose: { from: ["due_diligence"], to: "proposal", by: ["officer"] },
  send_to_committee: {
    from: ["panel", "initiated", "due_diligence", "proposal"],
    to: "ic_review",
    by: ["officer"],
  },
  release_approval: {
    from: ["ic_review"],
    to: "public_notice",
    by: ["committee"],
    needs: "recorded decision, letter agrees",
  },
  release_deferral: {
    from: ["ic_review"],
    to: "proposal",
    by: ["committee"],
    needs: "recorded decision, letter agrees",
  },
  release_rejection: {
    from: ["ic_review"],
    to: "rejected",
    by: ["committee"],
    needs: "recorded decision, letter agrees",
  },
} as const satisfies Record<string, Step>;

export type ApplicationEvent = keyof typeof applicationWorkflow;

/** The state after `event`, or null when it is not allowed in `from` or not for `party`. */
export function transition(from: string, event: ApplicationEvent, party: Party): ApplicationState | null {
  const step: Step = applicationWorkflow[event];
  const allowed = (step.from as readonly string[]).includes(from) && step.by.includes(party);
  return allowed ? step.to : null;
}

/** Still the company's to edit. */
export const isEditable = (state: string): boolean =>
  state === "draft" || state === "submitted" || state === "supplement_required";

/** After these nothing more happens. */
export const isFinal = (state: string): boolean =>
  ["not_accepted", "rejected", "not_shortlisted", "withdrawn"].includes(state);
