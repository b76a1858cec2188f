import { z } from "zod";
import { expressionSchema } from "./expression.ts";
import { key, kinds, localTextSchema, optionCode, optionSchema } from "./question-kinds.ts";

/** A form as data: versioned, bilingual, frozen into every submission together with the answers. */

const condition = expressionSchema;
const requirement = z.union([z.boolean(), condition]);

const describing = {
  key,
  label: localTextSchema,
  /** For table heads and summaries, where the label is a sentence. */
  shortLabel: localTextSchema.optional(),
  help: localTextSchema.optional(),
  example: localTextSchema.optional(),
  required: requirement.optional(),
  visibleWhen: condition.optional(),
};

const asking = {
  ...describing,
  /** The company’s owners and editors, officers, administrators and auditors only (applications/policy). */
  restricted: z.boolean().optional(),
  /** May be shown in the public notice. */
  public: z.boolean().optional(),
  /** Key in the company profile that a new application starts from. */
  carryOver: key.optional(),
  /** The same answer in the other language. */
  pairOf: key.optional(),
};

export type ListedUse = "title" | "city" | "segment" | "amount" | "investment";

/**
 * What the answer is in lists, mails, rankings and limits, whatever the question is called. A title is in the
 * language of its question, or in both. Without it the programme's own names count (applications/copied-answers).
 */
const listed = <U extends ListedUse>(...uses: [U, ...U[]]) => ({ listedAs: z.enum(uses).optional() });

const inTable = {
  ...describing,
  /** Like a restricted question: whoever may not see it sees the table without this column. */
  restricted: z.boolean().optional(),
  /** Shown beneath the row's first line. */
  secondary: z.boolean().optional(),
  /** Relative width on wide screens. */
  width: z.enum(["xs", "sm", "md", "lg"]).optional(),
};

export const columnSchema = z
  .discriminatedUnion("type", [
    z.strictObject({ ...inTable, ...kinds.short_text }),
    z.strictObject({ ...inTable, ...kinds.long_text }),
    z.strictObject({ ...inTable, ...kinds.integer }),
    z.strictObject({ ...inTable, ...kinds.decimal }),
    z.strictObject({ ...inTable, ...kinds.money }),
    /** In several currencies each row names its own, and the column is never added up. */
    z.strictObject({ ...inTable, ...kinds.amount }),
    z.strictObject({ ...inTable, ...kinds.percent }),
    z.strictObject({ ...inTable, ...kinds.date }),
    z.strictObject({ ...inTable, ...kinds.month }),
    z.strictObject({ ...inTable, ...kinds.choice }),
    z.strictObject({ ...inTable, ...kinds.multi_choice }),
    z.strictObject({ ...inTable, ...kinds.scale }),
    z.strictObject({ ...inTable, ...kinds.yes_no }),
    z.strictObject({ ...inTable, ...kinds.uscc }),
    z.strictObject({ ...inTable, ...kinds.mobile }),
    z.strictObject({ ...inTable, ...kinds.email }),
    z.strictObject({ ...inTable, ...kinds.url }),
    z.strictObject({ ...inTable, ...kinds.postcode }),
    z.strictObject({ ...inTable, ...kinds.country }),
    /** Answers of several boxes: only where every row is a card, as one of a partner's whole section. */
    z.strictObject({ ...inTable, ...kinds.address }),
    z.strictObject({ ...inTable, ...kinds.foreign_address }),
    z.strictObject({ ...inTable, ...kinds.person }),
    z.strictObject({ ...inTable, ...kinds.city }),
    z.strictObject({ ...inTable, ...kinds.gb4754 }),
    z.strictObject({ ...inTable, ...kinds.ip_number }),
    z.strictObject({ ...inTable, ...kinds.computed }),
    /** A tick box in a row. */
    z.strictObject({ ...inTable, type: z.literal("declaration") }),
  ])
  .meta({ id: "column" });

