import { sumDecimals } from "#app/domain/shared/decimal.ts";
import type { AttachedFile, CheckEnv, MoneyBounds } from "./check-env.ts";
import {
  compileForm,
  isField,
  isTable,
  type CompiledColumn,
  type CompiledForm,
  type CompiledQuestion,
} from "./compile-form.ts";
import { toAnswer, toValue } from "./convert-value.ts";
import type { Field, FormDefinition, LocalText } from "./definition.ts";
import { isDecimal, type Compiled, type Scope, type Value } from "./evaluate-expression.ts";
import { parseAnswer, type AnswerValue, type ParseContext, type ParsedAnswer } from "./parse-answer.ts";
import { isBlank, rowsOf, type RawAnswers, type RawRow, type RawValue } from "./raw-answers.ts";
import { demanded, holds } from "./scope-conditions.ts";

export const evaluateForm = (definition: FormDefinition, raw: RawAnswers, env: CheckEnv): FormEvaluation =>
  new FormEvaluation(compileForm(definition), raw, env);

/** How cells of these very rows were read before, for a page that evaluates at every key. */
export type ReadCells = WeakMap<RawRow, Map<string, ParsedAnswer>>;

const nothing: ParsedAnswer = { value: null };

/** The answers of one draft at one moment; each value is worked out when first asked for, and once. */
export class FormEvaluation implements Scope {
  readonly today: string;
  readonly form: CompiledForm;
  readonly bounds: Readonly<Record<string, MoneyBounds>>;
  readonly raw: RawAnswers;
  readonly #env: CheckEnv;
  readonly #parseContext: ParseContext;
  readonly #visible = new Map<string, boolean>();
  readonly #parsed = new Map<string, ParsedAnswer>();
  readonly #values = new Map<string, Value>();
  readonly #rows = new Map<string, EvaluatedRow[]>();
  readonly #filledRows = new Map<string, EvaluatedRow[]>();
  readonly #cells: ReadCells | undefined;

