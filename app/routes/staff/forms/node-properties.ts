import type { NodeKind } from "#app/domain/forms/edit/edit-operation.ts";
import { textFormats } from "#app/domain/forms/question-kinds.ts";

/** How one property of a node is typed: which controls, and what is made of them. */
export type PropertyEditor =
  | { as: "text"; long?: boolean }
  | { as: "number" | "flag" | "word" | "words" | "condition" | "required" | "limits" | "formula" }
  /** Rows of a code and words, each with its fields or one a line; `code` is what the code is called there. */
  | { as: "lined"; of: NodeProperties; code: string }
  | { as: "one_of" | "some_of"; values: readonly string[] }
  /** Codes of a list of the world, picked or typed by name. */
  | { as: "codes"; of: CodeList }
  /** Codes of other things of the form, picked from a list. */
  | { as: "name" | "names"; of: NameList }
  /** A list of texts, or of things with properties of their own; `keyed` where a record holds them by name. */
  | { as: "rows"; of: "text" | NodeProperties; keyed?: string };

/** What can be picked by name. `places` are what a check can point at. */
export type NameList = "files" | "tables" | "texts" | "columns" | "places" | "options";

export type CodeList = "currencies" | "countries";

export type NodeProperties = { readonly [property: string]: PropertyEditor };

const text = { as: "text" } as const;
const long = { as: "text", long: true } as const;
const number = { as: "number" } as const;
const flag = { as: "flag" } as const;
const word = { as: "word" } as const;
const words = { as: "words" } as const;
const condition = { as: "condition" } as const;
const formula = { as: "formula" } as const;

/** One option of a choice, where the list is short enough for a row each. */
export const optionProperties: NodeProperties = { code: word, label: text, hint: text };
const options: PropertyEditor = { as: "lined", of: optionProperties, code: "code" };

const oneOf = (...values: string[]): PropertyEditor => ({ as: "one_of", values });
const someOf = (...values: string[]): PropertyEditor => ({ as: "some_of", values });
const name = (of: NameList): PropertyEditor => ({ as: "name", of });
const codes = (of: CodeList): PropertyEditor => ({ as: "codes", of });
const names = (of: NameList): PropertyEditor => ({ as: "names", of });

const texts = { limits: { as: "limits" }, language: oneOf("zh", "en") } as const;
const bounds = { min: number, max: number };
const figure = { as: oneOf("money", "percent", "decimal", "integer", "date", "text"), places: number };

const ofType: Record<string, NodeProperties> = {
  short_text: { ...texts, format: oneOf(...textFormats) },
  long_text: { ...texts, rows: number },
  integer: { ...bounds, unit: text },
  decimal: { ...bounds, places: number, unit: text },
  money: { ...bounds, allowNegative: flag, likelyMax: number },
  amount: { currencies: codes("currencies"), ...bounds, allowNegative: flag },
  scale: { from: number, to: number, labels: { as: "rows", of: "text" } },
  percent: { ...bounds, places: number },
  date: { notBefore: word, notAfter: word },
  choice: { options, display: oneOf("radio", "select") },
  multi_choice: { options, ...bounds, exclusive: name("options") },
  city: { options },
  gb4754: { options },
  park: { options },
  uscc: { startsWith: words, licenceIn: name("files") },
  address: { province: word, withoutDetail: flag },
  country: { countries: codes("countries") },
  foreign_address: { countries: codes("countries") },
  person: { contact: oneOf("mobile", "email", "both", "either"), titleOptional: flag },
  ip_number: { kindColumn: name("columns") },
  computed: {
    value: formula,
    result: oneOf("money", "decimal", "percent", "integer", "text", "date", "yes_no", "choice"),
    places: number,
    unit: text,
    options,
  },
  table: {
    rowName: text,
    addLabel: text,
    minRows: number,
    maxRows: number,
    layout: oneOf("grid", "cards", "statement"),
    totals: names("columns"),
    fixedRows: { as: "lined", of: { id: word, label: text, required: { as: "required" } }, code: "id" },
  },
  file: {
    accept: someOf("pdf", "jpg", "png", "xlsx", "docx", "pptx"),
    maxSizeMb: number,
    maxPages: number,
    minCount: number,
    maxCount: number,
    code: word,
  },
};

/** What an answer of a type can be in lists. */
const listed: Record<string, readonly string[]> = {
  short_text: ["title"],
  choice: ["segment"],
  address: ["city"],
  city: ["city"],
  money: ["amount", "investment"],
};

const described = { label: text, shortLabel: text, help: long, example: long };
const asked: NodeProperties = { required: { as: "required" }, visibleWhen: condition };

const ofKind: Record<Exclude<NodeKind, "question" | "column"> | "form", NodeProperties> = {
  form: { title: text },
  part: { title: text },
  section: {
    title: text,
    intro: long,
    notes: { as: "rows", of: "text" },
    kind: oneOf("questions", "files", "signing"),
    restricted: flag,
    visibleWhen: condition,
    opensWhen: condition,
    opensHint: long,
  },
  group: { title: text, help: long, visibleWhen: condition },
  rule: {
    level: oneOf("error", "warning"),
    message: long,
    summary: long,
    forEach: name("tables"),
    at: names("places"),
    when: condition,
    holds: condition,
    params: { as: "rows", keyed: "name", of: { name: word, value: formula, ...figure } },
  },
  advice: {
    title: text,
    intro: long,
    visibleWhen: condition,
    items: {
      as: "rows",
      of: { key: word, label: text, value: formula, ...figure, threshold: text, holds: condition },
    },
    met: long,
    unmet: long,
  },
};

/** Everything that can be changed about a node, in the order of the page. */
export function propertiesOf(kind: NodeKind | "form", type: string): NodeProperties {
  switch (kind) {
    case "column":
      return {
        ...described,
        ...ofType[type],
        ...asked,
        restricted: flag,
        secondary: flag,
        width: oneOf("xs", "sm", "md", "lg"),
      };
    case "question":
      return type === "static"
        ? { label: long, visibleWhen: condition }
        : {
            ...described,
            ...ofType[type],
            ...(type === "money" && { currencies: someOf("CNY", "USD", "HKD", "EUR") }),
            ...asked,
            restricted: flag,
            public: flag,
            carryOver: word,
            ...(listed[type] && { listedAs: oneOf(...listed[type]) }),
            pairOf: name("texts"),
          };
    default:
      return ofKind[kind];
  }
}
