import {
  formDefinitionSchema,
  type FormDefinition,
  type Question,
  type Rule,
  type Section,
} from "./definition.ts";
import type { Expression } from "./expression.ts";
import { ExpressionReader, type Names, type Reference, type ValueType } from "./infer-type.ts";

export type DefinitionProblem = { place: string; problem: string };

export type DefinitionCheck =
  { ok: true; definition: FormDefinition } | { ok: false; problems: DefinitionProblem[] };

/** Shape, names, types and cycles: a definition that passes cannot fail while somebody fills it in. */
export function checkDefinition(source: unknown): DefinitionCheck {
  const parsed = formDefinitionSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      place: issue.path.map(String).join("."),
      problem: issue.message,
    }));
    return { ok: false, problems };
  }
  const problems = new DefinitionInspector(parsed.data).inspect();
  return problems.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, problems };
}

class DefinitionInspector {
  readonly #definition: FormDefinition;
  readonly #questions = new Map<string, Question>();
  readonly #problems: DefinitionProblem[] = [];
  /** Which answers an answer's own visibility or value depends on. */
  readonly #needs = new Map<string, Set<string>>();

  constructor(definition: FormDefinition) {
    this.#definition = definition;
  }

  inspect(): DefinitionProblem[] {
    const sections = this.#definition.parts.flatMap((part) => part.sections);
    this.#checkKeys(sections);
    for (const section of sections) this.#inspectSection(section);
    this.#findCycles();
    return this.#problems;
  }

