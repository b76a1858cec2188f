import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormDefinition, formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { type EditOperation, nodeKinds } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { both, smallForm } from "../small-form.ts";

const fresh = (key: string) => ({ key, type: "yes_no" as const, label: both(key) });

interface Dice {
  op: "set" | "insert" | "remove" | "move";
  kind: (typeof nodeKinds)[number];
  picks: number[];
  word: string;
}

const dice: fc.Arbitrary<Dice> = fc.record({
  op: fc.constantFrom("set", "insert", "remove", "move"),
  kind: fc.constantFrom(...nodeKinds),
  picks: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
  word: fc.stringMatching(/^[a-z]{1,6}$/),
});

/** An operation somebody could ask for of this definition; undefined where there is nothing to do it to. */
function operationOf(form: FormDefinition, { op, kind, picks, word }: Dice): EditOperation | undefined {
  const lists = listsOf(form, kind);
  const list = lists[picks[0]! % lists.length];
  if (!list) return undefined;
  const target = lists[picks[2]! % lists.length]!;
  const node = list.nodes[picks[1]! % Math.max(1, list.nodes.length)];
  const places = [null, ...target.nodes.map(({ key }) => key)];
  const after = places[picks[3]! % places.length]!;
  const into = target.into === undefined ? {} : { into: target.into };
  if (op === "insert")
    return { op, kind: "question", ...firstGroup(form, picks[2]!), after: null, node: fresh(`new_${word}`) };
  if (!node) return undefined;
  const at = addressIn(kind, list.into, node.key);
  if (op === "remove") return { op, at, node };
  if (op === "move") return { op, at, ...into, after };
  const property = kind === "question" || kind === "column" ? "label" : "title";
  return { op, at, property, from: node[property], to: both(word) };
}

function firstGroup(form: FormDefinition, pick: number): { into: string } {
  const groups = listsOf(form, "question");
  return { into: groups[pick % groups.length]!.into! };
}

describe("one operation on a definition", () => {
  it("keeps its shape, and is taken back by its inverse, in any sequence", () => {
    fc.assert(
      fc.property(fc.array(dice, { minLength: 1, maxLength: 12 }), (throws) => {
        let form = smallForm;
        const undo: { before: FormDefinition; inverse: EditOperation }[] = [];
        for (const thrown of throws) {
          const operation = operationOf(form, thrown);
          const result = operation && applyEdit(form, operation);
          if (!result?.ok) continue;
          expect(formDefinitionSchema.safeParse(result.definition).success).toBe(true);
          undo.push({ before: form, inverse: result.inverse });
          form = result.definition;
        }
        for (const { before, inverse } of undo.toReversed()) {
          const back = applyEdit(form, inverse);
          if (!back.ok) expect.fail(JSON.stringify({ inverse, problem: back.problem }));
          form = back.definition;
          expect(form).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("comes out the same in either order when the two touch different things", () => {
    const keys = listsOf(smallForm, "question").flatMap(({ nodes }) => nodes.map(({ key }) => key));
    const touch = fc.record({ key: fc.constantFrom(...keys), property: fc.constantFrom("label", "help") });
    const text = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(touch, touch, text, text, (one, two, a, b) => {
        fc.pre(one.key !== two.key || one.property !== two.property);
        const first = setText(one, a);
        const second = setText(two, b);
        expect(inTurn(first, second)).toEqual(inTurn(second, first));
      }),
      { numRuns: 40 },
    );
  });

  const setText = ({ key, property }: { key: string; property: string }, text: string): EditOperation => {
    const node = listsOf(smallForm, "question")
      .flatMap(({ nodes }) => nodes)
      .find((question) => question.key === key)!;
    return { op: "set", at: { kind: "question", key }, property, from: node[property], to: both(text) };
  };

  const inTurn = (...operations: EditOperation[]): unknown => {
    let form = smallForm;
    for (const operation of operations) {
      const result = applyEdit(form, operation);
      if (!result.ok) return { refused: operation.op };
      form = result.definition;
    }
    return form;
  };

  const problemOf = (operation: EditOperation) => {
    const result = applyEdit(smallForm, operation);
    return result.ok ? undefined : result.problem;
  };
  const capital = { kind: "question", key: "capital" } as const;

  it("asks where somebody else changed the same thing meanwhile", () => {
    const theirs = applyEdit(smallForm, {
      op: "set",
      at: capital,
      property: "label",
      from: both("capital"),
      to: both("theirs"),
    });
    if (!theirs.ok) return expect.fail();
    const mine = applyEdit(theirs.definition, {
      op: "set",
      at: capital,
      property: "label",
      from: both("capital"),
      to: both("mine"),
    });
    expect(mine).toEqual({ ok: false, problem: { code: "changed", now: both("theirs") } });
  });

  it("refuses a key that is taken, what is not there, the last of its kind and a broken shape", () => {
    const insert = { op: "insert", kind: "question", into: "owners/g", after: null } as const;
    expect(problemOf({ ...insert, node: fresh("secret") })).toEqual({ code: "key_taken", key: "secret" });
    expect(problemOf({ ...insert, after: "nobody", node: fresh("n") })).toMatchObject({ code: "missing" });
    expect(problemOf({ ...insert, node: { key: "n", type: "yes_no" } })).toMatchObject({ code: "shape" });
    const secret = { key: "secret", type: "integer", label: both("secret"), required: true };
    expect(problemOf({ op: "remove", at: { kind: "question", key: "secret" }, node: secret })).toEqual({
      code: "last_one",
    });
    expect(
      problemOf({ op: "set", at: capital, property: "key", from: "capital", to: "money" }),
    ).toMatchObject({
      code: "shape",
    });
    const section = smallForm.parts[0]!.sections[4]!;
    expect(
      problemOf({ op: "insert", kind: "section", into: "p", after: null, node: { ...section, key: "copy" } }),
    ).toEqual({ code: "key_taken", key: "secret" });
  });
});
