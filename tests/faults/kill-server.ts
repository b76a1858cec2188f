import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisesKept } from "./promises-kept.ts";
import { prepareRush } from "./rush-writers.ts";
import { leastOfARush, openLedger, rushAndKill, type ServerBug, startServer } from "./server-rush.ts";

export interface KillReport {
  kills: number;
  saves: number;
  files: number;
  receipts: number;
  refused: number;
  broken: string[];
  chainIsSound: boolean;
  /** The longest a killed portal took to answer again. */
  slowestStartMs: number;
}

interface KillOptions {
  kills: number;
  bug?: ServerBug;
  buildDir?: string;
  writers?: number;
  /** Ends as soon as a promise is found broken: for a bug that was planted. */
  untilBroken?: boolean;
}

/** Kills the portal in a rush again and again, each time on the data the last kill left. */
export async function killServer(options: KillOptions): Promise<KillReport> {
  const {
    kills,
    bug = "none",
    buildDir = resolve(process.env.BUILD_DIR ?? "build"),
    writers: count = 6,
  } = options;
  const folder = await mkdtemp(join(tmpdir(), "portal-kill-"));
  const ledger = openLedger(join(folder, "ledger.jsonl"));
  const dataDir = join(folder, "data");
  const report = { kills: 0, broken: [] as string[], chainIsSound: true, slowestStartMs: 0 };
  try {
    const writers = await prepareRush(dataDir, count);
    while (report.kills < kills) {
      const server = await startServer(buildDir, dataDir, bug);
      report.slowestStartMs = Math.max(report.slowestStartMs, server.startedInMs);
      // What acknowledges too early does not find its own submission, and so gives no receipt.
      const least = bug === "none" ? leastOfARush : { saved: leastOfARush.saved, file: 0, receipt: 0 };
      await rushAndKill(server, writers, ledger, join(dataDir, "portal.sqlite"), least);
      report.kills += 1;
      const { broken, chainIsSound } = await promisesKept(dataDir, ledger.entries);
      Object.assign(report, { broken, chainIsSound: report.chainIsSound && chainIsSound });
      if (options.untilBroken && broken.length > 0) break;
    }
    const of = (kind: string) => ledger.entries.filter((entry) => entry.kind === kind).length;
    return {
      ...report,
      saves: of("saved"),
      files: of("file"),
      receipts: of("receipt"),
      refused: ledger.refused,
    };
  } finally {
    ledger.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `node tests/faults/kill-server.ts [kills]`: the long run; exits 1 when a promise was broken. */
if (import.meta.main) {
  const report = await killServer({ kills: Number(process.argv[2] ?? 20) });
  console.log(
    `${report.kills} kills: ${report.saves} saves, ${report.files} uploads and ${report.receipts} receipts acknowledged; ` +
      `${report.broken.length} broken; the event record is ${report.chainIsSound ? "whole" : "BROKEN"}; ` +
      `back within ${Math.round(report.slowestStartMs)} ms.`,
  );
  for (const fault of report.broken) console.log(`  ${fault}`);
  process.exit(report.broken.length === 0 && report.chainIsSound ? 0 : 1);
}