  constructor(form: CompiledForm, raw: RawAnswers, env: CheckEnv, cells?: ReadCells) {
    this.#cells = cells;
    this.form = form;
    this.raw = raw;
    this.today = env.today;
    this.#env = env;
    this.bounds = env.bounds ?? {};
    this.#parseContext = {
      today: env.today,
      confirmedUsccs: env.confirmedUsccs,
      fileCount: (question) => this.files(question),
    };
  }

  /** Of a question, by its own condition and those of its group and section. */
  isVisible(key: string): boolean {
    const known = this.#visible.get(key);
    if (known !== undefined) return known;
    const question = this.form.questionByKey.get(key);
    const visible =
      question !== undefined &&
      this.isSectionVisible(question.section.section.key) &&
      holds(question.group.visible, this) &&
      holds(question.visible, this);
    this.#visible.set(key, visible);
    return visible;
  }

  /** Somebody said that the amount there is right, large as it is. */
  isConfirmedAmount(path: string): boolean {
    return this.#env.confirmedAmounts?.has(path) ?? false;
  }

  isSectionVisible(sectionKey: string): boolean {
    return holds(this.form.sectionByKey.get(sectionKey)?.visible ?? null, this);
  }

  isGroupVisible(sectionKey: string, groupKey: string): boolean {
    const section = this.form.sectionByKey.get(sectionKey);
    const group = section?.groups.find((candidate) => candidate.group.key === groupKey);
    return group !== undefined && this.isSectionVisible(sectionKey) && holds(group.visible, this);
  }

  isRequired(key: string): boolean {
    const question = this.form.questionByKey.get(key);
    return question !== undefined && this.isVisible(key) && demanded(question.required, this);
  }

  /** A table's rows are no text, whatever an older form may have left in the draft. */
  rawOf(key: string): RawValue | undefined {
    const value = Object.hasOwn(this.raw, key) ? this.raw[key] : undefined;
    return Array.isArray(value) && typeof value[0] === "object" ? undefined : (value as RawValue | undefined);
  }

  parsed(key: string): ParsedAnswer {
    const known = this.#parsed.get(key);
    if (known) return known;
    const question = this.form.questionByKey.get(key);
    const parsed = question && isField(question.field) ? this.#parse(question, question.field) : nothing;
    this.#parsed.set(key, parsed);
    return parsed;
  }

  /** What the answer stands for; null while it is hidden, blank or unreadable. */
  value(key: string): AnswerValue | null {
    return this.isVisible(key) ? this.parsed(key).value : null;
  }

  ref(key: string): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = this.#valueOf(key);
    this.#values.set(key, value);
    return value;
  }

  /** Outside a row there are no cells. */
  cell(): Value {
    return null;
  }

  files(key: string): number {
    return this.isVisible(key) ? this.filesOf(key).length : 0;
  }

  filesOf(key: string): readonly AttachedFile[] {
    return Object.hasOwn(this.#env.files, key) ? (this.#env.files[key] ?? []) : [];
  }

  /** Every row as it stands on the page, blank ones included. */
  allRows(table: string): readonly EvaluatedRow[] {
    const known = this.#rows.get(table);
    if (known) return known;
    const question = this.form.questionByKey.get(table);
    const rows = question && isTable(question.field) ? this.#rowsOf(question) : [];
    this.#rows.set(table, rows);
    return rows;
  }

  /** The rows that count: filled ones, and fixed ones. None while the table is hidden. */
  rows(table: string): readonly EvaluatedRow[] {
    const known = this.#filledRows.get(table);
    if (known) return known;
    const rows = this.isVisible(table)
      ? this.allRows(table).filter((row) => row.isFixed || !row.isBlank)
      : [];
    this.#filledRows.set(table, rows);
    return rows;
  }

  row(table: string, rowId: string): EvaluatedRow | undefined {
    return this.rows(table).find((row) => row.id === rowId);
  }

  /** The foot of a column. */
  total(table: string, column: string): AnswerValue | null {
    const field = this.form.questionByKey.get(table)?.columnByKey.get(column)?.field;
    const figures = this.rows(table).map((row) => row.cell(column));
    return field ? toAnswer(field, sumDecimals(figures.filter(isDecimal))) : null;
  }

  #parse(question: CompiledQuestion, field: Field): ParsedAnswer {
    if (question.computed) return { value: toAnswer(field, question.computed(this)) };
    return parseAnswer(field, this.rawOf(field.key), this.#parseContext);
  }

  #valueOf(key: string): Value {
    const question = this.form.questionByKey.get(key);
    if (!question || !this.isVisible(key)) return null;
    if (question.computed) return question.computed(this);
    if (question.field.type === "table") return this.rows(key).map((row) => row.id);
    if (question.field.type === "file") return this.filesOf(key).map((file) => file.id);
    return isField(question.field) ? toValue(question.field, this.parsed(key).value) : null;
  }

  #rowsOf(question: CompiledQuestion): EvaluatedRow[] {
    const raw = rowsOf(this.raw, question.field.key);
    const standing = question.fixedRows
      ? question.fixedRows.map(({ row }) => raw.find(({ id }) => id === row.id) ?? { id: row.id, cells: {} })
      : raw;
    return standing.map(
      (row, index) => new EvaluatedRow(this, question, row, index, this.#parseContext, this.#readCells(row)),
    );
  }

  #readCells(row: RawRow): Map<string, ParsedAnswer> | undefined {
    if (!this.#cells) return undefined;
    const known = this.#cells.get(row) ?? new Map<string, ParsedAnswer>();
    this.#cells.set(row, known);
    return known;
  }
}

export class EvaluatedRow implements Scope {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Of a fixed row. */
  readonly label: LocalText | undefined;
  readonly isFixed: boolean;
  readonly isBlank: boolean;
  readonly raw: RawRow;
  readonly #form: FormEvaluation;
  readonly #question: CompiledQuestion;
  readonly #context: ParseContext;
  /** What was typed; computed cells are worked out anew in every evaluation. */
  readonly #typed: Map<string, ParsedAnswer>;
  readonly #computed = new Map<string, ParsedAnswer>();
  /** Conditions and formulas of one row may lean on each other in long chains: each is worked out once. */
  readonly #shown = new Map<string, boolean>();
  readonly #figures = new Map<string, Value>();

