import { type ExpressionBuilder, sql } from "kysely";
import type { Schema } from "#db/schema.ts";

type Conditions = ExpressionBuilder<Schema, "application">;

/** Applications in review with fewer reviewers than their call wants. */
export const shortOfReviewers = (eb: Conditions) =>
  eb.and([
    eb("application.state", "=", "expert_review"),
    // No call wants more than this: the index of counts ends there.
    eb(
      "application.reviewers",
      "<",
      eb.selectFrom("call").select(({ fn }) => fn.max("wanted_reviewers").as("most")),
    ),
    isShort(eb),
  ]);

/** The same where the rows are read in an order of their own: the plus keeps the planner from the index of counts. */
export const shortOfReviewersInOrder = (eb: Conditions) =>
  eb.and([eb("application.state", "=", "expert_review"), isShort(eb)]);

const isShort = (eb: Conditions) =>
  eb(
    sql<number>`+application.reviewers`,
    "<",
    eb.selectFrom("call").select("call.wanted_reviewers").whereRef("call.id", "=", "application.call_id"),
  );
