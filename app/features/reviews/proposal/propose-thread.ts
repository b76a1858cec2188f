import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import loadHighs from "highs";
import { type ProposalTask, propose } from "#app/analysis/assignment/propose.ts";
import type { ThreadData, ThreadMessage } from "#app/platform/thread/run-in-thread.ts";
import { type Tabulated, tabulate } from "./tabulate.ts";

/** The thread in which a proposal is worked out: matching, solving and proving block it, and only it. */
export interface ThreadResult {
  proposed: Tabulated;
  /** SHA-256 of the task. */
  hash: string;
}

const { task, stop } = workerData as ThreadData<ProposalTask>;
const everyMs = 250;
let said = 0;

const post = (message: ThreadMessage<ThreadResult>) => parentPort!.postMessage(message, []);

function proceed(share: number): boolean {
  const now = performance.now();
  if (now - said > everyMs) {
    said = now;
    post({ progress: share });
  }
  return Atomics.load(stop, 0) === 0;
}

try {
  const highs = task.mode === "fair" && !task.before ? await loadHighs() : undefined;
  const proposed = tabulate(task, propose(task, highs, proceed));
  const hash = createHash("sha256").update(JSON.stringify(task)).digest("hex");
  post({ result: { proposed, hash } });
} catch (error) {
  post({ failed: String((error as Error).stack ?? error) });
}
