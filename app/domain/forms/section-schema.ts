import { z } from "zod";
import { checkSection } from "./check-answers.ts";
import { compositeOf, partsAsTyped } from "./composite-field.ts";
import { compileForm, isField, isTable, type CompiledQuestion } from "./compile-form.ts";
import type { Field, FormDefinition } from "./definition.ts";
import type { CheckEnv } from "./check-env.ts";
import type { FormIssue } from "./issue.ts";
import { parseAnswerPath, rowsOf, type RawAnswers, type RawRow, type RawValue } from "./raw-answers.ts";

export type SectionSchema = z.ZodType<RawAnswers>;

const schemas = new WeakMap<FormDefinition, Map<string, SectionSchema>>();

/**
 * For Conform's parseWithZod with automatic coercion off: takes whatever a section's form carries and gives it back
 * exactly as typed. It refuses nothing, because a draft is kept whatever is in it. A name that was not on the page
 * is not in the answer.
 */
export function sectionSchema(definition: FormDefinition, sectionKey: string): SectionSchema {
  const known = schemas.get(definition)?.get(sectionKey);
  if (known) return known;
  const section = compileForm(definition).sectionByKey.get(sectionKey);
  if (!section) throw new RangeError(`no section ${sectionKey}`);
  const shape = Object.fromEntries(
    section.questions
      .filter(hasTypedAnswer)
      .map((question) => [question.field.key, rawSchema(question).optional()]),
  );
  const schema = z
    .object(shape)
    .transform(
      (answers) =>
        Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as RawAnswers,
    );
  schemas.set(definition, (schemas.get(definition) ?? new Map()).set(sectionKey, schema));
  return schema;
}

/** The same with the section's errors attached to Conform's names; `sentence` puts an issue into words. */
export function checkedSectionSchema(
  definition: FormDefinition,
  sectionKey: string,
  context: { raw: RawAnswers; env: CheckEnv; sentence: (issue: FormIssue) => string },
): SectionSchema {
  return sectionSchema(definition, sectionKey).superRefine((answers, refinement) => {
    const raw = { ...context.raw, ...answers };
    for (const issue of checkSection(definition, sectionKey, raw, context.env).issues) {
      if (issue.level === "warning") continue;
      refinement.addIssue({
        code: "custom",
        message: context.sentence(issue),
        path: fieldPath(issue.path, raw),
      });
    }
  });
}

/** `shareholders[0].ratio` for `shareholders/r1/ratio`. */
export function fieldName(path: string, raw: RawAnswers): string {
  const [key = "", index, column] = fieldPath(path, raw);
  return index === undefined ? String(key) : `${String(key)}[${String(index)}].${String(column)}`;
}

export const cellName = (table: string, index: number, column: string): string =>
  `${table}[${index}].${column}`;

/** Sent with every row as a hidden field, so that rows keep their identity. */
export const rowIdName = (table: string, index: number): string => cellName(table, index, "id");

/** Conform's error record for `submission.reply({ fieldErrors })`. */
export function fieldErrors(
  issues: readonly FormIssue[],
  raw: RawAnswers,
  sentence: (issue: FormIssue) => string,
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of issues) (errors[fieldName(issue.path, raw)] ??= []).push(sentence(issue));
  return errors;
}

/** Conform's defaultValue: the draft as it stands, tables as lists of rows with their ids. */
export function conformDefaults(
  definition: FormDefinition,
  sectionKey: string,
  raw: RawAnswers,
): Record<string, RawValue | Record<string, RawValue>[]> {
  const questions = compileForm(definition).sectionByKey.get(sectionKey)?.questions ?? [];
  return Object.fromEntries(
    questions.filter(hasTypedAnswer).map((question) => {
      const { key } = question.field;
      if (!isTable(question.field)) return [key, (raw[key] as RawValue | undefined) ?? ""];
      return [key, rowsOnPage(question, raw).map((row) => ({ ...row.cells, id: row.id }))];
    }),
  );
}

/** A column may be called `id` only by mistake: the definition check refuses it. */
function rowsOnPage(question: CompiledQuestion, raw: RawAnswers): RawRow[] {
  const rows = rowsOf(raw, question.field.key);
  if (!question.fixedRows) return rows;
  return question.fixedRows.map(
    ({ row }) => rows.find(({ id }) => id === row.id) ?? { id: row.id, cells: {} },
  );
}

function fieldPath(path: string, raw: RawAnswers): (string | number)[] {
  const at = parseAnswerPath(path);
  if (!at || at.rowId === undefined) return [path];
  const index = rowsOf(raw, at.key).findIndex((row) => row.id === at.rowId);
  return [at.key, Math.max(index, 0), at.column];
}

const hasTypedAnswer = ({ field }: CompiledQuestion): boolean =>
  field.type !== "file" && field.type !== "static" && field.type !== "computed";

function rawSchema(question: CompiledQuestion): z.ZodType<RawValue | RawRow[]> {
  if (question.field.type === "multi_choice") return listSchema;
  if (isField(question.field) && compositeOf(question.field)) return partsSchema;
  if (!isTable(question.field)) return textSchema;
  const shape = Object.fromEntries(
    question.columns
      .filter(({ field }) => field.type !== "computed")
      .map(({ field }) => [field.key, cellSchema(field).optional()]),
  );
  const fixedIds = question.fixedRows?.map(({ row }) => row.id) ?? [];
  return z
    .preprocess(toRows, z.array(z.object({ id: textSchema.optional(), ...shape })))
    .transform((rows) => rows.map(({ id, ...cells }, index) => toRow(id, cells, index, fixedIds)));
}

function cellSchema(field: Field): z.ZodType<RawValue> {
  if (field.type === "multi_choice") return listSchema;
  return compositeOf(field) ? partsSchema : textSchema;
}

/** Several values under one name: the empty one that says "this was on the page", then what was ticked. */
const textSchema: z.ZodType<string> = z.preprocess(
  (value) => (Array.isArray(value) ? (value.findLast(isText) ?? "") : isText(value) ? value : ""),
  z.string(),
);

const listSchema: z.ZodType<string[]> = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((item) => isText(item) && item !== ""),
  z.array(z.string()),
);

/** Every box of the answer in its place, empty ones too. */
const partsSchema: z.ZodType<string[]> = z
  .preprocess(
    (value) => (Array.isArray(value) ? value : [value]).map((item) => (isText(item) ? item : "")),
    z.array(z.string()),
  )
  .transform(partsAsTyped);

const isText = (value: unknown): value is string => typeof value === "string";

/** Holes in the numbering are passed over. */
const toRows = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : []).filter(
    (row) => typeof row === "object" && row !== null && !Array.isArray(row),
  );

function toRow(id: unknown, cells: Record<string, unknown>, index: number, fixedIds: string[]): RawRow {
  const typed = Object.entries(cells).filter(([, value]) => value !== undefined) as [string, RawValue][];
  const known = isText(id) && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(id) ? id : undefined;
  return { id: known ?? fixedIds[index] ?? `row${index + 1}`, cells: Object.fromEntries(typed) };
}
