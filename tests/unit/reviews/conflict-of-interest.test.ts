import { describe, expect, test } from "vitest";
import {
  blocksReview,
  checkDeclaration,
  detectConflicts,
  type ApplicationTies,
  type ReviewerTies,
} from "#app/domain/reviews/conflict-of-interest.ts";

const reviewer: ReviewerTies = {
  name: "甲子评审",
  email: "jiazi@example.com",
  affiliationUscc: "12140000405700013Q",
  memberOfUsccs: [],
  didDueDiligence: false,
};

const application: ApplicationTies = {
  applicantUscc: "91140100MA0GT0018F",
  relatedUsccs: ["91140900MA0KX12R1D"],
  competitorUsccs: ["91140400MA0HD88W80"],
  avoidances: [],
  teamNames: ["乙丑", "Ding Mao"],
};

describe("detectConflicts", () => {
  test("finds none between strangers", () => {
    expect(detectConflicts(reviewer, application)).toEqual([]);
    expect(
      detectConflicts({ ...reviewer, affiliationUscc: "" }, { ...application, relatedUsccs: [""] }),
    ).toEqual([]);
  });

  test.each<[string, Partial<ReviewerTies>, Partial<ApplicationTies>, object[]]>([
    [
      "works at the applicant",
      { affiliationUscc: "91140100MA0GT0018F" },
      {},
      [{ kind: "same_company", evidence: "91140100MA0GT0018F" }],
    ],
    [
      "works at a shareholder",
      { affiliationUscc: "91140900MA0KX12R1D" },
      {},
      [{ kind: "affiliated_company", evidence: "91140900MA0KX12R1D" }],
    ],
    [
      "is a member of a competitor’s team here",
      { memberOfUsccs: ["91140400MA0HD88W80"] },
      {},
      [{ kind: "competing_applicant", evidence: "91140400MA0HD88W80" }],
    ],
    [
      "works at an applicant that also applies elsewhere in the call",
      { affiliationUscc: "91140100MA0GT0018F" },
      {
        competitorUsccs: ["91140100MA0GT0018F"],
        relatedUsccs: ["91140100MA0GT0018F"],
      },
      [{ kind: "same_company", evidence: "91140100MA0GT0018F" }],
    ],
    [
      "is asked to be kept away",
      {},
      { avoidances: ["甲 子评审"] },
      [{ kind: "named_avoidance", evidence: "甲 子评审" }],
    ],
    [
      "is asked away by mailbox",
      {},
      { avoidances: ["JiaZi@example.com"] },
      [{ kind: "named_avoidance", evidence: "JiaZi@example.com" }],
    ],
    [
      "is in the applicant’s team",
      { name: "DING  MAO" },
      {},
      [{ kind: "own_interest", evidence: "Ding Mao" }],
    ],
    [
      "did its due diligence",
      { didDueDiligence: true },
      {},
      [{ kind: "due_diligence", evidence: "甲子评审" }],
    ],
  ])("a reviewer who %s", (_name, ties, surroundings, found) => {
    expect(detectConflicts({ ...reviewer, ...ties }, { ...application, ...surroundings })).toEqual(found);
  });
});

test.each([
  ["declared", "open", true],
  ["declared", "dismissed", true],
  ["detected", "open", true],
  ["detected", "confirmed", true],
  ["detected", "dismissed", false],
  ["office", "confirmed", true],
  ["office", "dismissed", false],
])("a %s conflict that is %s blocks: %s", (source, state, blocks) => {
  expect(blocksReview({ source, state })).toBe(blocks);
});

test.each([
  [{ hasConflict: false, kind: "", note: "", signed: true }, []],
  [{ hasConflict: false, kind: "", note: "", signed: false }, ["unsigned"]],
  [{ hasConflict: true, kind: "employed", note: "", signed: true }, []],
  [{ hasConflict: true, kind: "", note: "", signed: true }, ["kind"]],
  [{ hasConflict: true, kind: "same_company", note: "", signed: true }, ["kind"]],
  [{ hasConflict: true, kind: "other", note: "  ", signed: true }, ["note_missing"]],
  [{ hasConflict: true, kind: "other", note: "曾共同署名", signed: false }, ["unsigned"]],
])("declaration %j has problems %j", (declaration, problems) => {
  expect(checkDeclaration(declaration)).toEqual(problems);
});
