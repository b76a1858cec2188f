import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Damage, damageOf, type Rush, startRush } from "./rush.ts";

const rounds = 8;
const fewest = 10;

/** Lets processes write in a rush, kills each at a random moment, and compares. */
async function killInTheRush(rush: Rush, processes = 1): Promise<Damage> {
  const acknowledged = await Promise.all(
    Array.from({ length: processes }, async () => {
      const { process: writing, ended, acknowledged } = await startRush(rush);
      await acknowledged(fewest + Math.random() * 60);
      await pause(Math.random() * 20);
      writing.kill("SIGKILL");
      return ended;
    }),
  );
  return damageOf(rush, acknowledged.flat());
}

describe.each(DIALECTS)("a process killed while it writes to %s", (dialect) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase(dialect);
  });
  afterEach(() => db.destroy());

  it.each([1, 3])(
    "has kept every write acknowledged, and none by half (%d at once)",
    { timeout: 60_000 },
    async (n) => {
      let acknowledged = 0;
      for (let round = 0; round < rounds; round++) {
        const damage = await killInTheRush({ url: db.url, bug: "none" }, n);
        expect(damage).toMatchObject({ lost: [], half: [], chainIsSound: true });
        acknowledged += damage.acknowledged;
      }
      expect(acknowledged).toBeGreaterThanOrEqual(rounds * n * fewest);
    },
  );

  it.each<[Rush["bug"], "lost" | "half"]>([
    ["acknowledges-before-commit", "lost"],
    ["event-after-commit", "half"],
  ])("is caught when it %s", { timeout: 120_000 }, async (bug, kind) => {
    for (let round = 0; round < 40; round++) {
      const damage = await killInTheRush({ url: db.url, bug });
      if (damage[kind].length > 0) return;
    }
    expect.fail(`The harness saw nothing of ${bug}`);
  });
});
