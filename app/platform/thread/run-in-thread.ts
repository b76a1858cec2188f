import { Worker } from "node:worker_threads";

interface ThreadOptions {
  /** The most its JavaScript objects may take. */
  megabytes: number;
  /** With what the thread says of how far it is, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Asks the thread to stop; one that does not is ended. */
  signal?: AbortSignal;
}

/** What a thread posts. */
export type ThreadMessage<Result> = { progress: number } | { result: Result } | { failed: string };

/** What a thread is started with: the task, and a cell that is 1 once it is to stop. */
export interface ThreadData<Task> {
  task: Task;
  stop: Int32Array<SharedArrayBuffer>;
}

const patienceMs = 5_000;

/** Runs a task in a thread of its own, so that nothing waits for it; undefined when it was stopped before its end. */
export async function runInThread<Task, Result>(
  file: URL,
  task: Task,
  { megabytes, onProgress, signal }: ThreadOptions,
): Promise<Result | undefined> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadData<Task> = { task, stop };
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let ending: NodeJS.Timeout | undefined;
  const halt = () => {
    Atomics.store(stop, 0, 1);
    ending = setTimeout(() => void worker.terminate(), patienceMs);
  };
  if (signal?.aborted) halt();
  signal?.addEventListener("abort", halt, { once: true });
  try {
    return await new Promise<Result | undefined>((resolve, reject) => {
      worker.on("message", (message: ThreadMessage<Result>) => {
        if ("progress" in message) onProgress?.(message.progress);
        else if ("result" in message) resolve(message.result);
        else reject(new Error(message.failed));
      });
      worker.once("error", reject);
      worker.once("exit", () =>
        signal?.aborted ? resolve(undefined) : reject(new Error("the thread ended before its task")),
      );
    });
  } finally {
    clearTimeout(ending);
    signal?.removeEventListener("abort", halt);
    await worker.terminate();
  }
}
