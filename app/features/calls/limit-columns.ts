import type { CallContent } from "#app/domain/calls/call-content.ts";
import { wantedReviewers } from "#app/domain/calls/wanted-reviewers.ts";

/** What is copied from a call's content into columns of its own; written whenever the content is. */
export function limitColumns(content: Pick<CallContent, "reviewers" | "amounts">) {
  const wanted = wantedReviewers(content);
  return {
    wanted_reviewers: wanted.total,
    wanted_technology: wanted.technology,
    wanted_industry: wanted.industry,
    wanted_finance: wanted.finance,
    wanted_investment_legal: wanted.investment_legal,
    minimum_fen: content.amounts?.minimumFen ?? null,
    budget_fen: content.amounts?.budgetFen ?? null,
    maximum_fen: content.amounts?.maximumFen ?? null,
  };
}
