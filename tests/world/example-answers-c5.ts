import { formDefinitionSchema, type FormDefinition } from "#app/domain/forms/definition.ts";
import type { AttachedFile, CheckEnv } from "#app/domain/forms/check-env.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { exampleApplicant, filledC5, requiredFileKeys, variedC5 } from "#db/programme/examples/c5.ts";
import type { ExampleApplicant } from "#db/programme/examples/example-types.ts";
import { c5Form } from "#db/programme/forms/c5.ts";

export { exampleApplicant };

export const c5Definition: FormDefinition = formDefinitionSchema.parse(c5Form);

/** The application of the look's pictures: complete, and without one error. */
export const exampleAnswersC5: RawAnswers = filledC5(exampleApplicant);

/** The same kind of application from another company; equal seeds give equal answers. */
export const variedAnswersC5 = (seed: number, applicant: ExampleApplicant = exampleApplicant): RawAnswers =>
  variedC5(seed, applicant);

export const exampleFilesC5: Record<string, AttachedFile[]> = Object.fromEntries(
  requiredFileKeys.map((key, index) => [
    key,
    [
      {
        id: `01930000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`,
        name: `${key.slice(0, 3).toUpperCase()}_甲子示例.${key === "a04_financial_model" || key === "a13_equipment_quotes" ? "xlsx" : "pdf"}`,
        size: 1_800_000 + index * 1000,
      },
    ],
  ]),
);

export const exampleEnvC5: CheckEnv = { today: "2026-12-09", files: exampleFilesC5 };
