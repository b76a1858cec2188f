import type { Condition, OptionData, Pair, QuestionData, Text } from "./programme-types.ts";

export const text = (zh: string, en: string): Text => ({ zh, en });

/** `[code, zh, en]` triples, the way lists are easiest to read. */
export const options = (list: readonly (readonly [code: string, zh: string, en: string])[]): OptionData[] =>
  list.map(([code, zh, en]) => ({ code, label: { zh, en } }));

type Common = {
  short?: Pair;
  help?: Pair;
  example?: Pair;
  required?: boolean | Condition;
  visibleWhen?: Condition;
  restricted?: boolean;
  public?: boolean;
  carryOver?: string;
  pairOf?: string;
  secondary?: boolean;
  width?: "xs" | "sm" | "md" | "lg";
};

type Length = { min?: number; max: number; language?: "zh" | "en"; enMin?: number; enMax?: number };

/** Everything is required unless it says otherwise: an optional question is the exception to be marked. */
function question(
  type: string,
  key: string,
  [zh, en]: Pair,
  common: Common,
  more: object = {},
): QuestionData {
  const { short, help, example, required = true, ...rest } = common;
  return {
    key,
    type,
    label: { zh, en },
    ...(short ? { shortLabel: text(...short) } : {}),
    ...(help ? { help: text(...help) } : {}),
    ...(example ? { example: text(...example) } : {}),
    ...(required === false ? {} : { required }),
    ...rest,
    ...more,
  };
}

function limitsOf({ min, max, enMin, enMax }: Length): object {
  const en =
    enMax === undefined ? {} : { en: { ...(enMin === undefined ? {} : { min: enMin }), max: enMax } };
  return { zh: { ...(min === undefined ? {} : { min }), max }, ...en };
}

function worded(type: "short_text" | "long_text") {
  return (
    key: string,
    label: Pair,
    { min, max, enMin, enMax, language, ...more }: Common & Length & { rows?: number; format?: string },
  ) => {
    const { rows, format, ...common } = more;
    return question(type, key, label, common, {
      limits: limitsOf({
        max,
        ...(min === undefined ? {} : { min }),
        ...(enMin === undefined ? {} : { enMin }),
        ...(enMax === undefined ? {} : { enMax }),
      }),
      ...(language ? { language } : {}),
      ...(rows ? { rows } : {}),
      ...(format ? { format } : {}),
    });
  };
}

const plain =
  (type: string) =>
  (key: string, label: Pair, { ...common }: Common & Record<string, unknown> = {}) =>
    question(type, key, label, common);

/** How to reach a person is for those who must reach them: reviewers and the committee judge the project (PIPL art. 6). */
const contact =
  (type: "mobile" | "email" | "person") =>
  (key: string, label: Pair, more: Common & Record<string, unknown> = {}) =>
    plain(type)(key, label, { restricted: true, ...more });

const listed =
  (type: string) =>
  (key: string, label: Pair, list: OptionData[], common: Common & Record<string, unknown> = {}) =>
    question(type, key, label, common, { options: list });

/** Money as it was quoted; with several currencies each answer names its own. */
const amount = (
  key: string,
  label: Pair,
  currencies: readonly string[],
  common: Common & Record<string, unknown> = {},
) => question("amount", key, label, common, { currencies });

type FileRule = {
  code?: string;
  accept?: string[];
  maxCount?: number;
  minCount?: number;
  maxSizeMb?: number;
};

/** PDF, at most 20 MB each, unless it says otherwise. */
function file(
  key: string,
  label: Pair,
  { code, accept = ["pdf"], maxCount = 5, minCount, maxSizeMb = 20, ...common }: Common & FileRule = {},
) {
  return question("file", key, label, common, {
    ...(code ? { code } : {}),
    accept,
    maxSizeMb,
    maxCount,
    ...(minCount ? { minCount } : {}),
  });
}

type TableRule = {
  rowName: Pair;
  addLabel: Pair;
  columns: QuestionData[];
  maxRows: number;
  minRows?: number;
  layout?: "grid" | "cards" | "statement";
  totals?: string[];
  fixedRows?: { id: string; label: Text; required?: boolean | Condition }[];
};

function table(
  key: string,
  label: Pair,
  { rowName, addLabel, columns, maxRows, minRows, layout, totals, fixedRows, ...common }: Common & TableRule,
) {
  return question("table", key, label, common, {
    rowName: text(...rowName),
    addLabel: text(...addLabel),
    columns,
    maxRows,
    ...(minRows ? { minRows } : {}),
    ...(layout ? { layout } : {}),
    ...(totals ? { totals } : {}),
    ...(fixedRows ? { fixedRows } : {}),
  });
}

/** Worked out from other answers; nobody types it. */
function computed(
  key: string,
  label: Pair,
  result: string,
  value: Condition,
  { required: _, ...more }: Common & Record<string, unknown> = {},
) {
  return question("computed", key, label, { ...more, required: false }, { result, value });
}

const note = (key: string, zh: string, en: string, more: { visibleWhen?: Condition } = {}): QuestionData => ({
  key,
  type: "static",
  label: { zh, en },
  ...more,
});

/** The kinds of question a form can ask. */
export const ask = {
  shortText: worded("short_text"),
  longText: worded("long_text"),
  integer: plain("integer"),
  decimal: plain("decimal"),
  money: plain("money"),
  amount,
  percent: plain("percent"),
  date: plain("date"),
  month: plain("month"),
  yesNo: plain("yes_no"),
  uscc: plain("uscc"),
  address: plain("address"),
  person: contact("person"),
  mobile: contact("mobile"),
  email: contact("email"),
  url: plain("url"),
  postcode: plain("postcode"),
  ipNumber: plain("ip_number"),
  declaration: plain("declaration"),
  choice: listed("choice"),
  multiChoice: listed("multi_choice"),
  city: listed("city"),
  gb4754: listed("gb4754"),
  park: listed("park"),
  file,
  table,
  computed,
  note,
} as const;
