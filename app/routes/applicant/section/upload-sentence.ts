import { fileQuestion } from "#app/domain/applications/file-rules.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { fileKindNames } from "#app/ui/form/file-field.tsx";
import type { UploadProblem } from "./read-section-form.ts";

/** Why a file was not taken and what to do, with its name when several were chosen. */
export function uploadSentence(problem: UploadProblem, definition: FormDefinition, locale: Locale): string {
  const sentence = sentenceOf(problem, definition, locale);
  if (problem.fileName === "") return sentence;
  return locale === "zh" ? `“${problem.fileName}”：${sentence}` : `“${problem.fileName}”: ${sentence}`;
}

function sentenceOf(
  { question, reason, pages }: UploadProblem,
  definition: FormDefinition,
  locale: Locale,
): string {
  const t = sectionMessages[locale].uploadProblem;
  const rule = fileQuestion(definition, question)?.question;
  switch (reason) {
    case "too-large":
      return t.too_large({ sizeMb: rule?.maxSizeMb ?? 20 });
    case "too-many-pages":
      return t.too_many_pages({ pages: pages ?? 0, max: rule?.maxPages ?? 0 });
    case "pages-unreadable":
      return t.pages_unreadable;
    case "extension-not-allowed":
      return t.kind({ kinds: fileKindNames(rule?.accept ?? []) });
    case "content-mismatch":
      return t.content_mismatch;
    case "too_many":
      return t.too_many({ max: rule?.maxCount ?? 1 });
    case "not_found":
    case "not_editable":
    case "no_such_question":
      return t.not_editable;
    default:
      return t[reason];
  }
}
