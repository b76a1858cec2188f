import { describe, expect, test } from "vitest";
import { takeSnapshot, type HashedFile } from "#app/domain/forms/snapshot.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import {
  c5Definition,
  exampleAnswersC5,
  exampleEnvC5,
  exampleFilesC5,
} from "#tests/world/example-answers-c5.ts";

const files: Record<string, HashedFile[]> = Object.fromEntries(
  Object.entries(exampleFilesC5).map(([key, list]) => [
    key,
    list.map((file) => ({ ...file, sha256: "9f2c41be" })),
  ]),
);
const env = { ...exampleEnvC5, files };
const snapshot = takeSnapshot(c5Definition, exampleAnswersC5, env);

describe("a snapshot", () => {
  test("holds typed values: fen, decimals, days, truth, options", () => {
    expect(snapshot.answers).toMatchObject({
      total_investment: 86_000_000_000,
      pilot_yield: "78.5",
      construction_start: "2027-03-01",
      construction: true,
      instrument: ["direct_equity"],
      uscc: "91140900MA0KX12R1D",
      employees_total: 186,
    });
  });

  test("holds computed values as they were shown", () => {
    expect(snapshot.answers).toMatchObject({
      request_share: "13.95",
      fund_stake: "18.75",
      equipment_cost: 51_420_000_000,
    });
  });

  test("holds rows under their ids with hidden cells left out", () => {
    const holders = snapshot.answers["shareholders"] as { id: string; cells: object }[];
    expect(holders[0]).toMatchObject({
      id: "r1",
      cells: { ratio: "45", subscribed: 5_400_000_000, is_controller: true },
    });
    expect(holders[4]?.cells).not.toHaveProperty("holder_uscc");
  });

  test("leaves hidden answers out and names files by hash", () => {
    const hidden = takeSnapshot(
      c5Definition,
      { ...exampleAnswersC5, loan_amount: "5", landing_plan: "x" },
      env,
    );
    expect(hidden).toEqual(snapshot);
    expect(snapshot.files["a01_licence"]).toEqual(files["a01_licence"]);
    expect(snapshot.answers).not.toHaveProperty("loan_amount");
    expect(snapshot.raw).not.toHaveProperty("loan_amount");
  });

  test("is the same bytes whatever order the answers were typed in", () => {
    const backwards = Object.fromEntries(Object.entries(exampleAnswersC5).toReversed());
    const bytes = (raw: typeof exampleAnswersC5) =>
      canonicalJson(takeSnapshot(c5Definition, raw, env) as unknown as Json);
    expect(bytes(backwards)).toBe(bytes(exampleAnswersC5));
    expect(bytes({ ...exampleAnswersC5, pilot_yield: "78.6" })).not.toBe(bytes(exampleAnswersC5));
  });
});
