import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "#app/platform/database/migrate.ts";
import { diskStore } from "#app/platform/storage/disk-store.ts";
import { migrations } from "#db/migrations/index.ts";
import { type BreakableDisk, breakableDisk, cannotBreakDisks } from "./breakable-disk.ts";
import { type Damage, damageOf, type Rush, startRush } from "./rush.ts";

const rounds = 4;
const fewest = 10;

/** Real power takes process and disk at once; this switch lets a sync succeed that is under way while it is thrown. */
async function standStill(running: ChildProcess): Promise<void> {
  running.kill("SIGSTOP");
  const tasks = `/proc/${running.pid}/task`;
  const stopped = async (task: string) => / T /.test(await readFile(`${tasks}/${task}/stat`, "utf8"));
  while (!(await Promise.all((await readdir(tasks)).map(stopped))).every(Boolean)) await pause(1);
}

describe.skipIf(cannotBreakDisks)("a power cut in the rush", { timeout: 120_000 }, () => {
  let disk: BreakableDisk;
  let elsewhere: string;
  beforeEach(async () => {
    disk = await breakableDisk();
    elsewhere = await mkdtemp(join(tmpdir(), "portal-power-"));
  });
  afterEach(async () => {
    await disk.remove();
    await rm(elsewhere, { recursive: true });
  });

  async function cutPower(rush: Rush): Promise<Damage & { exitCode: number | null }> {
    const { process: writing, ended, acknowledged: told } = await startRush(rush);
    await told(fewest + Math.random() * 60);
    await pause(Math.random() * 20);
    await standStill(writing);
    await disk.cutPower();
    writing.kill("SIGCONT");
    // The process meets a disk that takes nothing more, and must end by itself.
    const impatience = setTimeout(() => writing.kill("SIGKILL"), 5_000);
    const acknowledged = await ended;
    clearTimeout(impatience);
    await disk.restorePower();
    return { ...(await damageOf(rush, acknowledged)), exitCode: writing.exitCode };
  }

  async function databaseOnDisk(bug: Rush["bug"]): Promise<Rush> {
    const url = join(disk.folder, "portal.sqlite");
    await migrate({ url }, migrations);
    return { url, bug };
  }

  /** The database is on another disk, so that its syncs do not cover for the files. */
  async function filesOnDisk(bug: Rush["bug"]): Promise<Rush> {
    const url = join(elsewhere, "portal.sqlite");
    await migrate({ url }, migrations);
    const filesFolder = join(disk.folder, "files");
    await diskStore(filesFolder);
    return { url, bug, filesFolder };
  }

  it("leaves every acknowledged row, and ends the process at the first failed commit", async () => {
    const rush = await databaseOnDisk("none");
    for (let round = 0; round < rounds; round++) {
      const damage = await cutPower(rush);
      expect(damage).toMatchObject({ lost: [], half: [], chainIsSound: true, exitCode: 70 });
      expect(damage.acknowledged).toBeGreaterThanOrEqual(fewest);
    }
  });

  it("leaves every file that a row names", async () => {
    const rush = await filesOnDisk("none");
    for (let round = 0; round < rounds; round++)
      expect(await cutPower(rush)).toMatchObject({ lost: [], half: [], chainIsSound: true });
  });

  it.each<[string, (bug: Rush["bug"]) => Promise<Rush>, Rush["bug"], "lost" | "half"]>([
    ["a database at NORMAL", databaseOnDisk, "synchronous-normal", "lost"],
    ["a folder that was not synced", filesOnDisk, "folder-not-synced", "half"],
  ])("shows %s", async (_, setUp, bug, kind) => {
    const rush = await setUp(bug);
    for (let round = 0; round < 40; round++) if ((await cutPower(rush))[kind].length > 0) return;
    expect.fail(`The harness saw nothing of ${bug}`);
  });
});
