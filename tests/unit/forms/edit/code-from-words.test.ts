import { expect, test } from "vitest";
import { codeFromWords } from "#app/domain/forms/edit/code-from-words.ts";
import { key } from "#app/domain/forms/question-kinds.ts";

test.each([
  ["Costs (GBP)", "costs_gbp"],
  ["1. Need or challenge", "need_or_challenge"],
  ["Does it already receive public funding for this work?", "does_it_already_receive_public"],
  ["The partner’s name", "the_partners_name"],
  ["Société d'études", "societe_detudes"],
  ["200 mm", "mm"],
  ["联系人", undefined],
  ["2026", undefined],
  ["A".repeat(80), "a".repeat(32)],
])("the code of %s is %s", (words, code) => {
  expect(codeFromWords(words)).toBe(code);
  if (code !== undefined) expect(key.safeParse(code).success).toBe(true);
});
