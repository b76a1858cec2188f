import { compileForm, type CompiledQuestion } from "./compile-form.ts";
import type { FormDefinition } from "./definition.ts";

/** The same text asked in both languages; the second says whose pair it is. */
export type QuestionPair = { first: CompiledQuestion; second: CompiledQuestion };

const pairs = new WeakMap<FormDefinition, QuestionPair[]>();

export function questionPairs(definition: FormDefinition): readonly QuestionPair[] {
  const known = pairs.get(definition);
  if (known) return known;
  const { questionByKey } = compileForm(definition);
  const found = [...questionByKey.values()].flatMap((second) => {
    const first = questionByKey.get(("pairOf" in second.field && second.field.pairOf) || "");
    return first ? [{ first, second }] : [];
  });
  pairs.set(definition, found);
  return found;
}
