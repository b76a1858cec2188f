import { attributesByType } from "#app/domain/forms/definition-json-schema.ts";
import { operatorOf, type Operator } from "#app/domain/forms/expression.ts";
import type { QuestionType } from "#app/domain/forms/definition.ts";
import { expressionWords } from "#app/i18n/expression-words.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formLanguageMessages } from "#app/i18n/messages/form-language.ts";
import { expressionExamples } from "./expression-examples.ts";

/** The language as the schema has it: nothing on the page is written twice. */
export function formLanguageView(locale: Locale) {
  const t = formLanguageMessages[locale];
  const questions = attributesByType("question");
  const columns = attributesByType("column");
  const shared = sharedAttributes(questions);
  const types = [...new Map([...questions, ...columns])].map(([type, attributes]) => ({
    type,
    words: t.typeWords[type as QuestionType],
    isColumn: columns.has(type),
    attributes: attributes
      .filter(({ name }) => name !== "type" && !shared.includes(name) && !ofColumns.has(name))
      .map(marked),
  }));
  const operators = Object.values(expressionExamples).map((example) => {
    const operator: Operator = operatorOf(example as Exclude<typeof example, string | number | boolean>);
    return {
      operator,
      words: t.operatorWords[operator],
      json: JSON.stringify(example),
      reads: expressionWords(example, { question: () => undefined, table: undefined }, locale),
    };
  });
  return {
    shared: shared.map((name) => marked({ name, required: name === "key" || name === "label" })),
    types,
    operators,
  };
}

/** What every kind may say except a note, which is no question. */
function sharedAttributes(questions: ReturnType<typeof attributesByType>): string[] {
  const kinds = [...questions].filter(([type]) => type !== "static").map(([, attributes]) => attributes);
  const [first = []] = kinds;
  return first
    .map(({ name }) => name)
    .filter((name) => name !== "type" && kinds.every((kind) => kind.some((each) => each.name === name)));
}

/** How a column stands in its row. */
const ofColumns = new Set(["secondary", "width"]);

const marked = ({ name, required }: { name: string; required: boolean }): string =>
  required ? `${name} *` : name;
