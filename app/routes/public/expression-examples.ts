import type { Expression, Operator } from "#app/domain/forms/expression.ts";

const total: Expression = { ref: "total" };
const amount: Expression = { cell: "amount" };

/** One of each operator, as it is written. */
export const expressionExamples: Record<Operator, Expression> = {
  ref: total,
  cell: amount,
  at: { at: { of: "uses", row: "land", column: "amount" } },
  files: { files: "licence" },
  today: { today: true },
  eq: { eq: [{ ref: "new_building" }, true] },
  ne: { ne: [{ ref: "kind" }, "other"] },
  lt: { lt: [{ ref: "start" }, { ref: "end" }] },
  le: { le: [{ ref: "share" }, 30] },
  gt: { gt: [total, 0] },
  ge: { ge: [{ ref: "end" }, { today: true }] },
  and: { and: [{ gt: [total, 0] }, { answered: { ref: "reason" } }] },
  or: { or: [{ gt: [total, 0] }, { answered: { ref: "reason" } }] },
  not: { not: { answered: { ref: "reason" } } },
  in: { in: [{ ref: "kind" }, ["company", "fund"]] },
  includes: { includes: [{ ref: "instruments" }, "bank"] },
  mentions: { mentions: [{ ref: "reason" }, ["guarantee"]] },
  answered: { answered: { ref: "reason" } },
  coalesce: { coalesce: [{ ref: "deposit" }, 0] },
  if: { if: [{ gt: [total, 0] }, { ref: "deposit" }, 0] },
  count: { count: { of: "uses", where: { gt: [amount, 0] } } },
  sum: { sum: { of: "uses", value: amount } },
  min: { min: { of: "uses", value: amount } },
  max: { max: { of: "uses", value: amount } },
  any: { any: { of: "uses", where: { gt: [amount, 0] } } },
  all: { all: { of: "uses", where: { gt: [amount, 0] } } },
  add: { add: [total, { ref: "deposit" }] },
  subtract: { subtract: [total, { ref: "deposit" }] },
  multiply: { multiply: [total, 0.3] },
  divide: { divide: [{ ref: "deposit" }, total] },
  abs: { abs: { subtract: [total, { ref: "deposit" }] } },
  round: { round: [{ divide: [{ ref: "deposit" }, total] }, 2] },
  length: { length: { ref: "reason" } },
  year: { year: { ref: "start" } },
  add_months: { add_months: [{ ref: "start" }, 18] },
};
