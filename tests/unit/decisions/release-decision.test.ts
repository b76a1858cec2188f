import { describe, expect, test } from "vitest";
import {
  canStillCancelLetter,
  isKnownToApplicant,
  letterLeavesAt,
  releaseProblems,
} from "#app/domain/decisions/release-decision.ts";

const request = {
  state: "recorded",
  applicationState: "ic_review",
  recordedBy: "p-1",
  releasedBy: "p-2",
  now: "2027-04-20T02:00:00.000Z",
  disagreements: [],
};

describe("releaseProblems", () => {
  test("a second person releases a recorded decision", () => {
    expect(releaseProblems(request)).toEqual([]);
    expect(releaseProblems({ ...request, embargoUntil: "2027-04-20T02:00:00.000Z" })).toEqual([]);
  });

  test.each([
    ["once only", { state: "released" }, ["already_released"]],
    ["not after it was replaced", { state: "superseded" }, ["superseded"]],
    ["not by who recorded it", { releasedBy: "p-1" }, ["same_person"]],
    [
      "not when the application has left the committee",
      { applicationState: "withdrawn" },
      ["application_moved"],
    ],
    ["not under embargo", { embargoUntil: "2027-04-20T02:00:00.001Z" }, ["under_embargo"]],
    ["not with a letter that says otherwise", { disagreements: ["amount" as const] }, ["letter_disagrees"]],
    [
      "and says everything that is in the way",
      { releasedBy: "p-1", disagreements: ["company" as const] },
      ["same_person", "letter_disagrees"],
    ],
  ])("%s", (_name, change, problems) => {
    expect(releaseProblems({ ...request, ...change })).toEqual(problems);
  });
});

test("the applicant knows of released decisions only", () => {
  expect(["recorded", "released", "superseded"].filter(isKnownToApplicant)).toEqual(["released"]);
});

test("a letter can be stopped for five minutes", () => {
  const releasedAt = "2027-04-20T02:00:00.000Z";
  expect(letterLeavesAt(releasedAt).toISOString()).toBe("2027-04-20T02:05:00.000Z");
  expect(canStillCancelLetter(releasedAt, "2027-04-20T02:04:59.999Z")).toBe(true);
  expect(canStillCancelLetter(releasedAt, "2027-04-20T02:05:00.000Z")).toBe(false);
  expect(canStillCancelLetter(releasedAt, releasedAt, 0)).toBe(false);
});
