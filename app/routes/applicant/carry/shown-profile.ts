import { z } from "zod";
import type { CarriedSection } from "#app/domain/applications/draft/carry-over.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";

const rawValue = z.union([z.string(), z.array(z.string())]);
const rawRow = z.object({ id: z.string(), cells: z.record(z.string(), rawValue) });
const rawAnswers = z.record(z.string(), z.union([rawValue, z.array(rawRow)]));

/** The profile's answers that a page shows beside others, to tell afterwards whether somebody changed them. */
export const shownProfile = (raw: RawAnswers, sections: readonly CarriedSection[]): string => {
  const keys = sections.flatMap(({ questions }) => questions.map(({ question }) => question.field.key));
  return JSON.stringify(Object.fromEntries(keys.flatMap((key) => (raw[key] ? [[key, raw[key]]] : []))));
};

/** Undefined when it is none of ours. */
export function readShownProfile(text: FormDataEntryValue | null): RawAnswers | undefined {
  try {
    return rawAnswers.parse(JSON.parse(String(text)));
  } catch {
    return undefined;
  }
}
