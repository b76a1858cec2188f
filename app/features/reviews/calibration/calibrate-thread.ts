import { parentPort, workerData } from "node:worker_threads";
import { calibrateMainPart } from "#app/analysis/calibration/calibrate-main-part.ts";
import type { ThreadData, ThreadMessage } from "#app/platform/thread/run-in-thread.ts";
import { writeResult } from "./calibration-result.ts";
import type { CallScores } from "./load-scores.ts";
import type { Calibrated } from "./run-calibration.ts";

/** A thread of its own: computes once, answers once. */
const { input, ...numbered } = (workerData as ThreadData<CallScores>).task;
const part = calibrateMainPart(input);
const result = writeResult(part, numbered, input.score.length);
const message: ThreadMessage<Calibrated> = { result: { outcome: part.outcome, result } };
parentPort!.postMessage(message, []);
