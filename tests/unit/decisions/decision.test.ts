import { describe, expect, test } from "vitest";
import {
  decisionReasonCodes,
  isDecisionReason,
  reasonFits,
  reasonGroupOf,
} from "#app/domain/decisions/decision-reasons.ts";
import {
  decisionKinds,
  decisionProblems,
  releaseEvents,
  type DecisionInput,
} from "#app/domain/decisions/decision.ts";
import { applicationWorkflow } from "#app/domain/applications/workflow.ts";
import { fenFromWan } from "#app/domain/shared/money.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";

const facts = {
  ...{ amountRequestedFen: fenFromWan(12_000), maximumFen: null },
  budget: { budgetFen: null, approvedFen: 0, approvals: 0 },
  today: "2027-04-20",
};
const text = "请在六个月内取得环评批复并落实银行贷款承诺。";
const approval: DecisionInput = {
  kind: "approve",
  amountFen: fenFromWan(10_000),
  conditions: "",
  reasonCode: null,
  reasonText: "",
  meetingOn: "2027-04-16",
};
const conditional = { ...approval, kind: "approve_with_conditions", conditions: text };
const deferral = { ...approval, kind: "defer", amountFen: null, reasonCode: "D31", reasonText: text };
const rejection = { ...deferral, kind: "reject", reasonCode: "D11" };

