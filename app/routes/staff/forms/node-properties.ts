import type { NodeKind } from "#app/domain/forms/edit/edit-operation.ts";

/** How one property of a node is typed: which controls, and what is made of them. */
export type PropertyEditor =
  | { as: "text"; long?: boolean }
  | { as: "number" | "flag" | "word" | "words" | "condition" | "required" | "options" | "limits" | "json" }
  | { as: "one_of"; values: readonly string[] };

export type NodeProperties = Record<string, PropertyEditor>;

const text = { as: "text" } as const;
const long = { as: "text", long: true } as const;
const number = { as: "number" } as const;
const flag = { as: "flag" } as const;
const word = { as: "word" } as const;
const words = { as: "words" } as const;
const json = { as: "json" } as const;
const condition = { as: "condition" } as const;
const options = { as: "options" } as const;
const oneOf = (...values: string[]): PropertyEditor => ({ as: "one_of", values });

const texts = { limits: { as: "limits" }, language: oneOf("zh", "en") } as const;
const bounds = { min: number, max: number };

const ofType: Record<string, NodeProperties> = {
  short_text: texts,
  long_text: { ...texts, rows: number },
  integer: { ...bounds, unit: text },
  decimal: { ...bounds, places: number, unit: text },
  money: { ...bounds, allowNegative: flag, likelyMax: number },
  percent: { ...bounds, places: number },
  date: { notBefore: word, notAfter: word },
  choice: { options, display: oneOf("radio", "select") },
  multi_choice: { options, ...bounds, exclusive: word },
  city: { options },
  gb4754: { options },
  park: { options },
  uscc: { startsWith: words, licenceIn: word },
  address: { province: word, withoutDetail: flag },
  person: { contact: oneOf("mobile", "email", "both", "either"), titleOptional: flag },
  ip_number: { kindColumn: word },
  computed: {
    result: oneOf("money", "decimal", "percent", "integer", "text", "date", "yes_no", "choice"),
    value: json,
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
    totals: words,
    fixedRows: json,
  },
  file: { accept: words, maxSizeMb: number, minCount: number, maxCount: number, code: word },
};

const described = { label: text, shortLabel: text, help: long, example: long };
const asked: NodeProperties = { required: { as: "required" }, visibleWhen: condition };

/** Everything that can be changed about a node, in the order of the page. */
export function propertiesOf(kind: NodeKind, type: string): NodeProperties {
  switch (kind) {
    case "part":
      return { title: text };
    case "section":
      return {
        title: text,
        intro: long,
        kind: oneOf("questions", "files", "signing"),
        restricted: flag,
        visibleWhen: condition,
        opensWhen: condition,
        opensHint: long,
      };
    case "group":
      return { title: text, help: long, visibleWhen: condition };
    case "rule":
      return {
        level: oneOf("error", "warning"),
        message: long,
        summary: long,
        at: words,
        forEach: word,
        when: condition,
        holds: condition,
        params: json,
      };
    case "advice":
      return { title: text, intro: long, visibleWhen: condition, items: json, met: long, unmet: long };
    case "column":
      return {
        ...described,
        ...ofType[type],
        ...asked,
        secondary: flag,
        width: oneOf("xs", "sm", "md", "lg"),
      };
    case "question":
      return type === "static"
        ? { label: long, visibleWhen: condition }
        : {
            ...described,
            ...ofType[type],
            ...(type === "money" && { currencies: words }),
            ...asked,
            restricted: flag,
            public: flag,
            carryOver: word,
            pairOf: word,
          };
  }
}
