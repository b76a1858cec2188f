import { runInThread } from "#app/platform/thread/run-in-thread.ts";
import type { CallScores } from "./load-scores.ts";

export interface Calibrated {
  outcome: "ready" | "too_few" | "not_comparable";
  result: string;
}

const longestMs = 120_000;

/** In a thread of its own: pages are answered meanwhile. */
export async function runCalibration(scores: CallScores): Promise<Calibrated> {
  const signal = AbortSignal.timeout(longestMs);
  const calibrated = await runInThread<CallScores, Calibrated>(threadFile(), scores, {
    ...{ megabytes: 512, signal },
  });
  if (!calibrated) throw new Error("the calibration took too long");
  return calibrated;
}

/** Beside this file, or beside the entry in a build (vite.node.config.ts). */
const threadFile = () =>
  new URL(import.meta.url.endsWith(".ts") ? "calibrate-thread.ts" : "calibrate-thread.js", import.meta.url);
