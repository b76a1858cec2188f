import { expect, test } from "vitest";
import {
  consolidatedComments,
  reviewerCode,
  reviewVisibility,
  type ReviewReader,
} from "#app/domain/reviews/anonymity.ts";

test.each<[ReviewReader, boolean, string]>([
  [{ kind: "office" }, false, "name true each"],
  [{ kind: "auditor" }, false, "name true each"],
  [{ kind: "committee" }, false, "code true each"],
  [{ kind: "reviewer", ownState: "assigned" }, true, "hidden false none"],
  [{ kind: "reviewer", ownState: "accepted" }, true, "hidden false none"],
  [{ kind: "reviewer", ownState: "recused" }, true, "hidden false none"],
  [{ kind: "reviewer", ownState: "submitted" }, false, "code true each"],
  [{ kind: "recused" }, true, "hidden false none"],
  [{ kind: "applicant" }, false, "hidden false none"],
  [{ kind: "applicant" }, true, "hidden false consolidated"],
])("%j, decision released %s, sees %s", (reader, released, seen) => {
  const { reviewers, scores, comments } = reviewVisibility(reader, released);
  expect(`${reviewers} ${scores} ${comments}`).toBe(seen);
});

test("consolidated comments do not keep the reviewers’ order", () => {
  const sheets = [
    { strengths: "乙", weaknesses: " ", overall: "总评二" },
    { strengths: "甲", weaknesses: "设备依赖进口", overall: "总评一" },
    { strengths: "乙 ", weaknesses: "", overall: "" },
  ];
  const consolidated = consolidatedComments(sheets);
  expect(consolidated).toEqual(consolidatedComments(sheets.toReversed()));
  expect(consolidated).toEqual({
    strengths: ["乙", "甲"],
    weaknesses: ["设备依赖进口"],
    overall: ["总评一", "总评二"],
  });
});

test("reviewers are known by a number", () => {
  expect(reviewerCode(17)).toBe("E-017");
  expect(reviewerCode(1234)).toBe("E-1234");
});
