import { describe, expect, it } from "vitest";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";
import { movedTo } from "#app/routes/staff/forms/moved-to.ts";
import { smallForm } from "../forms/small-form.ts";

function orderAfter(value: string, of: string): string[] {
  const operation = movedTo(value, smallForm);
  if (!operation) return [];
  const result = applyEdit(smallForm, operation);
  if (!result.ok) return [result.problem.code];
  return findNode(result.definition, { kind: "question", key: of })!.nodes.map(({ key }) => key);
}

describe("a row dropped in the outline", () => {
  it.each([
    [
      "question~~half|before|question~~capital",
      "half",
      ["half", "capital", "owners", "pledged", "pledge", "note"],
    ],
    [
      "question~~capital|after|question~~owners",
      "capital",
      ["owners", "capital", "pledged", "pledge", "note", "half"],
    ],
    [
      "question~~capital|before|question~~pledged",
      "capital",
      ["owners", "capital", "pledged", "pledge", "note", "half"],
    ],
    ["question~~note|after|question~~years", "years", ["years", "note"]],
    ["question~~note|before|question~~years", "years", ["note", "years"]],
  ])("stands where it was dropped: %s", (value, of, order) => {
    expect(orderAfter(value, of)).toEqual(order);
  });

  it.each([
    "",
    "question~~half|before|question~~half",
    "question~~half|after|section~~plan",
    "question~~none|after|question~~half",
  ])("changes nothing elsewhere: %s", (value) => {
    expect(movedTo(value, smallForm)).toBeUndefined();
  });
});
