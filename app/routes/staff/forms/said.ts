import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { tablesOf } from "#app/domain/forms/edit/condition-subject.ts";
import { wholeConditions } from "#app/domain/forms/edit/condition-tree.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import type { FormNode } from "#app/domain/forms/edit/find-node.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { readFormula } from "#app/domain/forms/formula/read-formula.ts";
import { expressionSentence, expressionWords, namesOf, ruleSentence } from "#app/i18n/expression-words.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { type EditorPlace, rowTableOf, scopeOf, type Typed } from "./editor-place.ts";
import type { PropertyEditor } from "./node-properties.ts";
import { readBackOf } from "./read-back.ts";
import { readProperty } from "./read-property.ts";
import { readTree, writeTree } from "./typed-condition.ts";

export type Said = Readonly<Record<Locale, string>>;

/** What a condition or a formula says as it is typed, in both languages; undefined while it says nothing. */
export function saidOf(
  name: string,
  editor: PropertyEditor,
  typed: Typed,
  place: EditorPlace,
): Said | undefined {
  const read = readProperty(name, editor, asFarAsWhole(name, editor, typed, place), place);
  if (!read.ok || read.value === undefined) return undefined;
  const value = read.value as Expression;
  const property = name.split(".").at(-1) ?? name;
  return {
    zh: sentence(property, value, typed, place, "zh"),
    en: sentence(property, value, typed, place, "en"),
  };
}

/** A formula that stands among picked conditions, asked of the form or of a row of one of its tables. */
export function formulaSaid(
  text: string,
  key: string | undefined,
  definition: FormDefinition,
): Said | undefined {
  const read = readFormula(text);
  if (!read.ok) return undefined;
  const table = tablesOf(definition).find((candidate) => candidate.key === key);
  const names = namesOf(definition, table);
  const said = (locale: Locale) => expressionWords(read.expression, names, locale);
  return { zh: said("zh"), en: said("en") };
}

/** A condition that is still being picked is read without the comparisons that lack something. */
function asFarAsWhole(name: string, editor: PropertyEditor, typed: Typed, place: EditorPlace): Typed {
  const isPicked = typed[`${name}.mode`] === "picked";
  if (!isPicked || (editor.as !== "condition" && editor.as !== "required")) return typed;
  const root = `${name}.t.`;
  const others = Object.entries(typed).filter(([field]) => !field.startsWith(root));
  const whole = wholeConditions(readTree(name, typed), scopeOf(place, typed));
  return { ...Object.fromEntries(others), ...writeTree(name, whole) };
}

function sentence(
  property: string,
  value: Expression,
  typed: Typed,
  place: EditorPlace,
  locale: Locale,
): string {
  const { definition, at, node } = place;
  if (property === "required" && typeof value === "boolean") return "";
  const names = namesOf(definition, rowTableOf(place, typed));
  if (property === "holds" && at?.kind === "rule") {
    const when = readProperty("when", { as: "condition" }, typed, place);
    const applies = when.ok && when.value !== undefined ? { when: when.value as Expression } : {};
    return ruleSentence({ ...applies, holds: value }, names, locale);
  }
  if (at === undefined || property === "when") return expressionWords(value, names, locale);
  const changed = { ...node, [property]: value, ...(typed["forEach"] && { forEach: typed["forEach"] }) };
  // Parts of a check's message and of a self-check stand alone.
  if (property === "value" && at.kind !== "question" && at.kind !== "column")
    return expressionSentence("value", value, names, locale);
  return readBackOf(definition, at as NodeAddress, changed as FormNode, property, locale) ?? "";
}
