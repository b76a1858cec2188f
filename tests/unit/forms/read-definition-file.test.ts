import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { differenceOfDefinitions } from "#app/domain/forms/difference-of-definitions.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { copyOf, stepOf } from "#app/domain/forms/edit/outline-edits.ts";
import { largestDefinitionFile, readDefinitionFile } from "#app/domain/forms/read-definition-file.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import { both, smallForm } from "./small-form.ts";

const canonical = (definition: FormDefinition) => canonicalJson(definition as unknown as Json);
const exported = (definition: FormDefinition) => `${JSON.stringify(definition, null, 2)}\n`;
const forms = fundProgramme.flatMap(({ form }) => (form ? [form as FormDefinition] : []));

/** Some edits somebody could make with the buttons of the outline. */
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom("section", "group", "question", "column", "rule"),
    what: fc.constantFrom("up", "down", "copy", "text"),
    pick: fc.nat(10_000),
    word: fc.string({ minLength: 1, maxLength: 12 }),
  }),
  { maxLength: 8 },
);

function edited(form: FormDefinition, throws: typeof edits extends fc.Arbitrary<infer T> ? T : never) {
  let standing = form;
  for (const { kind, what, pick, word } of throws) {
    const all = listsOf(standing, kind as "question").flatMap(({ into, nodes }) =>
      nodes.map((node) => ({ node, at: addressIn(kind as "question", into, node.key) })),
    );
    const { node, at } = all[pick % all.length]!;
    const property = kind === "question" || kind === "column" ? "label" : "title";
    const operation: EditOperation | undefined =
      what === "text"
        ? { op: "set", at, property, from: node[property], to: both(word) }
        : what === "copy"
          ? copyOf(standing, at)
          : stepOf(standing, at, what as "up");
    const result = operation && applyEdit(standing, operation);
    if (result?.ok) standing = result.definition;
  }
  return standing;
}

describe("a form as a file", () => {
  it("comes back as it went out, whatever was done to it, and then nothing differs", () => {
    fc.assert(
      fc.property(fc.constantFrom(smallForm, ...forms), edits, (form, throws) => {
        const draft = edited(form, throws);
        const read = readDefinitionFile(exported(draft));
        if (!read.ok) return expect.fail(JSON.stringify(read));
        expect(canonical(read.definition)).toBe(canonical(draft));
        expect(differenceOfDefinitions(draft, read.definition)).toEqual([]);
        const same = canonical(draft) === canonical(form);
        expect(differenceOfDefinitions(form, draft).length === 0).toBe(same);
      }),
      { numRuns: 25 },
    );
  });

  it("replaces a draft whole and is taken back whole", () => {
    const to = { ...forms[0]!, code: "X", version: 9 };
    const result = applyEdit(smallForm, { op: "replace", from: smallForm, to });
    if (!result.ok) return expect.fail(JSON.stringify(result.problem));
    expect(canonical(result.definition)).toBe(canonical({ ...to, code: "T", version: 1 }));
    const back = applyEdit(result.definition, result.inverse);
    expect(back.ok && canonical(back.definition)).toBe(canonical(smallForm));
    expect(applyEdit(forms[1]!, { op: "replace", from: smallForm, to })).toEqual({
      ok: false,
      problem: { code: "changed" },
    });
  });

  it("is refused with the place where it stops being one", () => {
    expect(readDefinitionFile(" \n")).toEqual({ ok: false, reason: "empty" });
    expect(readDefinitionFile(`"${"字".repeat(largestDefinitionFile / 3)}"`)).toEqual({
      ok: false,
      reason: "too_large",
    });
    expect(readDefinitionFile('{\n  "code": "X",\n  nonsense\n}')).toEqual({
      ...{ ok: false, reason: "not_json" },
      ...{ line: 3, column: 3 },
    });
    expect(readDefinitionFile('{"code": "X"')).toMatchObject({ reason: "not_json", line: 1 });
    expect(readDefinitionFile("[".repeat(4000) + "]".repeat(4000))).toMatchObject({
      problems: [{ code: "too_deep" }],
    });
    expect(readDefinitionFile("7")).toMatchObject({ problems: [{ code: "not_a_definition" }] });
    const twice = structuredClone(smallForm);
    twice.parts[0]!.sections[4]!.groups[0]!.questions[0]!.key = "capital";
    expect(readDefinitionFile(exported(twice))).toMatchObject({
      ok: false,
      problems: [{ code: "duplicate_question", place: { question: "capital" } }],
    });
  });

  it("never throws, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((s) => exported({ code: s } as never)),
        ),
        (text) => {
          expect(readDefinitionFile(text).ok).toBe(false);
        },
      ),
    );
  });

  it("keeps what can be put right in the builder", () => {
    const dangling = structuredClone(smallForm);
    dangling.parts[0]!.sections[0]!.groups[0]!.questions[0]!.visibleWhen = { answered: { ref: "nobody" } };
    expect(readDefinitionFile(exported(dangling))).toMatchObject({
      ok: true,
      problems: [{ code: "unknown_question" }],
    });
  });
});