  #checkKeys(sections: Section[]): void {
    this.#unique(
      "parts",
      this.#definition.parts.map((part) => part.key),
    );
    this.#unique(
      "sections",
      sections.map((section) => section.key),
    );
    for (const section of sections) {
      this.#unique(
        section.key,
        section.groups.map((group) => group.key),
      );
      for (const question of section.groups.flatMap((group) => group.questions)) {
        if (this.#questions.has(question.key))
          this.#report(section.key, `question ${question.key} stands twice`);
        this.#questions.set(question.key, question);
        if (question.type === "table") this.#checkTable(`${section.key}.${question.key}`, question);
        if ("options" in question && question.options)
          this.#checkOptions(`${section.key}.${question.key}`, question);
      }
    }
  }

  #checkTable(place: string, table: Extract<Question, { type: "table" }>): void {
    const columns = table.columns.map((column) => column.key);
    this.#unique(place, columns);
    if (columns.includes("id")) this.#report(place, "a column may not be called id");
    if (table.fixedRows)
      this.#unique(
        place,
        table.fixedRows.map((row) => row.id),
      );
    if ((table.minRows ?? 0) > table.maxRows) this.#report(place, "more rows required than allowed");
    if (table.layout === "statement" && !table.fixedRows) this.#report(place, "a statement needs fixed rows");
    for (const key of table.totals ?? []) {
      if (!columns.includes(key)) this.#report(place, `no column ${key} to add up`);
    }
    for (const column of table.columns) {
      if (column.type === "ip_number" && !columns.includes(column.kindColumn)) {
        this.#report(`${place}.${column.key}`, `no column ${column.kindColumn}`);
      }
      if ("options" in column && column.options) this.#checkOptions(`${place}.${column.key}`, column);
    }
  }

  #checkOptions(
    place: string,
    field: { options?: { code: string }[] | undefined; exclusive?: string | undefined },
  ): void {
    const codes = (field.options ?? []).map((option) => option.code);
    this.#unique(place, codes);
    if (field.exclusive !== undefined && !codes.includes(field.exclusive)) {
      this.#report(place, `no option ${field.exclusive}`);
    }
  }

  #inspectSection(section: Section): void {
    const shared = [...this.#read(`${section.key}.visibleWhen`, section.visibleWhen, "boolean")];
    this.#read(`${section.key}.opensWhen`, section.opensWhen, "boolean");
    for (const group of section.groups) {
      const groupNeeds = [
        ...shared,
        ...this.#read(`${section.key}.${group.key}.visibleWhen`, group.visibleWhen, "boolean"),
      ];
      for (const question of group.questions) {
        this.#inspectQuestion(`${section.key}.${question.key}`, question, groupNeeds);
      }
    }
    this.#unique(
      `${section.key}.rules`,
      (section.rules ?? []).map((rule) => rule.key),
    );
    for (const rule of section.rules ?? []) this.#inspectRule(`${section.key}.rules.${rule.key}`, rule);
  }

  #inspectQuestion(place: string, question: Question, inherited: Reference[]): void {
    const own = this.#read(`${place}.visibleWhen`, question.visibleWhen, "boolean");
    this.#need(question.key, [...inherited, ...own]);
    if ("required" in question && typeof question.required === "object") {
      this.#read(`${place}.required`, question.required, "boolean");
    }
    if ("pairOf" in question && question.pairOf !== undefined && !this.#questions.has(question.pairOf)) {
      this.#report(place, `no question ${question.pairOf}`);
    }
    if (question.type === "computed") this.#need(question.key, this.#read(`${place}.value`, question.value));
    if (question.type !== "table") return;
    for (const row of question.fixedRows ?? []) {
      if (typeof row.required === "object")
        this.#read(`${place}.${row.id}.required`, row.required, "boolean");
    }
    for (const column of question.columns) this.#inspectColumn(place, question, column);
  }

  #inspectColumn(
    place: string,
    table: Extract<Question, { type: "table" }>,
    column: Extract<Question, { type: "table" }>["columns"][number],
  ): void {
    const at = `${place}.${column.key}`;
    const node = `${table.key}/${column.key}`;
    this.#need(table.key, [{ question: table.key, column: column.key }]);
    this.#need(node, this.#read(`${at}.visibleWhen`, column.visibleWhen, "boolean", table));
    if (typeof column.required === "object") this.#read(`${at}.required`, column.required, "boolean", table);
    if (column.type === "computed")
      this.#need(node, this.#read(`${at}.value`, column.value, undefined, table));
    if (column.type === "uscc" && column.licenceIn !== undefined) {
      if (this.#questions.get(column.licenceIn)?.type !== "file")
        this.#report(at, `no file question ${column.licenceIn}`);
    }
  }

  #inspectRule(place: string, rule: Rule): void {
    const question = rule.forEach === undefined ? undefined : this.#questions.get(rule.forEach);
    const table = question?.type === "table" ? question : undefined;
    if (rule.forEach !== undefined && !table) this.#report(place, `no table ${rule.forEach}`);
    this.#read(`${place}.when`, rule.when, "boolean", table);
    this.#read(`${place}.holds`, rule.holds, "boolean", table);
    for (const [name, { value }] of Object.entries(rule.params ?? {})) {
      this.#read(`${place}.params.${name}`, value, undefined, table);
    }
    for (const target of rule.at) this.#checkTarget(place, target, table);
    this.#checkPlaceholders(place, rule);
  }

  #checkTarget(place: string, target: string, table: Names["table"]): void {
    if (table) {
      if (!table.columns.some((column) => column.key === target)) this.#report(place, `no column ${target}`);
      return;
    }
    const [key = "", column] = target.split("/");
    const question = this.#questions.get(key);
    if (!question) this.#report(place, `no question ${key}`);
    else if (
      column !== undefined &&
      !(question.type === "table" && question.columns.some((c) => c.key === column))
    ) {
      this.#report(place, `no column ${target}`);
    }
  }

  #checkPlaceholders(place: string, rule: Rule): void {
    const known = new Set([
      ...Object.keys(rule.params ?? {}),
      ...(rule.forEach === undefined ? [] : ["row"]),
    ]);
    for (const text of [rule.message, rule.summary]) {
      for (const [, name = ""] of `${text?.zh ?? ""}${text?.en ?? ""}`.matchAll(/\{([a-z_]+)\}/g)) {
        if (!known.has(name)) this.#report(place, `no value for {${name}}`);
      }
    }
  }

  #read(
    place: string,
    expression: Expression | undefined,
    wanted?: ValueType,
    table?: Names["table"],
  ): Reference[] {
    if (expression === undefined) return [];
    const reader = new ExpressionReader();
    reader.read(expression, { question: (key) => this.#questions.get(key), table }, wanted);
    for (const problem of reader.problems) this.#report(place, problem);
    return reader.references;
  }

  #need(node: string, references: Reference[]): void {
    const needs = this.#needs.get(node) ?? new Set<string>();
    for (const { question, column } of references)
      needs.add(column === undefined ? question : `${question}/${column}`);
    this.#needs.set(node, needs);
  }

  #findCycles(): void {
    const done = new Set<string>();
    const visit = (node: string, trail: string[]): void => {
      if (trail.includes(node)) {
        this.#report(node, `depends on itself: ${[...trail.slice(trail.indexOf(node)), node].join(" → ")}`);
        return;
      }
      if (done.has(node)) return;
      for (const next of this.#needs.get(node) ?? []) visit(next, [...trail, node]);
      done.add(node);
    };
    for (const node of this.#needs.keys()) visit(node, []);
  }

  #unique(place: string, keys: string[]): void {
    for (const key of new Set(keys.filter((candidate, index) => keys.indexOf(candidate) !== index))) {
      this.#report(place, `${key} stands twice`);
    }
  }

  #report(place: string, problem: string): void {
    this.#problems.push({ place, problem });
  }
}
