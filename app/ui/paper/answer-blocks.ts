import type { CompiledQuestion, CompiledSection } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, TableQuestion } from "#app/domain/forms/definition.ts";
import { formatAnswer, formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { answeredGroups, shownSections } from "../answers-outline.ts";
import type { PaperBlock } from "./paper-block.ts";
import { tableBlocks } from "./table-blocks.ts";

interface Answered {
  definition: FormDefinition;
  raw: RawAnswers;
  env: CheckEnv;
  locale: Locale;
  /** Whether this reader may see export-control answers and other restricted questions. */
  showRestricted: boolean;
  /** SHA-256 by file id, printed beside the names. */
  hashes: ReadonlyMap<string, string>;
}

/** Every answer that applies and that this reader may see, in the form's order: the same as AnswersView shows. */
export function answerBlocks(answered: Answered): PaperBlock[] {
  const { definition, raw, env, locale, showRestricted } = answered;
  const evaluation = evaluateForm(definition, raw, env);
  const shown = shownSections(evaluation, showRestricted);
  const places = sectionPlaces(evaluation);
  return definition.parts.flatMap((part) => {
    const sections = shown.filter((section) => section.part === part);
    if (sections.length === 0) return [];
    return [
      {
        kind: "heading",
        level: 2,
        text: `${places.get(sections[0]!.section.key)!.partNumber}. ${part.title[locale]}`,
      } as const,
      ...sections.flatMap((section) => sectionBlocks(answered, evaluation, section)),
    ];
  });
}

function sectionBlocks(
  answered: Answered,
  evaluation: FormEvaluation,
  section: CompiledSection,
): PaperBlock[] {
  const { locale, showRestricted } = answered;
  return [
    { kind: "heading", level: 3, text: section.section.title[locale] },
    ...answeredGroups(section, evaluation, showRestricted).flatMap(({ title, questions }): PaperBlock[] => [
      ...(title ? [{ kind: "heading", level: 4, text: title[locale] } as const] : []),
      ...questions.flatMap((question) => questionBlocks(answered, evaluation, question)),
    ]),
  ];
}

function questionBlocks(
  { locale, hashes }: Answered,
  evaluation: FormEvaluation,
  question: CompiledQuestion,
): PaperBlock[] {
  const { field } = question;
  const label = (("shortLabel" in field ? field.shortLabel : undefined) ?? field.label)[locale];
  const unanswered = sectionMessages[locale].unanswered;
  const answer = (text: string, isLong = false): PaperBlock[] => [
    {
      ...{ kind: "answer", label, text: text === "" ? unanswered : text, isLong, isMissing: text === "" },
      ...(field.type === "declaration" ? { isStatement: true } : {}),
    },
  ];
  switch (field.type) {
    case "table": {
      const blocks = tableBlocks({ locale, evaluation, question, table: field as TableQuestion, label });
      return blocks.length === 0 ? answer("") : blocks;
    }
    case "file": {
      const files = evaluation.filesOf(field.key).map(({ id, name }) => {
        const hash = hashes.get(id);
        return { name, note: hash === undefined ? "" : paperMessages[locale].hash({ hash }) };
      });
      return files.length === 0 ? answer("") : [{ kind: "files", label, files }];
    }
    case "static":
      return [];
    case "computed": {
      const value = evaluation.value(field.key);
      return answer(value === null ? "" : formatAnswer(field, value, locale));
    }
    default: {
      const text = formatRawAnswer(field, evaluation.rawOf(field.key), locale);
      return answer(text, field.type === "long_text");
    }
  }
}
