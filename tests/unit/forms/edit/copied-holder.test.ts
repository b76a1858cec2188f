import { describe, expect, it } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, findNode, type FormNode, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { freshNode, standInOf } from "#app/domain/forms/edit/fresh-node.ts";
import { copyOf, problemsOf } from "#app/domain/forms/edit/outline-edits.ts";
import { programme } from "#db/programme/programme.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";
import { both, smallForm } from "../small-form.ts";

const outside = outsideApplications.map(({ definition }) => definition);
const everyHolder = ["part", "section", "group"] as const;
/** A check of a large form takes its time: of those, the parts, which hold all the rest. */
const forms = [
  ...outside.map((form) => [form.title.en, form, everyHolder] as const),
  ...programme.forms
    .filter(({ code }) => ["C2", "C5", "C12"].includes(code))
    .map((form) => [form.code, form as FormDefinition, ["part"] as const] as const),
];

function copied(form: FormDefinition, at: NodeAddress) {
  const operation = copyOf(form, at)!;
  const result = applyEdit(form, operation);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return { ...result, node: (operation as { node: FormNode }).node };
}

const keysIn = (node: FormNode, kind: "question"): string[] => {
  const form = { parts: [] } as unknown as FormDefinition;
  const group = "questions" in node ? [{ key: "g", groups: [node] }] : undefined;
  const sections = group ?? ("groups" in node ? [node] : node["sections"]);
  return listsOf({ ...form, parts: [{ key: "p", sections }] } as never, kind).flatMap(({ nodes }) =>
    nodes.map(({ key }) => key),
  );
};

describe("a part, section or group with all that is in it", () => {
  const questionsIn = (node: FormNode) => keysIn(node, "question");

  it.each(forms)(
    "is copied in %s wherever it stands: sound as before, its own names within, and taken back whole",
    (_code, form, holders) => {
      for (const kind of holders)
        for (const { into, nodes } of listsOf(form, kind))
          for (const { key } of nodes) {
            const at = addressIn(kind, into, key);
            const { definition, inverse, node } = copied(form, at);
            expect(problemsOf(definition), key).toEqual([]);
            const original = findNode(form, at)!.node;
            expect(questionsIn(node)).toHaveLength(questionsIn(original).length);
            const back = applyEdit(definition, inverse);
            expect(back.ok && back.definition).toEqual(form);
          }
    },
  );

  it("refers to its own questions, and to the others as before", () => {
    const { node } = copied(smallForm, { kind: "section", key: "owners" });
    expect(node.key).toBe("owners_2");
    const text = JSON.stringify(node);
    for (const key of questionsIn(findNode(smallForm, { kind: "section", key: "owners" })!.node))
      expect(text).not.toMatch(new RegExp(`"(ref|of|forEach)":"${key}"|"${key}/`));
    expect(node).toMatchObject({
      rules: [
        {
          key: "hundred",
          at: ["owners_2/ratio"],
          when: { answered: { ref: "owners_2" } },
          holds: { eq: [{ sum: { of: "owners_2", value: { cell: "ratio" } } }, 100] },
          params: { gap: { value: { subtract: [100, { sum: { of: "owners_2" } }] } } },
        },
        { key: "large", forEach: "owners_2", at: ["ratio"] },
      ],
    });
    const hidden = copied(smallForm, { kind: "section", key: "hidden" }).node;
    expect(hidden).toMatchObject({ visibleWhen: { eq: [{ ref: "pledged" }, true] } });
  });

  it("takes names that nothing else has, even copied twice", () => {
    const once = copied(smallForm, { kind: "part", key: "p" }).definition;
    const twice = copied(once, { kind: "part", key: "p_2" });
    expect(twice.node.key).toBe("p_3");
    expect(questionsIn(twice.node)).toContain("capital_3");
    expect(problemsOf(twice.definition)).toEqual([]);
  });

  it("keeps the note of an empty group as one that gives way to the first question", () => {
    const group = freshNode("group", "empty", both("empty"));
    const form = applyEdit(smallForm, { op: "insert", kind: "group", into: "plan", after: "g", node: group });
    const { definition } = copied(form.ok ? form.definition : smallForm, {
      ...{ kind: "group", in: "plan", key: "empty" },
    });
    expect(standInOf(definition, "plan/empty_2")).toMatchObject({ key: "empty_2_note" });
  });
});
