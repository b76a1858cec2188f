import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormDefinition, Question, QuestionGroup } from "#app/domain/forms/definition.ts";
import { questionsOf } from "#app/domain/forms/edit/condition-subject.ts";
import { freshQuestion } from "#app/domain/forms/edit/fresh-node.ts";
import {
  type DefinitionChange,
  differenceOfDefinitions,
} from "#app/domain/forms/difference-of-definitions.ts";
import { both, smallForm } from "./small-form.ts";

const told = (change: DefinitionChange): string =>
  [change.kind, change.spot.level, change.spot.key, change.kind === "changed" ? change.property : ""]
    .join(" ")
    .trim();
const differ = (after: FormDefinition, before = smallForm) =>
  differenceOfDefinitions(before, after).map(told).toSorted();

type Draft = { groups: QuestionGroup[]; questions: Map<string, Question> };

/** A copy to change, with its groups and questions at hand. */
function copied(): { form: FormDefinition } & Draft {
  const form = structuredClone(smallForm);
  const groups = form.parts.flatMap(({ sections }) => sections).flatMap((section) => section.groups);
  return { form, groups, questions: new Map(questionsOf(form).map((each) => [each.key, each])) };
}

const keys = questionsOf(smallForm).map(({ key }) => key);
const edit = fc.oneof(
  fc.record({ what: fc.constant("label" as const), key: fc.constantFrom(...keys) }),
  fc.record({ what: fc.constant("help" as const), key: fc.constantFrom(...keys) }),
  fc.record({ what: fc.constant("remove" as const), key: fc.constantFrom(...keys) }),
  fc.record({ what: fc.constant("add" as const), key: fc.constantFrom("new_1", "new_2", "new_3") }),
  fc.record({ what: fc.constant("away" as const), key: fc.constantFrom(...keys) }),
);

describe("the difference of two definitions", () => {
  it("is nothing where only the code or the number of the version differs", () => {
    expect(differ({ ...structuredClone(smallForm), code: "Z", version: 9 })).toEqual([]);
  });

  it("is exactly what was done, whatever was done in whatever order", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { form, groups, questions } = copied();
        const expected = new Set<string>();
        const groupOf = (key: string) => groups.find((group) => group.questions.some((q) => q.key === key))!;
        const gone = new Set<string>();
        const added = new Set<string>();
        for (const { what, key } of edits) {
          const question = questions.get(key);
          if (what === "add") {
            if (added.has(key)) continue;
            groups[0]!.questions.push(freshQuestion("integer", key, both(key)));
            added.add(key);
            expected.add(`added question ${key}`);
          } else if (gone.has(key) || !question) continue;
          else if (what === "remove") {
            const group = groupOf(key);
            group.questions = group.questions.filter((each) => each.key !== key);
            gone.add(key);
            for (const line of [...expected]) if (line.split(" ")[2] === key) expected.delete(line);
            expected.add(`removed question ${key}`);
          } else if (what === "away") {
            const [from, to] = [groupOf(key), groups.at(-1)!];
            if (from === to) continue;
            from.questions = from.questions.filter((each) => each.key !== key);
            to.questions.push(question);
            expected.add(`moved question ${key}`);
          } else {
            Object.assign(question, { [what]: both(`${what} of ${key}`) });
            expected.add(`changed question ${key} ${what}`);
          }
        }
        expect(differ(form)).toEqual([...expected].toSorted());
        // The other way round what came is gone, and what moved or changed is told again.
        const back = differ(smallForm, form).map((line) => line.replace(/^(added|removed)/, swapped));
        expect(back.toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: 300 },
    );
  });
});

const swapped = (kind: string): string => (kind === "added" ? "removed" : "added");
