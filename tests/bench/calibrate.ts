import { spawnSync } from "node:child_process";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { runCalibration } from "#app/features/reviews/calibration/run-calibration.ts";
import { simulatedPanel } from "#tests/unit/calibration/simulated-panel.ts";

export interface CalibrationFigures {
  ms: number;
  /** Of the whole process: on a busy machine the clock runs on while it waits. */
  cpuMs: number;
  megabytes: number;
  /** The longest that the main thread was kept waiting meanwhile. */
  blockedMs: number;
  /** What is stored of it. */
  bytes: number;
}

export const calibrationTask = { applications: 5000, reviewers: 500, each: 3, mostMs: 6000 } as const;

/** Fitted, drawn from 2,000 times and ranked, in the portal's own thread; in a process of its own for its memory. */
export function benchCalibrate(): CalibrationFigures {
  const child = spawnSync(process.execPath, [import.meta.filename], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(child.stdout) as CalibrationFigures;
}

if (import.meta.main) {
  const { applications, reviewers } = calibrationTask;
  const { scores } = simulatedPanel({ ...calibrationTask, deviations: [5, 4, 6], seed: 11 });
  const ids = (count: number, letter: string) =>
    Array.from({ length: count }, (_, at) => `${letter}${String(at).padStart(35, "0")}`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const before = process.cpuUsage();
  const { outcome, result } = await runCalibration({
    input: { ...scores, seed: 11 },
    ...{ applicationIds: ids(applications, "a"), reviewerIds: ids(reviewers, "r"), hash: "" },
  });
  const ms = performance.now() - begun;
  const cpu = process.cpuUsage(before);
  delay.disable();
  if (outcome !== "ready") throw new Error(outcome);
  const measured = { megabytes: process.resourceUsage().maxRSS / 1024, blockedMs: delay.max / 1e6 };
  console.log(
    JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, ...measured, bytes: result.length }),
  );
}
