/** Who looks at reviews of one application, as far as these rules care. */
export type ReviewReader =
  | { readonly kind: "applicant" }
  | { readonly kind: "reviewer"; readonly ownState: string }
  | { readonly kind: "recused" }
  | { readonly kind: "committee" }
  | { readonly kind: "office" }
  | { readonly kind: "auditor" };

export interface ReviewVisibility {
  /** How a reviewer is named to this reader. */
  readonly reviewers: "hidden" | "code" | "name";
  readonly scores: boolean;
  /** Each comment by itself, or one consolidated text in which no one can be told apart. */
  readonly comments: "none" | "consolidated" | "each";
}

const nothing: ReviewVisibility = { reviewers: "hidden", scores: false, comments: "none" };
const everything: ReviewVisibility = { reviewers: "name", scores: true, comments: "each" };

/**
 * Reviewers are sealed from each other until their own sheet is in; the committee reads sheets without names;
 * applicants get consolidated comments once the decision is released, never names or scores.
 */
export function reviewVisibility(reader: ReviewReader, decisionReleased: boolean): ReviewVisibility {
  switch (reader.kind) {
    case "office":
    case "auditor":
      return everything;
    case "committee":
      return { reviewers: "code", scores: true, comments: "each" };
    case "reviewer":
      return reader.ownState === "submitted"
        ? { reviewers: "code", scores: true, comments: "each" }
        : nothing;
    case "applicant":
      return decisionReleased ? { reviewers: "hidden", scores: false, comments: "consolidated" } : nothing;
    case "recused":
      return nothing;
  }
}

/** E-017 */
export const reviewerCode = (ordinal: number): string => `E-${String(ordinal).padStart(3, "0")}`;

/**
 * Comments for the applicant, in an order that says nothing about who wrote them: by text, not by reviewer.
 * Repeated texts appear once.
 */
export function consolidatedComments(
  sheets: readonly { readonly strengths: string; readonly weaknesses: string; readonly overall: string }[],
): { readonly strengths: string[]; readonly weaknesses: string[]; readonly overall: string[] } {
  const gather = (texts: string[]) => [...new Set(texts.map((text) => text.trim()).filter(Boolean))].sort();
  return {
    strengths: gather(sheets.map(({ strengths }) => strengths)),
    weaknesses: gather(sheets.map(({ weaknesses }) => weaknesses)),
    overall: gather(sheets.map(({ overall }) => overall)),
  };
}
