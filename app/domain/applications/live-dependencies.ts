import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, Question, TableColumn } from "#app/domain/forms/definition.ts";
import { collectNames } from "./steering-keys.ts";

/** What must be worked out again when one answer changes, and what cannot have moved. */
export class LiveDependencies {
  readonly #form;
  /** Key → everything it is worked out from, itself included. */
  readonly #sources = new Map<string, ReadonlySet<string>>();

  constructor(definition: FormDefinition) {
    this.#form = compileForm(definition);
  }

  /** Whether a question, its cells or its totals may change with the answer to another. */
  questionMoves(key: string, changed: string): boolean {
    return this.#sourcesOf(key).has(changed);
  }

  /** Whether something with conditions of its own, such as a group or a self-check, may change. */
  moves(conditions: unknown, changed: string): boolean {
    const names = new Set<string>();
    collectNames(conditions, names);
    return [...names].some((name) => name === changed || this.#sourcesOf(name).has(changed));
  }

  /** Whether rows of a table look at nothing but themselves: a cell then moves its own row only. */
  isRowLocal(table: string): boolean {
    const names = new Set<string>();
    const question = this.#form.questionByKey.get(table)?.field;
    if (!question || !isTable(question)) return false;
    for (const column of question.columns) collectNames(expressionsOf(column), names);
    return names.size === 0;
  }

  #sourcesOf(key: string): ReadonlySet<string> {
    const known = this.#sources.get(key);
    if (known) return known;
    const sources = new Set<string>([key]);
    const toVisit = [key];
    for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
      const question = this.#form.questionByKey.get(next);
      if (!question) continue;
      const names = new Set<string>();
      const { field, section, group } = question;
      collectNames([section.section.visibleWhen, group.group.visibleWhen, expressionsOf(field)], names);
      if (isTable(field)) for (const column of field.columns) collectNames(expressionsOf(column), names);
      for (const name of names) {
        if (sources.has(name)) continue;
        sources.add(name);
        toVisit.push(name);
      }
    }
    this.#sources.set(key, sources);
    return sources;
  }
}

const expressionsOf = (field: Question | TableColumn): unknown => [
  field.visibleWhen,
  field.type === "computed" ? field.value : undefined,
];
