import { describe, expect, test } from "vitest";
import {
  assignmentStates,
  assignmentTransition,
  assignmentWorkflow,
  countsInScore,
  isActive,
  opensApplication,
  queueGroup,
  type AssignmentEvent,
  type AssignmentParty,
} from "#app/domain/reviews/assignment-workflow.ts";

const allowed = new Set([
  "assigned accept reviewer accepted",
  "assigned decline reviewer declined",
  "accepted hand_back reviewer declined",
  "assigned declare_conflict reviewer conflicted",
  "accepted declare_conflict reviewer conflicted",
  "accepted submit reviewer submitted",
  "submitted revise reviewer submitted",
  "assigned recuse officer recused",
  "accepted recuse officer recused",
  "submitted recuse officer recused",
  "assigned recuse system recused",
  "accepted recuse system recused",
  "submitted recuse system recused",
  "assigned withdraw officer withdrawn",
  "accepted withdraw officer withdrawn",
  "declined reassign officer assigned",
  "withdrawn reassign officer assigned",
]);

test("every state × event × party is allowed exactly where the rule book says", () => {
  const found = new Set<string>();
  const parties: AssignmentParty[] = ["reviewer", "officer", "system"];
  for (const from of assignmentStates) {
    for (const event of Object.keys(assignmentWorkflow) as AssignmentEvent[]) {
      for (const party of parties) {
        const to = assignmentTransition(from, event, party);
        if (to !== null) found.add(`${from} ${event} ${party} ${to}`);
      }
    }
  }
  expect(found).toEqual(allowed);
  expect(assignmentTransition("unheard_of", "accept", "reviewer")).toBeNull();
});

test.each([
  ["assigned", null, false],
  ["assigned", "2027-03-01T00:00:00Z", false],
  ["accepted", null, false],
  ["accepted", "2027-03-01T00:00:00Z", true],
  ["submitted", "2027-03-01T00:00:00Z", true],
  ["conflicted", "2027-03-01T00:00:00Z", false],
  ["recused", "2027-03-01T00:00:00Z", false],
  ["declined", "2027-03-01T00:00:00Z", false],
  ["withdrawn", "2027-03-01T00:00:00Z", false],
])("%s, declared at %s, opens the application: %s", (state, declaredAt, opens) => {
  expect(opensApplication({ state, declaredAt })).toBe(opens);
});

test("only submitted sheets count, only live assignments weigh", () => {
  expect(assignmentStates.filter(countsInScore)).toEqual(["submitted"]);
  expect(assignmentStates.filter(isActive)).toEqual(["assigned", "accepted", "submitted"]);
});

describe("queueGroup", () => {
  const dueAt = "2027-03-12T09:00:00.000Z";
  test.each([
    ["assigned", null, "2027-03-01T00:00:00Z", "to_declare"],
    ["accepted", null, "2027-03-01T00:00:00Z", "to_score"],
    ["accepted", "2027-03-02T00:00:00Z", "2027-03-03T00:00:00Z", "in_progress"],
    ["accepted", "2027-03-02T00:00:00Z", "2027-03-12T08:59:59.999Z", "in_progress"],
    ["accepted", "2027-03-02T00:00:00Z", "2027-03-12T09:00:00.000Z", "overdue"],
    ["assigned", null, "2027-03-13T00:00:00Z", "overdue"],
    ["submitted", "2027-03-02T00:00:00Z", "2027-03-13T00:00:00Z", "done"],
    ["declined", null, "2027-03-13T00:00:00Z", "closed"],
    ["conflicted", null, "2027-03-01T00:00:00Z", "closed"],
    ["recused", null, "2027-03-01T00:00:00Z", "closed"],
    ["withdrawn", null, "2027-03-01T00:00:00Z", "closed"],
  ])("%s, started %s, at %s is %s", (state, startedAt, now, group) => {
    expect(queueGroup({ state, startedAt, dueAt }, new Date(now))).toBe(group);
  });
});
