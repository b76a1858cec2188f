/** How far an application has come on the day the demonstration is made. */
export type Ending =
  | { at: "draft"; filled: number; files?: number }
  | { at: "submitted"; versions?: number }
  | { at: "formal_review"; checked?: number; corrected?: true }
  | { at: "supplement_required"; defects: number; answered?: number }
  | { at: "not_accepted"; why: "refused" | "lapsed"; refusal?: number }
  | {
      at: "expert_review";
      reviewers: number;
      declared: number;
      begun: number;
      sent: number;
      overdue?: true;
      extra?: "conflict" | "declined" | "avoidance";
      /** Reviewers ask the company something. */
      questions?: true;
    }
  | { at: "panel"; split?: true }
  | { at: "reserve" | "not_shortlisted" | "initiated" | "due_diligence" }
  | { at: "proposal"; deferred?: true }
  | { at: "ic_review"; recorded?: "approve_with_conditions" | "reject" }
  | { at: "public_notice"; kind: "approve" | "approve_with_conditions" }
  | { at: "rejected" }
  | { at: "withdrawn"; from: "submitted" | "expert_review" };

export interface PlannedApplication {
  /** Place in the list of companies. */
  company: number;
  /** The call whose questions it answers; C5 where nothing is said. */
  project?: string;
  ending: Ending;
  /** From 0 to 5, as the reviewers will see it. */
  quality?: number;
}

