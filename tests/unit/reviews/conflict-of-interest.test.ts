import { expect, test } from "vitest";
import { blocksReview, checkDeclaration } from "#app/domain/reviews/conflict-of-interest.ts";

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
