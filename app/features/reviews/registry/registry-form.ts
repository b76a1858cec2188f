import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import { sectionCheckOf } from "#app/domain/forms/check-answers.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { answersFromFacts } from "#app/domain/reviews/registry-facts.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { reviewerRegistryForm } from "#db/programme/forms/reviewer-registry.ts";
import type { RegistryRow } from "./visible-reviewers.ts";

const checked = checkDefinition(reviewerRegistryForm);
if (!checked.ok) throw new Error(`The reviewers' form is wrong: ${JSON.stringify(checked.problems[0])}`);

/** What a reviewer is asked about themselves. */
export const registryForm: FormDefinition = checked.definition;

export const readAnswers = (json: string): RawAnswers => JSON.parse(json) as RawAnswers;

/** The answers as they stand; before the reviewer has saved any, what the office noted at the invitation. */
export function standingAnswers(row: Pick<RegistryRow, "answers" | "discipline" | keyof Noted>): RawAnswers {
  if (row.answers !== null) return readAnswers(row.answers);
  if (row.discipline === null) return {};
  return answersFromFacts({
    discipline: row.discipline,
    affiliation: row.affiliation ?? "",
    affiliationUscc: row.affiliationUscc ?? "",
    expertise: JSON.parse(row.expertise ?? "[]") as string[],
    maxLoad: row.maxLoad ?? 1,
  });
}

type Noted = Pick<RegistryRow, "affiliation" | "affiliationUscc" | "expertise" | "maxLoad">;

/** How many answers are missing or wrong. */
export function countProblems(raw: RawAnswers, now: Date): number {
  const evaluation = evaluateForm(registryForm, raw, { today: beijingDay(now), files: {} });
  return compileForm(registryForm)
    .sections.flatMap((section) => sectionCheckOf(evaluation, section).issues)
    .filter(({ level }) => level === "error").length;
}