/** Sixty-four applications of forty companies to the eight open calls: every state, and in it every situation worth seeing. */
export const plannedApplications: readonly PlannedApplication[] = [
  // The two companies whose people have sign-ins.
  { company: 0, ending: { at: "draft", filled: 0.7, files: 5 } },
  {
    company: 0,
    ending: { at: "expert_review", reviewers: 5, declared: 5, begun: 4, sent: 2, questions: true },
    quality: 3.9,
  },
  { company: 1, ending: { at: "supplement_required", defects: 0, answered: 1 } },
  { company: 1, ending: { at: "draft", filled: 0.25 } },

  { company: 2, ending: { at: "draft", filled: 0 } },
  { company: 3, ending: { at: "draft", filled: 0.08 } },
  { company: 4, project: "C2", ending: { at: "draft", filled: 0.45, files: 3 } },
  { company: 5, project: "C12", ending: { at: "draft", filled: 0.6 } },
  { company: 6, project: "C1", ending: { at: "draft", filled: 0.9, files: 12 } },
  { company: 7, ending: { at: "draft", filled: 1, files: 16 } },
  { company: 8, project: "C11", ending: { at: "draft", filled: 1, files: 15 } },

  { company: 9, ending: { at: "submitted" } },
  { company: 10, ending: { at: "submitted", versions: 2 } },
  { company: 11, project: "C6", ending: { at: "submitted" } },
  { company: 12, project: "C2", ending: { at: "submitted" } },
  { company: 13, project: "C12", ending: { at: "submitted" } },
  { company: 14, ending: { at: "submitted", versions: 3 } },
  { company: 3, project: "C12", ending: { at: "submitted" } },
  { company: 15, ending: { at: "withdrawn", from: "expert_review" } },

  { company: 16, project: "C7", ending: { at: "formal_review" } },
  { company: 17, project: "C1", ending: { at: "formal_review", checked: 6 } },
  { company: 18, project: "C11", ending: { at: "formal_review", checked: 13 } },
  { company: 19, ending: { at: "formal_review", corrected: true } },
  { company: 2, project: "C6", ending: { at: "formal_review" } },

  { company: 20, project: "C1", ending: { at: "supplement_required", defects: 1 } },
  { company: 21, project: "C6", ending: { at: "supplement_required", defects: 2 } },
  { company: 22, project: "C12", ending: { at: "supplement_required", defects: 3, answered: 1 } },

  { company: 23, project: "C3", ending: { at: "not_accepted", why: "refused", refusal: 0 } },
  { company: 24, project: "C11", ending: { at: "not_accepted", why: "refused", refusal: 1 } },
  { company: 25, ending: { at: "not_accepted", why: "lapsed" } },

  {
    company: 27,
    project: "C7",
    ending: { at: "expert_review", reviewers: 0, declared: 0, begun: 0, sent: 0 },
  },
  // With the one above: a call whose reviewers are still to be found, all at once.
  ...["C8", "C9", "C7", "C9"].map((project, index) => ({
    company: 20 + index,
    project,
    ending: { at: "expert_review", reviewers: 0, declared: 0, begun: 0, sent: 0 } as const,
  })),
  {
    company: 26,
    ending: { at: "expert_review", reviewers: 0, declared: 0, begun: 0, sent: 0, extra: "avoidance" },
  },
  {
    company: 28,
    project: "C1",
    ending: { at: "expert_review", reviewers: 3, declared: 0, begun: 0, sent: 0 },
  },
  {
    company: 29,
    project: "C9",
    ending: { at: "expert_review", reviewers: 5, declared: 2, begun: 0, sent: 0 },
  },
  {
    company: 30,
    project: "C2",
    ending: { at: "expert_review", reviewers: 5, declared: 4, begun: 3, sent: 1 },
    quality: 3.4,
  },
  {
    company: 31,
    project: "C6",
    ending: { at: "expert_review", reviewers: 5, declared: 3, begun: 2, sent: 1, overdue: true },
    quality: 3.7,
  },
  {
    company: 32,
    project: "C12",
    ending: { at: "expert_review", reviewers: 5, declared: 5, begun: 5, sent: 3, overdue: true },
    quality: 4.1,
  },
  {
    company: 33,
    ending: { at: "expert_review", reviewers: 5, declared: 4, begun: 4, sent: 2, extra: "conflict" },
    quality: 3.2,
  },
  {
    company: 34,
    project: "C10",
    ending: { at: "expert_review", reviewers: 4, declared: 3, begun: 3, sent: 3, extra: "declined" },
    quality: 3.6,
  },
  {
    company: 35,
    project: "C10",
    ending: { at: "expert_review", reviewers: 5, declared: 5, begun: 5, sent: 5 },
    quality: 4.2,
  },
  {
    company: 37,
    project: "C8",
    ending: { at: "expert_review", reviewers: 5, declared: 5, begun: 5, sent: 5 },
    quality: 2.9,
  },
  {
    company: 4,
    project: "C11",
    ending: { at: "expert_review", reviewers: 3, declared: 3, begun: 3, sent: 3 },
    quality: 3.5,
  },

  { company: 36, project: "C7", ending: { at: "panel" }, quality: 4 },
  { company: 38, ending: { at: "panel", split: true }, quality: 3.5 },
  { company: 39, project: "C10", ending: { at: "panel" }, quality: 3.3 },
  { company: 5, project: "C1", ending: { at: "panel" }, quality: 3.8 },

  { company: 6, project: "C3", ending: { at: "reserve" }, quality: 3.4 },
  { company: 7, project: "C12", ending: { at: "reserve" }, quality: 3.3 },
  { company: 8, project: "C8", ending: { at: "not_shortlisted" }, quality: 2.7 },
  { company: 9, project: "C4", ending: { at: "not_shortlisted" }, quality: 2.5 },
  { company: 10, project: "C7", ending: { at: "initiated" }, quality: 4.2 },
  { company: 11, project: "C1", ending: { at: "due_diligence" }, quality: 4.1 },
  { company: 12, project: "C6", ending: { at: "proposal", deferred: true }, quality: 3.8 },
  { company: 13, project: "C2", ending: { at: "ic_review" }, quality: 4 },
  {
    company: 14,
    project: "C9",
    ending: { at: "ic_review", recorded: "approve_with_conditions" },
    quality: 4.3,
  },
  { company: 15, project: "C11", ending: { at: "ic_review", recorded: "reject" }, quality: 3.4 },
  { company: 16, ending: { at: "public_notice", kind: "approve_with_conditions" }, quality: 4.5 },
  { company: 17, project: "C2", ending: { at: "public_notice", kind: "approve" }, quality: 4.6 },
  { company: 18, project: "C4", ending: { at: "rejected" }, quality: 3.6 },
  { company: 19, project: "C12", ending: { at: "withdrawn", from: "submitted" } },
];
