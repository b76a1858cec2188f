import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { killServer } from "./kill-server.ts";
import { leastOfARush } from "./server-rush.ts";

const buildDir = resolve(process.env.BUILD_DIR ?? "build");

describe("the portal killed in a rush of saves, uploads and submissions", () => {
  it("has been built: what is killed is what is served", () => {
    expect(existsSync(join(buildDir, "server", "index.js"))).toBe(true);
  });

  it("has kept every promise, byte for byte", { timeout: 180_000 }, async () => {
    const kills = 3;
    const report = await killServer({ kills });
    expect(report).toMatchObject({ kills, refused: 0, broken: [], chainIsSound: true });
    expect(report.saves).toBeGreaterThanOrEqual(kills * leastOfARush.saved);
    expect(report.files).toBeGreaterThanOrEqual(kills * leastOfARush.file);
    expect(report.receipts).toBeGreaterThanOrEqual(kills * leastOfARush.receipt);
  });

  it("is caught when it acknowledges before the commit", { timeout: 300_000 }, async () => {
    const report = await killServer({ kills: 40, bug: "acknowledges-before-commit", untilBroken: true });
    expect(report.broken.length).toBeGreaterThan(0);
  });
});
