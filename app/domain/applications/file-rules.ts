import { compileForm } from "../forms/compile-form.ts";
import type { FormDefinition, QuestionOf } from "../forms/definition.ts";

/** All files of one application together (domain.md §3.3). */
export const applicationFilesAtMost = 300 * 1024 * 1024;

export interface FileQuestion {
  question: QuestionOf<"file">;
  sectionKey: string;
  restricted: boolean;
}

/** The file question of this key; undefined for every other kind. */
export function fileQuestion(definition: FormDefinition, key: string): FileQuestion | undefined {
  const compiled = compileForm(definition).questionByKey.get(key);
  if (compiled?.field.type !== "file") return undefined;
  const { section } = compiled.section;
  return {
    question: compiled.field,
    sectionKey: section.key,
    restricted: compiled.field.restricted === true || section.restricted === true,
  };
}