describe("decisionProblems", () => {
  test.each([
    ["an approval", approval],
    ["an approval of all that was asked", { ...approval, amountFen: fenFromWan(12_000) }],
    ["an approval on its own day", { ...approval, meetingOn: "2027-04-20" }],
    ["a conditional approval", conditional],
    ["a deferral", deferral],
    ["a rejection", rejection],
    ["a rejection for a reason that could also defer", { ...rejection, reasonCode: "D31" }],
  ])("%s may be recorded", (_name, input) => {
    expect(decisionProblems(input, facts)).toEqual([]);
  });

  test.each<[string, DecisionInput, object[]]>([
    ["no kind", { ...approval, kind: "" }, [{ field: "kind", problem: "missing" }]],
    ["a kind of its own", { ...approval, kind: "maybe" }, [{ field: "kind", problem: "not_an_option" }]],
    ["an approval of nothing", { ...approval, amountFen: null }, [{ field: "amount", problem: "missing" }]],
    ["an approval of 0", { ...approval, amountFen: 0 }, [{ field: "amount", problem: "not_positive" }]],
    [
      "more than was asked",
      { ...approval, amountFen: fenFromWan(12_000.01) },
      [{ field: "amount", problem: "above_request" }],
    ],
    [
      "a rejection with money",
      { ...rejection, amountFen: 0 },
      [{ field: "amount", problem: "not_for_this_kind" }],
    ],
    [
      "a deferral with money",
      { ...deferral, amountFen: 1 },
      [{ field: "amount", problem: "not_for_this_kind" }],
    ],
    ["no conditions", { ...conditional, conditions: " " }, [{ field: "conditions", problem: "missing" }]],
    [
      "conditions in a word",
      { ...conditional, conditions: "落实资金" },
      [{ field: "conditions", problem: "too_short", needed: 20 }],
    ],
    [
      "endless conditions",
      { ...conditional, conditions: "长".repeat(3001) },
      [{ field: "conditions", problem: "too_long", limit: 3000 }],
    ],
    [
      "a plain approval with conditions",
      { ...approval, conditions: text },
      [{ field: "conditions", problem: "not_for_this_kind" }],
    ],
    [
      "an approval with a reason to refuse",
      { ...approval, reasonCode: "D11", reasonText: text },
      [
        { field: "reasonCode", problem: "not_for_this_kind" },
        { field: "reasonText", problem: "not_for_this_kind" },
      ],
    ],
    [
      "a rejection without reasons",
      { ...rejection, reasonCode: null, reasonText: "" },
      [
        { field: "reasonCode", problem: "missing" },
        { field: "reasonText", problem: "missing" },
      ],
    ],
    [
      "an unknown reason",
      { ...rejection, reasonCode: "D99" },
      [{ field: "reasonCode", problem: "not_an_option" }],
    ],
    [
      "a deferral for what cannot be mended",
      { ...deferral, reasonCode: "D11" },
      [{ field: "reasonCode", problem: "not_for_this_kind" }],
    ],
    ["no meeting", { ...approval, meetingOn: "" }, [{ field: "meetingOn", problem: "missing" }]],
    [
      "a meeting on 31 April",
      { ...approval, meetingOn: "2027-04-31" },
      [{ field: "meetingOn", problem: "not_a_day" }],
    ],
    [
      "a meeting yet to come",
      { ...approval, meetingOn: "2027-04-21" },
      [{ field: "meetingOn", problem: "in_the_future" }],
    ],
  ])("refuses %s", (_name, input, problems) => {
    expect(decisionProblems(input, facts)).toEqual(problems);
  });

  test.each([
    ["the most the call gives", 8000, []],
    [
      "more than the call gives",
      8000.01,
      [{ field: "amount", problem: "above_call", limitFen: fenFromWan(8000) }],
    ],
  ])("an approval of %s is measured by the call", (_name, wan, problems) => {
    const limits = { maximumFen: fenFromWan(8000) };
    const input = { ...approval, amountFen: fenFromWan(wan) };
    expect(decisionProblems(input, { ...facts, ...limits })).toEqual(problems);
    expect(decisionProblems({ ...rejection, amountFen: null }, { ...facts, ...limits })).toEqual([]);
  });

  test("beyond the call's budget an approval needs to be meant, and a reason", () => {
    const budget = { budgetFen: fenFromWan(10_000), approvedFen: fenFromWan(4000), approvals: 1 };
    const problemsOf = (wan: number, overBudgetReason: string | null = null) =>
      decisionProblems({ ...approval, amountFen: fenFromWan(wan), overBudgetReason }, { ...facts, budget });
    expect(problemsOf(6000)).toEqual([]);
    const over = { field: "overBudget", problem: "over_budget", limitFen: fenFromWan(0.01) };
    expect(problemsOf(6000.01)).toEqual([over]);
    expect(problemsOf(6000.01, " ")).toEqual([{ field: "overBudgetReason", problem: "missing" }]);
    expect(problemsOf(6000.01, "追加")).toMatchObject([{ field: "overBudgetReason", problem: "too_short" }]);
    expect(problemsOf(6000.01, text)).toEqual([]);
    expect(
      decisionProblems(rejection, { ...facts, budget: { ...budget, approvedFen: 2 * budget.budgetFen } }),
    ).toEqual([]);
  });

  test("an unknown request does not cap the amount", () => {
    expect(
      decisionProblems(
        { ...approval, amountFen: fenFromWan(99_999) },
        { ...facts, amountRequestedFen: null },
      ),
    ).toEqual([]);
  });
});

test.each(decisionKinds)("releasing %s takes the application out of the committee", (kind) => {
  const step = applicationWorkflow[releaseEvents[kind]];
  expect(step.from).toContain("ic_review");
});

describe("reasons", () => {
  test("every code has one group and a sentence in both languages", () => {
    expect(new Set(decisionReasonCodes).size).toBe(decisionReasonCodes.length);
    for (const code of decisionReasonCodes) {
      expect(decisionReasonMessages.zh.group[reasonGroupOf(code)]).toMatch(/\p{Script=Han}/u);
      expect(decisionReasonMessages.zh.reason[code]).toMatch(/^\p{Script=Han}.*。$/u);
      expect(decisionReasonMessages.en.reason[code]).toMatch(/^[A-Z].*\.$/);
      expect(reasonFits(code, "reject")).toBe(true);
    }
    expect(Object.keys(decisionReasonMessages.zh.reason)).toHaveLength(decisionReasonCodes.length);
  });

  test("only what can be mended defers", () => {
    expect(reasonFits("D31", "defer")).toBe(true);
    expect(reasonFits("D71", "defer")).toBe(false);
    expect(reasonGroupOf("D82")).toBe("budget");
    expect(isDecisionReason("F01")).toBe(false);
  });
});
