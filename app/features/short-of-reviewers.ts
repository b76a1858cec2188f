import { type ExpressionBuilder, sql } from "kysely";
import type { Schema } from "#db/schema.ts";

type Conditions = ExpressionBuilder<Schema, "application">;

/** Applications in review that lack reviewers: in all, or of a discipline their call wants more of. */
export const shortOfReviewers = (eb: Conditions) =>
  eb.and([
    // Literals: an index holds exactly these rows.
    eb("application.state", "=", sql.lit("expert_review")),
    eb("application.missing_reviewers", "<>", sql.lit("")),
  ]);

/** The same where the rows are read in an order of their own: bound, not literal, so that no planner takes that index. */
export const shortOfReviewersInOrder = (eb: Conditions) =>
  eb.and([eb("application.state", "=", "expert_review"), eb("application.missing_reviewers", "<>", "")]);
