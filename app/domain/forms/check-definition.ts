import { fieldProblems, repeated, tableProblems, type OwnProblem } from "./check-fields.ts";
import { Dependencies } from "./definition-cycles.ts";
import type { DefinitionPlace, DefinitionProblem, DefinitionProblemCode } from "./definition-problem.ts";
import {
  formDefinitionSchema,
  type Advice,
  type FixedRow,
  type FormDefinition,
  type Question,
  type Rule,
  type Section,
  type TableColumn,
  type TableQuestion,
} from "./definition.ts";
import type { Expression } from "./expression.ts";
import { CurrencyReader } from "./expression-currency.ts";
import { ExpressionReader, typeOfField, type Names, type Reference, type ValueType } from "./infer-type.ts";
import { isTooDeep, shapeProblems } from "./shape-problems.ts";

export type DefinitionCheck =
  { ok: true; definition: FormDefinition } | { ok: false; problems: DefinitionProblem[] };

/** Shape, names, types, limits and cycles: a definition that passes cannot fail while somebody fills it in. */
export function checkDefinition(source: unknown): DefinitionCheck {
  if (isTooDeep(source)) return { ok: false, problems: [{ code: "too_deep", place: {}, params: {} }] };
  const parsed = formDefinitionSchema.safeParse(source);
  if (!parsed.success) return { ok: false, problems: shapeProblems(source, parsed.error.issues) };
  const problems = new DefinitionInspector(parsed.data).inspect();
  return problems.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, problems };
}

class DefinitionInspector {
  readonly #definition: FormDefinition;
  readonly #questions = new Map<string, Question>();
  readonly #places = new Map<string, DefinitionPlace>();
  readonly #problems: DefinitionProblem[] = [];
  readonly #needs = new Dependencies();

  constructor(definition: FormDefinition) {
    this.#definition = definition;
  }

  inspect(): DefinitionProblem[] {
    const { parts } = this.#definition;
    const sections = parts.flatMap((part) => part.sections);
    for (const name of repeated(parts.map(({ key }) => key)))
      this.#report("duplicate_part", { part: name }, { name });
    for (const name of repeated(sections.map(({ key }) => key)))
      this.#report("duplicate_section", { section: name }, { name });
    for (const section of sections) this.#collect(section);
    for (const section of sections) this.#inspectSection(section);
    const { rings, tooLongAt } = this.#needs.inspect();
    for (const ring of rings) this.#report("cycle", this.#placeOf(ring[0]), { path: ring.join(" → ") });
    if (tooLongAt !== undefined) this.#report("chain_too_long", this.#placeOf(tooLongAt));
    return this.#problems;
  }

