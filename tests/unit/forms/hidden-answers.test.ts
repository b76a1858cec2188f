import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import { formDefinitionSchema } from "#app/domain/forms/definition.ts";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { isRows, type RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { takeSnapshot } from "#app/domain/forms/snapshot.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";
import { programme } from "#db/programme/programme.ts";

const env = { today: "2026-12-09", files: {} };

/** Something in every box, hidden or not; what steers the form changes with the seed. */
function filled(
  definition: ReturnType<typeof formDefinitionSchema.parse>,
  pick: (most: number) => number,
): RawAnswers {
  const value = (field: { type: string; options?: { code: string }[] | undefined }): string | string[] => {
    const codes = (field.options ?? []).map(({ code }) => code);
    if (field.type === "multi_choice") return codes.filter(() => pick(2) === 1);
    if (codes.length > 0) return codes[pick(codes.length)] ?? "";
    return field.type === "yes_no" ? ["yes", "no"][pick(2)]! : String(pick(100));
  };
  const raw: RawAnswers = {};
  for (const [key, { field, columns, fixedRows }] of compileForm(definition).questionByKey) {
    if (field.type === "static" || field.type === "computed" || field.type === "file") continue;
    if (!isTable(field)) raw[key] = value(field as never);
    else
      raw[key] = (fixedRows?.map(({ row }) => row.id) ?? ["r1", "r2"]).map((id) => ({
        id,
        cells: Object.fromEntries(
          columns
            .filter((c) => c.field.type !== "computed")
            .map((c) => [c.field.key, value(c.field as never)]),
        ),
      }));
  }
  return raw;
}

describe.each([companyProfileForm, ...programme.forms].map((form) => [form.code, form] as const))(
  "of form %s",
  (_code, source) => {
    const definition = formDefinitionSchema.parse(source);

    test("a submission has exactly what shows, its draft everything, and both the whole definition", () => {
      let hidden = 0;
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (stream) => {
          const raw = filled(definition, (most) => Number(stream.next().value) % most);
          const before = structuredClone(raw);
          const snapshot = takeSnapshot(definition, raw, env);
          expect(raw).toEqual(before);
          expect(snapshot.definition).toEqual(definition);
          const evaluation = evaluateForm(definition, raw, env);
          for (const key of evaluation.form.questionByKey.keys()) {
            if (evaluation.isVisible(key)) continue;
            hidden += 1;
            expect(snapshot.answers).not.toHaveProperty([key]);
            expect(snapshot.raw).not.toHaveProperty([key]);
            expect(snapshot.files).not.toHaveProperty([key]);
          }
          for (const [key, value] of Object.entries(snapshot.raw))
            if (isRows(value))
              for (const row of value)
                for (const column of Object.keys(row.cells))
                  expect(evaluation.row(key, row.id)?.isVisible(column), `${key}/${column}`).toBe(true);
        }),
        { numRuns: 15 },
      );
      expect(hidden).toBeGreaterThan(0);
    });
  },
);
