import type { FormDefinition } from "#app/domain/forms/definition.ts";
import {
  type Subject,
  subjectExpression,
  type SubjectScope,
  subjectsOf,
  tablesOf,
} from "#app/domain/forms/edit/condition-subject.ts";
import { expressionWords, namesOf } from "#app/i18n/expression-words.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import type { OptionGroup } from "#app/ui/select.tsx";

/** Single cells of tables larger than this are searched for by name: as options they would bury all others. */
const mostCells = 60;

/** What conditions of one page pick from; every list is worked out once. */
export class SubjectOptions {
  readonly #definition: FormDefinition;
  readonly #locale: Locale;
  #cells: { token: string; label: string }[] | undefined;
  readonly #known = new Map<string, { scope: SubjectScope; groups: OptionGroup[] }>();

  constructor(definition: FormDefinition, locale: Locale) {
    this.#definition = definition;
    this.#locale = locale;
  }

  scope(table: string | undefined): SubjectScope {
    return this.#of(table).scope;
  }

  /** By section, the cells of the row first. */
  groups(table: string | undefined): OptionGroup[] {
    return this.#of(table).groups;
  }

  subject(token: string, table: string | undefined): Subject | undefined {
    return this.scope(table).list.find((subject) => subject.token === token);
  }

  tables(): { value: string; label: string }[] {
    return tablesOf(this.#definition).map(({ key, label }) => ({ value: key, label: label[this.#locale] }));
  }

  columnName(table: string, column: string): string {
    const columns = tablesOf(this.#definition).find(({ key }) => key === table)?.columns ?? [];
    return columns.find(({ key }) => key === column)?.label[this.#locale] ?? column;
  }

  /** A subject in words, also one that is not offered, such as a single cell of a large table. */
  said(token: string, key: string | undefined): string {
    const expression = subjectExpression(token);
    const table = tablesOf(this.#definition).find((candidate) => candidate.key === key);
    return expression === undefined
      ? token
      : plain(expressionWords(expression, namesOf(this.#definition, table), this.#locale));
  }

  /** Every single cell that is in no list of subjects, in words. */
  cells(): readonly { token: string; label: string }[] {
    this.#cells ??= subjectsOf(this.#definition).list.flatMap(({ token }) =>
      token.startsWith("at:") && this.#isLarge(tableOf(token))
        ? [{ token, label: this.said(token, undefined) }]
        : [],
    );
    return this.#cells;
  }

  /** The cell of that name, or the only one whose name has all these words. */
  cellNamed(typed: string): string | undefined {
    const words = folded(typed);
    if (words === "") return undefined;
    const exact = this.cells().find(({ label }) => folded(label) === words);
    if (exact) return exact.token;
    const fitting = this.cells().filter(({ label }) =>
      words.split(" ").every((word) => folded(label).includes(word)),
    );
    return fitting.length === 1 ? fitting[0]?.token : undefined;
  }

  #of(key: string | undefined) {
    const known = this.#known.get(key ?? "");
    if (known) return known;
    const table = tablesOf(this.#definition).find((candidate) => candidate.key === key);
    const scope = subjectsOf(this.#definition, table);
    const made = { scope, groups: this.#grouped(scope, key) };
    this.#known.set(key ?? "", made);
    return made;
  }

  #grouped(scope: SubjectScope, key: string | undefined): OptionGroup[] {
    const t = builderConditionMessages[this.#locale];
    const table = tablesOf(this.#definition).find((candidate) => candidate.key === key);
    const names = namesOf(this.#definition, table);
    const sections = this.#sectionByQuestion();
    const groups = new Map<string, { value: string; label: string }[]>();
    for (const { token } of scope.list) {
      const kind = token.slice(0, token.indexOf(":"));
      const of = tableOf(token);
      if (kind === "at" && this.#isLarge(of)) continue;
      const label = kind === "cell" ? t.thisRow : kind === "today" ? t.other : (sections.get(of) ?? t.other);
      const said = expressionWords(subjectExpression(token)!, names, this.#locale);
      groups.set(label, [...(groups.get(label) ?? []), { value: token, label: plain(said) }]);
    }
    return [...groups].map(([label, options]) => ({ label, options }));
  }

  #sectionByQuestion(): ReadonlyMap<string, string> {
    const sections = this.#definition.parts.flatMap((part) => part.sections);
    return new Map(
      sections.flatMap(({ title, groups }) =>
        groups.flatMap(({ questions }) => questions.map(({ key }) => [key, title[this.#locale]] as const)),
      ),
    );
  }

  #isLarge(key: string): boolean {
    const table = tablesOf(this.#definition).find((candidate) => candidate.key === key);
    return (table?.fixedRows?.length ?? 0) * (table?.columns.length ?? 0) > mostCells;
  }
}

/** `at:accounts/current/y2025` is of `accounts`. */
const tableOf = (token: string): string => token.slice(token.indexOf(":") + 1).split("/")[0] ?? "";

const folded = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** In a list a name needs no quotation marks; where several stand together they keep theirs. */
const plain = (said: string): string => said.replace(/^[“"]([^“”"]*)[”"]$/, "$1");
