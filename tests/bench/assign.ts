import { spawnSync } from "node:child_process";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { hasMidl } from "#tests/unit/assignment/midl.ts";

export interface AssignTask {
  name: string;
  applications: number;
  reviewers: number;
  mode: "max-sum" | "fair";
  midl: boolean;
  /** What is required of it, where something is. */
  most?: { ms: number; megabytes?: number };
  expected?: { sum: number; worst?: number };
}

export interface AssignFigures {
  ms: number;
  /** Of the whole process, at its most. */
  megabytes: number;
  /** The longest that the main thread was kept waiting meanwhile. */
  blockedMs: number;
  sum: number;
  /** What the bound leaves open; 0 is proved optimal. */
  gap: number;
  worst: number | null;
  breaches: number;
}

const usual = { mode: "max-sum", midl: false } as const;
const midl = { applications: 118, reviewers: 177, midl: true } as const;

/** Coverage 3; MIDL as in Kobren et al. 2019, where the reference data are at hand. */
export const assignTasks: readonly AssignTask[] = [
  { name: "500 × 80", applications: 500, reviewers: 80, ...usual, most: { ms: 1000 } },
  { name: "3,000 × 500", applications: 3000, reviewers: 500, ...usual, most: { ms: 5000, megabytes: 300 } },
  { name: "5,000 × 500", applications: 5000, reviewers: 500, ...usual, most: { ms: 10_000 } },
  ...(hasMidl
    ? ([
        { name: "MIDL, max sum", ...midl, mode: "max-sum", expected: { sum: 201.8849 } },
        { name: "MIDL, fair", ...midl, mode: "fair", expected: { sum: 201.7687, worst: 0.944_839 } },
      ] as const)
    : []),
];

/** HotCRP’s autoassigner on such a machine at 3,000 × 500: no bound, and pairs of one institution among them. */
export const hotcrpAssigner = { seconds: 272, megabytes: 783, sameInstitution: 1491 };

/** Each in a process of its own, so that its memory is its own. */
export function benchAssign(): { task: AssignTask; figures: AssignFigures }[] {
  return assignTasks.map((task) => {
    const child = spawnSync(process.execPath, [import.meta.filename, JSON.stringify(task)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return { task, figures: JSON.parse(child.stdout) as AssignFigures };
  });
}

if (import.meta.main) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const worker = new Worker(new URL("./assign-worker.ts", import.meta.url), {
    workerData: JSON.parse(process.argv[2]!) as AssignTask,
  });
  delay.enable();
  const figures = await new Promise<object>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  delay.disable();
  await worker.terminate();
  const measured = { megabytes: process.resourceUsage().maxRSS / 1024, blockedMs: delay.max / 1e6 };
  console.log(JSON.stringify({ ...figures, ...measured }));
}