const fixedRow = z.strictObject({
  id: optionCode,
  label: localTextSchema,
  /** Whether the row's required cells must be filled; true when absent. */
  required: requirement.optional(),
});

const table = {
  type: z.literal("table"),
  columns: z.array(columnSchema).min(1).max(30),
  minRows: z.int().min(0).optional(),
  maxRows: z.int().min(1).max(200),
  /** `statement`: columns run down the page and the fixed rows across, as in accounts. */
  layout: z.enum(["grid", "cards", "statement"]).optional(),
  /** One row, as in "shareholder"; the add button says "Add a shareholder". */
  rowName: localTextSchema,
  addLabel: localTextSchema,
  fixedRows: z.array(fixedRow).min(1).max(30).optional(),
  /** Columns summed in the foot. */
  totals: z.array(key).optional(),
};

const file = {
  type: z.literal("file"),
  /** Code of domain use, such as A01. */
  code: z.string().max(12).optional(),
  accept: z.array(z.enum(["pdf", "jpg", "png", "xlsx", "docx", "pptx"])).min(1),
  maxSizeMb: z.int().min(1).max(100),
  /** Of each file; only where nothing but PDF is taken, for other files have no pages to count. */
  maxPages: z.int().min(1).max(2000).optional(),
  minCount: z.int().min(1).optional(),
  maxCount: z.int().min(1).max(50),
};

export const questionSchema = z
  .discriminatedUnion("type", [
    z.strictObject({ ...asking, ...kinds.short_text, ...listed("title") }),
    z.strictObject({ ...asking, ...kinds.long_text }),
    z.strictObject({ ...asking, ...kinds.integer }),
    z.strictObject({ ...asking, ...kinds.decimal }),
    z.strictObject({
      ...{ ...asking, ...kinds.money, ...kinds.currencies },
      ...listed("amount", "investment"),
    }),
    z.strictObject({ ...asking, ...kinds.amount }),
    z.strictObject({ ...asking, ...kinds.percent }),
    z.strictObject({ ...asking, ...kinds.date }),
    z.strictObject({ ...asking, ...kinds.month }),
    z.strictObject({ ...asking, ...kinds.choice, ...listed("segment") }),
    z.strictObject({ ...asking, ...kinds.multi_choice }),
    z.strictObject({ ...asking, ...kinds.scale }),
    z.strictObject({ ...asking, ...kinds.yes_no }),
    z.strictObject({ ...asking, ...kinds.uscc }),
    z.strictObject({ ...asking, ...kinds.address, ...listed("city") }),
    z.strictObject({ ...asking, ...kinds.country }),
    z.strictObject({ ...asking, ...kinds.foreign_address }),
    z.strictObject({ ...asking, ...kinds.person }),
    z.strictObject({ ...asking, ...kinds.mobile }),
    z.strictObject({ ...asking, ...kinds.email }),
    z.strictObject({ ...asking, ...kinds.url }),
    z.strictObject({ ...asking, ...kinds.postcode }),
    z.strictObject({ ...asking, ...kinds.city, ...listed("city") }),
    z.strictObject({ ...asking, ...kinds.gb4754 }),
    z.strictObject({ ...asking, ...kinds.park }),
    z.strictObject({ ...asking, ...kinds.computed }),
    z.strictObject({ ...asking, ...table }),
    z.strictObject({ ...asking, ...file }),
    /** Must be ticked when required; voluntary otherwise. */
    z.strictObject({ ...asking, type: z.literal("declaration") }),
    z.strictObject({
      key,
      label: localTextSchema,
      visibleWhen: condition.optional(),
      type: z.literal("static"),
    }),
  ])
  .meta({ id: "question" });

const messageValue = z.strictObject({
  value: expressionSchema,
  as: z.enum(["money", "percent", "decimal", "integer", "date", "text"]),
  places: z.int().min(0).max(8).optional(),
});

