import { describe, expect, test } from "vitest";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import { exampleApplications, strandApplications } from "#tests/world/example-applications.ts";

describe.each(
  [...exampleApplications, ...strandApplications].map(
    (each) => [`${each.strand} filed with ${each.code}`, each] as const,
  ),
)("places of the sections of %s", (_, { definition, answers, env }) => {
  const evaluation = evaluateForm(definition, answers, env);
  const places = sectionPlaces(evaluation);
  const applying = evaluation.form.sections.filter(({ section }) => evaluation.isSectionVisible(section.key));

  test("count those that apply, without a gap", () => {
    expect([...places.keys()]).toEqual(applying.map(({ section }) => section.key));
    expect([...places.values()].map(({ number }) => number)).toEqual(applying.map((_each, at) => at + 1));
  });

  test("count parts without a gap", () => {
    const parts = [...new Set([...places.values()].map(({ partNumber }) => partNumber))];
    expect(parts).toEqual(parts.map((_each, at) => at + 1));
  });

  test("end with the last section that is filled in", () => {
    const filled = applying.filter(({ section }) => section.kind !== "signing");
    expect(places.get(filled.at(-1)!.section.key)).toMatchObject({
      number: filled.length,
      of: filled.length,
    });
  });
});

test("what another strand asks is not counted", () => {
  const combined = strandApplications[0]!;
  const all = evaluateForm(combined.definition, combined.answers, combined.env).form.sections.length;
  expect(sectionPlaces(evaluateForm(combined.definition, combined.answers, combined.env)).size).toBeLessThan(
    all,
  );
});
