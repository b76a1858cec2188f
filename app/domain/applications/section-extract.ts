import type { FormDefinition, Question, QuestionGroup, Section } from "#app/domain/forms/definition.ts";
import { collectNames } from "./steering-keys.ts";

/**
 * The least of a form that a browser needs to work one section live: its questions with their conditions and
 * sums, and whatever questions elsewhere those look at. No cross-checks, which are the server's, and no words but
 * those by which pasted cells are recognised.
 */
export interface SectionExtract {
  definition: FormDefinition;
  /** Questions of other sections whose answers are needed. */
  elsewhere: readonly string[];
  /** File questions, here or elsewhere, whose number of files is looked at. */
  files: readonly string[];
}

const extracts = new WeakMap<FormDefinition, Map<string, SectionExtract>>();

export function sectionExtract(definition: FormDefinition, sectionKey: string): SectionExtract {
  const known = extracts.get(definition) ?? new Map<string, SectionExtract>();
  extracts.set(definition, known);
  const standing = known.get(sectionKey);
  if (standing) return standing;
  const places = new Map<string, { section: Section; group: QuestionGroup; question: Question }>();
  for (const part of definition.parts)
    for (const section of part.sections)
      for (const group of section.groups)
        for (const question of group.questions) places.set(question.key, { section, group, question });

  const needed = new Set<string>();
  const toVisit = [...places.values()].filter(({ section }) => section.key === sectionKey);
  // A self-check looks at answers of other sections as well.
  const advised = new Set<string>();
  for (const part of definition.parts)
    for (const section of part.sections)
      if (section.key === sectionKey) collectNames(section.advice, advised);
  for (const name of advised) {
    const place = places.get(name);
    if (place) toVisit.push(place);
  }
  for (let place = toVisit.pop(); place; place = toVisit.pop()) {
    if (needed.has(place.question.key)) continue;
    needed.add(place.question.key);
    const names = new Set<string>();
    for (const part of [place.section.visibleWhen, place.group.visibleWhen, liveParts(place.question)])
      collectNames(part, names);
    for (const name of names) {
      const next = places.get(name);
      if (next) toVisit.push(next);
    }
  }
  const elsewhere = [...needed].filter((key) => places.get(key)?.section.key !== sectionKey);
  const extract: SectionExtract = {
    definition: pruned(definition, needed, sectionKey),
    elsewhere: elsewhere.filter((key) => places.get(key)?.question.type !== "file"),
    files: [...needed].filter((key) => places.get(key)?.question.type === "file"),
  };
  known.set(sectionKey, extract);
  return extract;
}

/** What of a question is worked out live: whether it shows, what it computes, and the same for its columns. */
const liveParts = (question: Question): unknown => [
  question.visibleWhen,
  question.type === "computed" ? question.value : undefined,
  question.type === "table"
    ? question.columns.map((column) => [
        column.visibleWhen,
        column.type === "computed" ? column.value : undefined,
      ])
    : undefined,
];

function pruned(definition: FormDefinition, needed: ReadonlySet<string>, sectionKey: string): FormDefinition {
  const sections = definition.parts.flatMap((part) =>
    part.sections.flatMap((section) => {
      const groups = section.groups.flatMap((group) => {
        const questions = group.questions.filter((question) => needed.has(question.key));
        return questions.length === 0
          ? []
          : [{ ...withoutWords(group), questions: questions.map((question) => withoutWords(question)) }];
      });
      return groups.length === 0
        ? []
        : [{ ...sectionWithoutWords(section, section.key === sectionKey), rules: [], groups }];
    }),
  );
  const { code, version } = definition;
  return {
    code,
    version,
    title: noWords,
    parts: [{ key: "live", title: noWords, sections }],
  } as FormDefinition;
}

function sectionWithoutWords(section: Section, isShown: boolean): Section {
  const { advice, ...rest } = withoutWords(section);
  return isShown && advice ? { ...rest, advice } : (rest as Section);
}

const noWords = { zh: "", en: "" };

const words = new Set([
  "label",
  "shortLabel",
  "help",
  "example",
  "title",
  "intro",
  "notes",
  "hint",
  "rowName",
  "addLabel",
  "opensHint",
  "rules",
  "opensWhen",
  "required",
  "carryOver",
  "listedAs",
  "threshold",
  "met",
  "unmet",
]);

const rowWords = new Set(["label", "shortLabel", "rowName"]);

/** A computed choice is shown by its label, so those of its options stay. */
function withoutWords<T>(node: T, kept: ReadonlySet<string> = none): T {
  if (Array.isArray(node)) return node.map((item: unknown) => withoutWords(item, kept)) as T;
  if (typeof node !== "object" || node === null) return node;
  const type = "type" in node ? node.type : undefined;
  const keep = type === "table" ? rowWords : kept;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !words.has(key) || keep.has(key))
      .map(([key, value]) => [
        key,
        (type === "computed" || keep === rowWords) && (key === "options" || rowWords.has(key))
          ? (value as unknown)
          : withoutWords(value, keep),
      ]),
  ) as T;
}

const none: ReadonlySet<string> = new Set();