export const ruleSchema = z
  .strictObject({
    key,
    level: z.enum(["error", "warning"]),
    /** Where it points: `question`, or `table/column`. The first is where the sentence stands. */
    at: z.array(z.string()).min(1),
    /** Asked of every row of this table; `at` then names its columns. */
    forEach: key.optional(),
    when: condition.optional(),
    /** An issue arises only when this is plainly false. */
    holds: condition,
    message: localTextSchema,
    /** Shorter, for the summary at the head of the page. */
    summary: localTextSchema.optional(),
    params: z.record(z.string(), messageValue).optional(),
  })
  .meta({ id: "rule" });

/** A self-check from the answers: advice to the applicant, never an error and never a gate. */
export const adviceSchema = z
  .strictObject({
    key,
    title: localTextSchema,
    intro: localTextSchema.optional(),
    visibleWhen: condition.optional(),
    items: z
      .array(
        z.strictObject({
          key,
          label: localTextSchema,
          /** The figure beside the threshold. */
          value: expressionSchema,
          as: z.enum(["money", "percent", "decimal", "integer", "date", "text"]),
          places: z.int().min(0).max(8).optional(),
          threshold: localTextSchema,
          holds: condition,
        }),
      )
      .min(1)
      .max(20),
    /** Said when every item holds, and when one plainly does not. */
    met: localTextSchema,
    unmet: localTextSchema,
  })
  .meta({ id: "advice" });

export const groupSchema = z
  .strictObject({
    key,
    title: localTextSchema.optional(),
    help: localTextSchema.optional(),
    visibleWhen: condition.optional(),
    questions: z.array(questionSchema).min(1),
  })
  .meta({ id: "group" });

export const sectionSchema = z
  .strictObject({
    key,
    title: localTextSchema,
    intro: localTextSchema.optional(),
    /** Notes beside the form: how to fill this in. */
    notes: z.array(localTextSchema).optional(),
    /** `signing` is answered on the check-and-submit page by the owner. */
    kind: z.enum(["questions", "files", "signing"]).optional(),
    restricted: z.boolean().optional(),
    visibleWhen: condition.optional(),
    /** Until this holds the section cannot start; `opensHint` says what comes first. */
    opensWhen: condition.optional(),
    opensHint: localTextSchema.optional(),
    groups: z.array(groupSchema).min(1),
    rules: z.array(ruleSchema).optional(),
    advice: z.array(adviceSchema).max(10).optional(),
  })
  .meta({ id: "section" });

export const partSchema = z
  .strictObject({
    key,
    title: localTextSchema,
    sections: z.array(sectionSchema).min(1),
  })
  .meta({ id: "part" });

/** Of the definition language. A change that older code would misread gets the next number. */
export const definitionLanguage = 1;

export const formDefinitionSchema = z.strictObject({
  /** 1 where it is absent, as in definitions frozen before it was written down. */
  language: z.literal(definitionLanguage).optional(),
  code: z.string().min(1).max(40),
  version: z.int().min(1),
  title: localTextSchema,
  parts: z.array(partSchema).min(1),
});

export type Language = "zh" | "en";
export type LocalText = z.infer<typeof localTextSchema>;
export type Option = z.infer<typeof optionSchema>;
export type TableColumn = z.infer<typeof columnSchema>;
export type FixedRow = z.infer<typeof fixedRow>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question["type"];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export type TableQuestion = QuestionOf<"table">;
/** Everything that takes one typed answer: a question, or a cell of a table. */
export type Field = Exclude<Question, { type: "table" | "file" | "static" }> | TableColumn;
export type Rule = z.infer<typeof ruleSchema>;
export type Advice = z.infer<typeof adviceSchema>;
export type QuestionGroup = z.infer<typeof groupSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Part = z.infer<typeof partSchema>;
export type FormDefinition = z.infer<typeof formDefinitionSchema>;
