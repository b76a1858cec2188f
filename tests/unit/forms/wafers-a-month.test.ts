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

describe("capacity in 8-inch wafers, by area", () => {
  const now = (cells: Record<string, string | string[]>) => {
    const products = rowsOf(answers, "products").map((row) => ({
      ...row,
      cells: { ...row.cells, capacity_now: "16000", capacity_unit: "wpm", ...cells },
    }));
    const [row] = evaluateForm(definition, { ...answers, products }, env).rows("products");
    return row!.isVisible("capacity_now_8in") ? String(row!.value("capacity_now_8in")) : undefined;
  };

  test.each([
    [["2"], "1000"],
    [["3"], "2250"],
    [["4"], "4000"],
    [["6"], "9000"],
    [["12"], "36000"],
  ])("of products on wafers of %j inches is %s", (wafer_size, wafers) => {
    expect(now({ wafer_size })).toBe(wafers);
  });

  test("counts the months of a year, and is not shown where it would say nothing", () => {
    expect(now({ wafer_size: ["4"], capacity_unit: "wafers_year", capacity_now: "48000" })).toBe("1000");
    expect(now({ wafer_size: ["8"] })).toBeUndefined();
    expect(now({ wafer_size: ["6", "8"] })).toBeUndefined();
    expect(now({ wafer_size: [] })).toBeUndefined();
    expect(now({ wafer_size: ["6"], capacity_unit: "kg_year" })).toBeUndefined();
    expect(now({ wafer_size: ["6"], capacity_now: "" })).toBeUndefined();
  });

  test.each([
    ["6", "10000", "5625"],
    ["12", "1000", "2250"],
    ["8", "10000", undefined],
    ["", "10000", undefined],
    ["6", "", undefined],
  ])("of a line of %s inches and %s wafers a month is %s", (line_wafer_size, design_capacity, wafers) => {
    const evaluation = evaluateForm(definition, { ...answers, line_wafer_size, design_capacity }, env);
    const key = "design_capacity_8in";
    expect(evaluation.isVisible(key) ? String(evaluation.value(key)) : undefined).toBe(wafers);
  });
});
