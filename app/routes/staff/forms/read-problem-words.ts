import { definitionProblemSentence } from "#app/i18n/messages/definition-problems.ts";
import { builderConditionMessages } from "#app/i18n/messages/builder-conditions.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { ReadProblem } from "./read-property.ts";

/** What is wrong with what was typed, naming the word where there is one. */
export function readProblemWords(problem: ReadProblem, locale: Locale): string {
  const t = builderConditionMessages[locale].problems;
  switch (problem.code) {
    case "currencies":
    case "countries":
      return t[problem.code](problem.word);
    case "condition":
      return t[problem.problem.code];
    case "formula": {
      const sentence = t[problem.problem.code];
      return typeof sentence === "string" ? sentence : sentence(problem.problem.word);
    }
    case "meaning": {
      const { code, params } = problem.problem;
      const sentence = definitionProblemSentence({ code, params, place: {} }, locale);
      return sentence.includes(problem.word) ? sentence : t.at(problem.word, sentence);
    }
    default:
      return t[problem.code];
  }
}
