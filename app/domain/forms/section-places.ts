import type { FormEvaluation } from "./form-evaluation.ts";

export interface SectionPlace {
  /** Of its part, from 1. */
  partNumber: number;
  /** From 1, over all parts. */
  number: number;
  /** Sections that are filled in; signing comes after them and is not counted. */
  of: number;
}

/**
 * Where each section stands among those that apply, by key: what another strand of a combined filing asks is no gap
 * in the count. Whoever may not see a restricted section still finds the others under the number the office uses.
 */
export function sectionPlaces(evaluation: FormEvaluation): Map<string, SectionPlace> {
  const applying = evaluation.form.sections.filter(({ section }) => evaluation.isSectionVisible(section.key));
  const parts = [...new Set(applying.map(({ part }) => part))];
  const of = applying.filter(({ section }) => section.kind !== "signing").length;
  return new Map(
    applying.map(({ section, part }, index) => [
      section.key,
      { partNumber: parts.indexOf(part) + 1, number: index + 1, of },
    ]),
  );
}
