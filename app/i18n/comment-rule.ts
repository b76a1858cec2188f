import { commentLength, commentReason, type CommentRules } from "#app/domain/reviews/score-sheet.ts";
import type { Score } from "#app/domain/reviews/reviewer-total.ts";
import type { Locale } from "./locale.ts";
import { reviewMessages } from "./messages/reviews.ts";

export interface CommentRule {
  /** Whether the comment is as long as the score wants it. */
  met: boolean;
  words: string;
}

/** What is said beside a comment that its score calls for; undefined where none is needed. */
export function commentRule(
  rules: CommentRules,
  key: string,
  score: Score | undefined,
  comment: string,
  locale: Locale,
): CommentRule | undefined {
  const reason = score === undefined ? null : commentReason(rules, key, score);
  if (reason === null) return undefined;
  const t = reviewMessages[locale].sheet;
  const { minimum } = rules.comments;
  if (commentLength(comment) >= minimum) return { met: true, words: t.commentEnough(minimum) };
  const floor = rules.criteria.find((criterion) => criterion.key === key)?.floor ?? "";
  const words = reason === "extreme" ? t.commentNeeded(minimum) : t.commentBelowFloor(minimum, floor);
  return { met: false, words };
}