  #placeOf(node = ""): DefinitionPlace {
    const [question = "", column] = node.split("/");
    const place = this.#places.get(question) ?? {};
    return column === undefined ? place : { ...place, column };
  }

  #collect(section: Section): void {
    for (const name of repeated(section.groups.map(({ key }) => key)))
      this.#report("duplicate_group", { section: section.key, group: name }, { name });
    for (const group of section.groups) {
      for (const question of group.questions) {
        const place = { section: section.key, group: group.key, question: question.key };
        if (this.#questions.has(question.key))
          this.#report("duplicate_question", place, { name: question.key });
        this.#questions.set(question.key, question);
        this.#places.set(question.key, place);
        this.#adopt(place, fieldProblems(question));
        if (question.type === "table") this.#adopt(place, tableProblems(question));
      }
    }
  }

  #inspectSection(section: Section): void {
    const at = { section: section.key };
    const shared = this.#read(at, "visibleWhen", section.visibleWhen, "boolean");
    const opening = this.#read(at, "opensWhen", section.opensWhen, "boolean");
    const own = opening.find(({ question }) => this.#places.get(question)?.section === section.key);
    if (own) this.#report("opens_itself", { ...at, attribute: "opensWhen" }, { name: own.question });
    for (const group of section.groups) {
      const place = { ...at, group: group.key };
      const inherited = [...shared, ...this.#read(place, "visibleWhen", group.visibleWhen, "boolean")];
      for (const question of group.questions) this.#inspectQuestion(question, inherited);
    }
    const rules = section.rules ?? [];
    for (const name of repeated(rules.map(({ key }) => key)))
      this.#report("duplicate_rule", { ...at, rule: name }, { name });
    for (const name of repeated((section.advice ?? []).map(({ key }) => key)))
      this.#report("duplicate_advice", { ...at, advice: name }, { name });
    for (const advice of section.advice ?? []) this.#inspectAdvice({ ...at, advice: advice.key }, advice);
    for (const rule of rules) this.#inspectRule({ ...at, rule: rule.key }, rule);
  }

  #inspectQuestion(question: Question, inherited: Reference[]): void {
    const place = this.#places.get(question.key) ?? {};
    const own = this.#read(place, "visibleWhen", question.visibleWhen, "boolean");
    this.#needs.add(question.key, [...inherited, ...own]);
    if ("required" in question) this.#inspectRequired(place, question.required, { question: question.key });
    this.#inspectListed(place, question);
    if ("pairOf" in question && question.pairOf !== undefined)
      this.#inspectPair(place, question, question.pairOf);
    if (question.type === "uscc") this.#inspectLicence(place, question.licenceIn, question.key);
    if (question.type === "computed")
      this.#needs.add(question.key, this.#readComputed(place, question, undefined));
    if (question.type !== "table") return;
    for (const row of question.fixedRows ?? []) this.#inspectRow(place, row);
    for (const column of question.columns) this.#inspectColumn(place, question, column);
  }

  #inspectRow(place: DefinitionPlace, { id, required }: FixedRow): void {
    if (typeof required === "object") this.#read({ ...place, row: id }, "required", required, "boolean");
  }

  #inspectColumn(at: DefinitionPlace, table: TableQuestion, column: TableColumn): void {
    const place = { ...at, column: column.key };
    const node = `${table.key}/${column.key}`;
    this.#needs.add(table.key, [{ question: table.key, column: column.key }]);
    this.#needs.add(node, this.#read(place, "visibleWhen", column.visibleWhen, "boolean", table));
    this.#inspectRequired(place, column.required, { question: table.key, column: column.key }, table);
    if (column.type === "computed") this.#needs.add(node, this.#readComputed(place, column, table));
    if (column.type === "uscc") this.#inspectLicence(place, column.licenceIn, node);
  }

  /** Nothing reads whether an answer is required, so it closes no ring; only reading the answer itself is idle. */
  #inspectRequired(
    place: DefinitionPlace,
    required: Expression | undefined,
    self: Reference,
    table?: Names["table"],
  ): void {
    if (typeof required !== "object") return;
    const references = this.#read(place, "required", required, "boolean", table);
    if (references.some(({ question, column }) => question === self.question && column === self.column))
      this.#report("required_by_itself", { ...place, attribute: "required" });
  }

  /** One question for each thing that lists show; a title may be asked in each language. */
  #inspectListed(at: DefinitionPlace, question: Question): void {
    if (!("listedAs" in question) || question.listedAs === undefined) return;
    const language = "language" in question ? question.language : undefined;
    const all = [...this.#questions.values()];
    const other = all
      .slice(0, all.indexOf(question))
      .find(
        (earlier) =>
          "listedAs" in earlier &&
          earlier.listedAs === question.listedAs &&
          (language === undefined || !("language" in earlier) || (earlier.language ?? language) === language),
      );
    if (other) this.#report("listed_twice", { ...at, attribute: "listedAs" }, { name: other.key });
  }

  #inspectPair(at: DefinitionPlace, question: Question, name: string): void {
    const place = { ...at, attribute: "pairOf" };
    const other = this.#questions.get(name);
    if (!other || other === question) this.#report("unknown_pair", place, { name });
    else if (other.type !== question.type || !isText(question)) this.#report("pair_kind", place, { name });
  }

  /** A code is read differently once its licence is there, so it depends on that question being asked. */
  #inspectLicence(place: DefinitionPlace, name: string | undefined, node: string): void {
    if (name === undefined) return;
    this.#needs.add(node, [{ question: name }]);
    if (this.#questions.get(name)?.type !== "file")
      this.#report("unknown_file_question", { ...place, attribute: "licenceIn" }, { name });
  }

  #readComputed(
    place: DefinitionPlace,
    field: Extract<Question | TableColumn, { type: "computed" }>,
    table: Names["table"],
  ): Reference[] {
    const wanted = typeOfField(field);
    const { references, type, currency } = this.#readTyped(place, "value", field.value, table);
    if (field.result === "money") this.#inspectRenminbi({ ...place, attribute: "value" }, currency);
    if (type !== null && type !== wanted && !(wanted === "text" && type === "date"))
      this.#report("result_kind", { ...place, attribute: "value" }, { found: type, wanted });
    return references;
  }

  #inspectAdvice(place: DefinitionPlace, { visibleWhen, items }: Advice): void {
    this.#read(place, "visibleWhen", visibleWhen, "boolean");
    for (const name of repeated(items.map(({ key }) => key)))
      this.#report("duplicate_advice", { ...place, attribute: "items" }, { name });
    for (const { key, value, as, holds } of items) {
      this.#inspectFigure(place, `items.${key}.value`, value, as, undefined);
      this.#read(place, `items.${key}.holds`, holds, "boolean");
    }
  }

  /** A figure to be written in a sentence or beside a threshold. */
  #inspectFigure(
    place: DefinitionPlace,
    attribute: string,
    value: Expression,
    as: string,
    table: Names["table"],
  ): void {
    const { type, currency } = this.#readTyped(place, attribute, value, table);
    if (as === "money") this.#inspectRenminbi({ ...place, attribute }, currency);
    const wanted = as === "text" ? undefined : as === "date" ? "date" : "number";
    if (wanted && type !== null && type !== wanted)
      this.#report("result_kind", { ...place, attribute }, { found: type, wanted });
  }

  /** What is written as money is written in 万元. */
  #inspectRenminbi(place: DefinitionPlace, currency = "CNY"): void {
    if (currency !== "CNY") this.#report("currencies_mixed", place, { one: "CNY", other: currency });
  }

  #inspectRule(place: DefinitionPlace, rule: Rule): void {
    const question = rule.forEach === undefined ? undefined : this.#questions.get(rule.forEach);
    const table = question?.type === "table" ? question : undefined;
    if (rule.forEach !== undefined && !table)
      this.#report("unknown_table", { ...place, attribute: "forEach" }, { name: rule.forEach });
    this.#read(place, "when", rule.when, "boolean", table);
    this.#read(place, "holds", rule.holds, "boolean", table);
    for (const [name, { value, as }] of Object.entries(rule.params ?? {}))
      this.#inspectFigure(place, `params.${name}`, value, as, table);
    for (const target of rule.at) this.#inspectTarget({ ...place, attribute: "at" }, target, table);
    this.#inspectPlaceholders(place, rule);
  }

  #inspectTarget(place: DefinitionPlace, target: string, table: Names["table"]): void {
    if (table) {
      if (!table.columns.some((column) => column.key === target))
        this.#report("unknown_column", place, { table: table.key, name: target });
      return;
    }
    const [key = "", column] = target.split("/");
    const question = this.#questions.get(key);
    if (!question) this.#report("unknown_question", place, { name: key });
    else if (
      column !== undefined &&
      !(question.type === "table" && question.columns.some((c) => c.key === column))
    )
      this.#report("unknown_column", place, { table: key, name: column });
  }

  #inspectPlaceholders(place: DefinitionPlace, rule: Rule): void {
    const known = new Set([
      ...Object.keys(rule.params ?? {}),
      ...(rule.forEach === undefined ? [] : ["row"]),
    ]);
    for (const attribute of ["message", "summary"] as const) {
      const text = rule[attribute];
      for (const [, name = ""] of `${text?.zh ?? ""}${text?.en ?? ""}`.matchAll(/\{([a-z_]+)\}/g))
        if (!known.has(name)) this.#report("unknown_placeholder", { ...place, attribute }, { name });
    }
  }

  #read(
    place: DefinitionPlace,
    attribute: string,
    expression: Expression | undefined,
    wanted?: ValueType,
    table?: Names["table"],
  ): Reference[] {
    return expression === undefined
      ? []
      : this.#readTyped(place, attribute, expression, table, wanted).references;
  }

  #readTyped(
    place: DefinitionPlace,
    attribute: string,
    expression: Expression,
    table: Names["table"],
    wanted?: ValueType,
  ): { references: Reference[]; type: ValueType | null; currency: string | undefined } {
    const reader = new ExpressionReader();
    const names: Names = { question: (key) => this.#questions.get(key), table };
    const type = reader.read(expression, names, wanted);
    const currencies = new CurrencyReader();
    const currency = currencies.read(expression, names);
    for (const { code, inside, params } of [...reader.problems, ...currencies.problems])
      this.#report(code, { ...place, attribute, inside }, params);
    return { references: reader.references, type, currency };
  }

  #adopt(place: DefinitionPlace, problems: readonly OwnProblem[]): void {
    for (const problem of problems)
      this.#report(problem.code, { ...place, ...problem.place }, problem.params);
  }

  #report(code: DefinitionProblemCode, place: DefinitionPlace, params: Record<string, string> = {}): void {
    this.#problems.push({ code, place, params });
  }
}

const isText = ({ type }: Question): boolean => type === "short_text" || type === "long_text";
