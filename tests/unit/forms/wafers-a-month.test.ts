import { describe, expect, test } from "vitest";
import { evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

const { definition, answers, env } = exampleApplications.find(({ code }) => code === "C5")!;

function firstProduct(cells: Record<string, string>) {
  const products = rowsOf(answers, "products").map((row) => ({ ...row, cells: { ...row.cells, ...cells } }));
  return evaluateForm(definition, { ...answers, products }, env).rows("products")[0]!;
}

describe("capacity in wafers a month (domain 3.2-F)", () => {
  test("is worked out for who plans by the year", () => {
    const row = firstProduct({
      capacity_unit: "wafers_year",
      capacity_now: "12000",
      capacity_target: "30001",
    });
    expect(String(row.value("capacity_now_wpm"))).toBe("1000.0");
    expect(String(row.value("capacity_target_wpm"))).toBe("2500.1");
  });

  test.each(["wpm", "kg_year"])("is not shown beside %s", (unit) => {
    const row = firstProduct({ capacity_unit: unit, capacity_now: "12000" });
    expect(row.isVisible("capacity_now_wpm")).toBe(false);
  });

  test("waits for a figure", () => {
    const row = firstProduct({ capacity_unit: "wafers_year", capacity_now: "" });
    expect(row.isVisible("capacity_now_wpm")).toBe(false);
  });
});
