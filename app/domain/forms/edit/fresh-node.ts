import {
  type Advice,
  columnSchema,
  questionSchema,
  type FormDefinition,
  type LocalText,
  type Question,
  type QuestionType,
  type TableColumn,
} from "../definition.ts";
import type { FormNode } from "./find-node.ts";

/** A form to begin with: one part, one section, one group, one note. */
export const emptyForm = (code: string, title: LocalText): FormDefinition => ({
  language: 1,
  code,
  version: 1,
  title,
  parts: [freshNode("part", "part_1", title) as unknown as FormDefinition["parts"][number]],
});

/** A node with the least that is needed; what holds others comes with one of each, named after it. */
export function freshNode(kind: "part" | "section" | "group", key: string, text: LocalText): FormNode {
  switch (kind) {
    case "part":
      return { key, title: text, sections: [freshNode("section", `${key}_section`, text)] };
    case "section":
      return {
        key,
        title: text,
        groups: [{ key: "main", questions: [freshQuestion("static", `${key}_note`, text)] }],
      };
    case "group":
      return { key, title: text, questions: [freshQuestion("static", `${key}_note`, text)] };
  }
}

/** The note a new group came with, while it stands alone and untouched: it goes when the first question comes. */
export function standInOf(definition: FormDefinition, into: string): FormNode | undefined {
  const [sectionKey = "", groupKey = ""] = into.split("/");
  const section = definition.parts.flatMap(({ sections }) => sections).find(({ key }) => key === sectionKey);
  const group = section?.groups.find(({ key }) => key === groupKey);
  const [only, ...others] = group?.questions ?? [];
  if (only?.type !== "static" || others.length > 0 || only.visibleWhen) return undefined;
  const isNamedAfter = (holder: { key: string; title?: LocalText | undefined } | undefined): boolean =>
    only.key === `${holder?.key}_note` &&
    only.label.zh === holder?.title?.zh &&
    only.label.en === holder.title.en;
  return isNamedAfter(section) || isNamedAfter(group) ? only : undefined;
}

/** A self-check of one item that holds for everybody until it is given a figure. */
export const freshAdvice = (key: string, text: LocalText): Advice => ({
  key,
  title: text,
  items: [{ key: "item_1", label: text, value: 0, as: "decimal", threshold: text, holds: true }],
  met: text,
  unmet: text,
});

/** A question with the least that its type needs, and with what is `given` beyond that. */
export const freshQuestion = (
  type: QuestionType,
  key: string,
  label: LocalText,
  given: object = {},
): Question => questionSchema.parse({ key, type, label, ...starting[type], ...given });

export function freshColumn(
  type: TableColumn["type"],
  key: string,
  label: LocalText,
  given: object = {},
): TableColumn {
  const starts = type === "ip_number" ? { kindColumn: "kind" } : starting[type];
  return columnSchema.parse({ key, type, label, ...starts, ...given });
}

const options = [
  { code: "a", label: { zh: "选项一", en: "Option one" } },
  { code: "b", label: { zh: "选项二", en: "Option two" } },
];

const starting: Record<QuestionType, object> = {
  short_text: { limits: { zh: { max: 100 } } },
  long_text: { limits: { zh: { max: 1000 } } },
  integer: {},
  decimal: { places: 2 },
  money: {},
  amount: { currencies: ["USD"] },
  scale: { from: 1, to: 5 },
  percent: {},
  date: {},
  month: {},
  choice: { options },
  multi_choice: { options },
  city: { options },
  gb4754: { options },
  park: { options },
  yes_no: {},
  uscc: {},
  address: {},
  country: {},
  foreign_address: {},
  person: { contact: "both" },
  mobile: {},
  email: {},
  url: {},
  postcode: {},
  computed: { result: "decimal", places: 2, value: 0 },
  table: {
    rowName: { zh: "行", en: "row" },
    addLabel: { zh: "添加一行", en: "Add a row" },
    maxRows: 20,
    columns: [
      {
        key: "name",
        type: "short_text",
        label: { zh: "名称", en: "Name" },
        limits: { zh: { max: 100 } },
      },
    ],
  },
  file: { accept: ["pdf"], maxSizeMb: 20, maxCount: 1 },
  declaration: {},
  static: {},
};

export const freshTypes = Object.keys(starting) as QuestionType[];

/** Types a column can have. */
export const freshColumnTypes: readonly TableColumn["type"][] = columnSchema.options.map(
  ({ shape }) => shape.type.value,
);
