import { isTable } from "#app/domain/forms/compile-form.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { answerPath } from "#app/domain/forms/raw-answers.ts";
import type { ExampleApplication } from "#tests/world/example-applications.ts";

/** Every required question of the example as it stands, and every required cell of its rows. */
export function requiredPlaces({ definition, answers, env }: ExampleApplication): {
  questions: string[];
  files: string[];
  cells: string[];
} {
  const evaluation = evaluateForm(definition, answers, env);
  const places = { questions: [] as string[], files: [] as string[], cells: [] as string[] };
  for (const { field, columns } of evaluation.form.questionByKey.values()) {
    if (field.type === "static" || field.type === "computed") continue;
    if (evaluation.isRequired(field.key))
      (field.type === "file" ? places.files : places.questions).push(field.key);
    if (!isTable(field)) continue;
    for (const row of evaluation.rows(field.key))
      for (const { field: column } of columns)
        if (column.type !== "computed" && row.isRequired(column.key))
          places.cells.push(answerPath(field.key, row.id, column.key));
  }
  return places;
}
