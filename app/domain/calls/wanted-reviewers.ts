import type { CallContent } from "./call-content.ts";

/** How many reviewers an application of a call wants, in all and of each discipline. */
export type WantedReviewers = Readonly<NonNullable<CallContent["reviewers"]>>;

/** What is asked of the reviewers where a call says nothing of its own (domain.md §5.4). */
export const usualReviewers: WantedReviewers = {
  ...{ total: 5, technology: 2, industry: 1, finance: 1, investment_legal: 1 },
};

export const wantedReviewers = (content: Partial<Pick<CallContent, "reviewers">>): WantedReviewers =>
  content.reviewers ?? usualReviewers;
