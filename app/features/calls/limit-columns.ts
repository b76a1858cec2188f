import type { CallContent } from "#app/domain/calls/call-content.ts";
import { wantedReviewers } from "#app/domain/calls/wanted-reviewers.ts";

/** What is copied from a call's content into columns of its own; written whenever the content is. */
export const limitColumns = (content: Pick<CallContent, "reviewers" | "amounts">) => ({
  wanted_reviewers: wantedReviewers(content).total,
  minimum_fen: content.amounts?.minimumFen ?? null,
  maximum_fen: content.amounts?.maximumFen ?? null,
});
