import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { killServer } from "./kill-server.ts";

const buildDir = resolve(process.env.BUILD_DIR ?? "build");

describe("the portal killed in a rush of saves, uploads and submissions", () => {
  it("has been built: what is killed is what is served", () => {
    expect(existsSync(join(buildDir, "server", "index.js"))).toBe(true);
  });

  it("has kept every promise, byte for byte", { timeout: 180_000 }, async () => {
    const report = await killServer({ kills: 3 });
    expect(report).toMatchObject({ kills: 3, refused: 0, broken: [], chainIsSound: true });
    expect(report.saves).toBeGreaterThan(20);
    expect(report.files).toBeGreaterThan(2);
    expect(report.receipts).toBeGreaterThan(0);
  });

  it("is caught when it acknowledges before the commit", { timeout: 180_000 }, async () => {
    const report = await killServer({ kills: 12, bug: "acknowledges-before-commit", untilBroken: true });
    expect(report.broken.length).toBeGreaterThan(0);
  });
});