  constructor(
    form: FormEvaluation,
    question: CompiledQuestion,
    raw: RawRow,
    index: number,
    context: ParseContext,
    typed = new Map<string, ParsedAnswer>(),
  ) {
    this.#typed = typed;
    this.id = raw.id;
    this.number = index + 1;
    this.isFixed = question.fixedRows !== null;
    this.label = question.fixedRows?.[index]?.row.label;
    this.isBlank = Object.values(raw.cells).every(isBlank);
    this.raw = raw;
    this.#form = form;
    this.#question = question;
    this.#context = { ...context, cell: (column) => this.rawOf(column) };
  }

  /** The same row, called something else. */
  called(id: string): EvaluatedRow {
    const { raw, number } = this;
    return new EvaluatedRow(
      this.#form,
      this.#question,
      { ...raw, id },
      number - 1,
      this.#context,
      this.#typed,
    );
  }

  get today(): string {
    return this.#form.today;
  }

  isVisible(column: string): boolean {
    const compiled = this.#question.columnByKey.get(column);
    if (!compiled || compiled.visible === null) return compiled !== undefined;
    const known = this.#shown.get(column);
    if (known !== undefined) return known;
    const shown = holds(compiled.visible, this);
    this.#shown.set(column, shown);
    return shown;
  }

  isRequired(column: string): boolean {
    const compiled = this.#question.columnByKey.get(column);
    return (
      compiled !== undefined && this.isDemanded && this.isVisible(column) && demanded(compiled.required, this)
    );
  }

  /** A fixed row may be asked for only under a condition, as the accounts of a year before the founding. */
  get isDemanded(): boolean {
    const fixed = this.#question.fixedRows?.find(({ row }) => row.id === this.id);
    return fixed === undefined || !this.isBlank || demanded(fixed.required, this);
  }

  rawOf(column: string): RawValue | undefined {
    return Object.hasOwn(this.raw.cells, column) ? this.raw.cells[column] : undefined;
  }

  parsed(column: string): ParsedAnswer {
    const compiled = this.#question.columnByKey.get(column);
    const kept = compiled?.computed ? this.#computed : this.#typed;
    const known = kept.get(column);
    if (known) return known;
    const parsed = compiled ? this.#parse(compiled) : nothing;
    kept.set(column, parsed);
    return parsed;
  }

  value(column: string): AnswerValue | null {
    return this.isVisible(column) ? this.parsed(column).value : null;
  }

  /** `id` is the row's own name, which fixed rows are told apart by. */
  cell(column: string): Value {
    if (column === "id") return this.id;
    const compiled = this.#question.columnByKey.get(column);
    if (!compiled || !this.isVisible(column)) return null;
    if (compiled.computed) return this.#figureOf(column, compiled.computed);
    return toValue(compiled.field, this.parsed(column).value);
  }

  #figureOf(column: string, computed: Compiled): Value {
    const known = this.#figures.get(column);
    if (known !== undefined) return known;
    this.#figures.set(column, computed(this));
    return this.#figures.get(column) ?? null;
  }

  ref(key: string): Value {
    return this.#form.ref(key);
  }

  files(key: string): number {
    return this.#form.files(key);
  }

  rows(table: string): readonly EvaluatedRow[] {
    return this.#form.rows(table);
  }

  row(table: string, rowId: string): EvaluatedRow | undefined {
    return this.#form.row(table, rowId);
  }

  #parse({ field, computed }: CompiledColumn): ParsedAnswer {
    if (computed) return { value: toAnswer(field, this.#figureOf(field.key, computed)) };
    return parseAnswer(field, this.rawOf(field.key), this.#context);
  }
}
