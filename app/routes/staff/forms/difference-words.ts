import { changedParts, type ChangedPart } from "#app/domain/forms/changed-parts.ts";
import type { FormDefinition, LocalText, TableQuestion } from "#app/domain/forms/definition.ts";
import { type Spot, spotsOf } from "#app/domain/forms/definition-spots.ts";
import {
  type DefinitionChange,
  differenceOfDefinitions,
} from "#app/domain/forms/difference-of-definitions.ts";
import { findNode, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { expressionWords, namesOf } from "#app/i18n/expression-words.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderDifferenceMessages } from "#app/i18n/messages/builder-difference.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { nodeName } from "./node-name.ts";
import { readBackOf } from "./read-back.ts";

export interface ShownDifference {
  key: string;
  kind: DefinitionChange["kind"];
  /** Section, question and so on down to what it stands in. */
  place: string;
  sentence: string;
  /** Before and after; one for each language of a text. */
  texts: { language: "zh" | "en" | undefined; parts: ChangedPart[] }[];
}

/** Every difference of two definitions as a person reads it. */
export function shownDifferences(
  before: FormDefinition,
  after: FormDefinition,
  locale: Locale,
): ShownDifference[] {
  const t = builderDifferenceMessages[locale];
  const places = { before: placesOf(before), after: placesOf(after) };
  return differenceOfDefinitions(before, after).map((change) => {
    const { kind, spot } = change;
    const level = t.levels[spot.level];
    const name = spot.level === "form" ? nodeName(spot.node as FormNode, locale) : nameOf(spot, locale);
    const shown = {
      key: changeKey(change),
      kind,
      place: above(spot, places[kind === "removed" ? "before" : "after"], locale).join(" › "),
    };
    if (change.kind !== "changed") return { ...shown, sentence: t[change.kind](level, name), texts: [] };
    const what = propertyName(change.property, locale);
    const was = wordsOf(
      change.property,
      change.before,
      { ...spot, node: { ...spot.node, ...given(change.property, change.before) } },
      before,
      locale,
    );
    const is = wordsOf(change.property, change.after, spot, after, locale);
    return { ...shown, sentence: t.changed(level, name, what), texts: textsOf(was, is) };
  });
}

/** One change of a difference, the same whenever the two are compared. */
export const changeKey = (change: DefinitionChange): string =>
  [change.kind, change.spot.id, change.kind === "changed" ? change.property : ""].join(" ");

const given = (property: string, value: unknown) => ({ [property]: value });

const placesOf = (definition: FormDefinition): ReadonlyMap<string, Spot> =>
  new Map(spotsOf(definition).map((spot) => [spot.id, spot]));

const nameOf = ({ node, key }: Spot, locale: Locale): string => nodeName({ ...node, key }, locale);

/** What it stands in, from the section down. */
function above(spot: Spot, places: ReadonlyMap<string, Spot>, locale: Locale): string[] {
  const holder = places.get(spot.parent ?? "");
  if (!holder || holder.level === "form" || holder.level === "part") return [];
  const isNameless = holder.level === "group" && holder.node["title"] === undefined;
  return [...above(holder, places, locale), ...(isNameless ? [] : [nameOf(holder, locale)])];
}

function propertyName(property: string, locale: Locale): string {
  const t = builderDifferenceMessages[locale];
  if (property === "type") return t.type;
  if (property === "notes") return t.notes;
  return builderPropertyMessages[locale].names[property] ?? property;
}

type Words = LocalText | string;

const conditions = new Set(["visibleWhen", "opensWhen", "when", "holds", "value", "required"]);

function wordsOf(
  property: string,
  value: unknown,
  { at, node }: Pick<Spot, "at" | "node">,
  definition: FormDefinition,
  locale: Locale,
): Words {
  const t = builderDifferenceMessages[locale];
  const { values, types, limitsOf } = builderPropertyMessages[locale];
  if (value === undefined) return "";
  if (conditions.has(property) && typeof value === "object" && at)
    return readBackOf(definition, at, node as FormNode, property, locale) ?? "";
  if (typeof value === "boolean") return value ? t.yes : t.no;
  if (isText(value)) return value;
  if (property === "notes") return joined(value as LocalText[]);
  if (property === "type") return types[value as string] ?? String(value);
  if (property === "limits")
    return Object.entries(value as Record<string, string | Record<string, number>>)
      .flatMap(([of, said]) =>
        typeof said === "string"
          ? [values[said] ?? said]
          : Object.entries(said).map(
              ([bound, limit]) => `${limitsOf[`${of}.${bound}` as keyof typeof limitsOf]} ${limit}`,
            ),
      )
      .join(t.between);
  if (property === "params") return paramsWords(value, node, definition, locale);
  if (Array.isArray(value)) return value.map((item) => values[String(item)] ?? String(item)).join(t.between);
  return values[String(value as string)] ?? String(value as string);
}

/** What a property says, for people: one line for each language of a text. */
export function plainWords(
  property: string,
  value: unknown,
  { definition, at, node }: { definition: FormDefinition; at: Spot["at"]; node: FormNode },
  locale: Locale,
): string[] {
  const t = builderDifferenceMessages[locale];
  if (value === undefined) return [t.nothing];
  if (Array.isArray(value) && value.some((item) => typeof item === "object"))
    return value.map((item) => nodeName({ key: "", ...(item as object) } as FormNode, locale));
  const words = wordsOf(property, value, { at, node: { ...node, [property]: value } }, definition, locale);
  return typeof words === "string" ? [words] : [words.zh, words.en];
}

const isText = (value: unknown): value is LocalText =>
  typeof value === "object" &&
  value !== null &&
  "zh" in value &&
  typeof value.zh === "string" &&
  "en" in value;

const joined = (notes: readonly LocalText[]): LocalText => ({
  zh: notes.map(({ zh }) => zh).join("\n"),
  en: notes.map(({ en }) => en).join("\n"),
});

function paramsWords(
  value: unknown,
  node: Readonly<Record<string, unknown>>,
  definition: FormDefinition,
  locale: Locale,
): string {
  const key = node["forEach"] as string | undefined;
  const table = key === undefined ? undefined : findNode(definition, { kind: "question", key })?.node;
  const names = namesOf(definition, table as unknown as TableQuestion | undefined);
  return Object.entries(value as Record<string, { value: Expression }>)
    .map(([name, param]) => `{${name}} = ${expressionWords(param.value, names, locale)}`)
    .join("\n");
}

function textsOf(was: Words, is: Words): ShownDifference["texts"] {
  if (typeof was === "string" && typeof is === "string")
    return [{ language: undefined, parts: beforeAfter(was, is) }];
  const [then, now] = [asText(was), asText(is)];
  return (["zh", "en"] as const)
    .filter((language) => then[language] !== now[language])
    .map((language) => ({ language, parts: changedParts(then[language], now[language]) }));
}

const asText = (words: Words): LocalText => (typeof words === "string" ? { zh: words, en: words } : words);

/** Figures and sentences are told whole, not letter by letter. */
const beforeAfter = (was: string, is: string): ChangedPart[] => [
  ...(was === "" ? [] : [{ kind: "gone" as const, text: was }]),
  ...(was === "" || is === "" ? [] : [{ kind: "same" as const, text: " " }]),
  ...(is === "" ? [] : [{ kind: "new" as const, text: is }]),
];
