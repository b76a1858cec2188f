import type { DatabaseHooks } from "./database.ts";

const slowJobMs = 2_000;

export class JobTimeout extends Error {
  override name = "JobTimeout";
}

/** A job holds up every other writer, so one that hangs is reported and then given up. */
export async function withDeadline<T>(
  job: () => Promise<T>,
  timeoutMs: number,
  origin: Error,
  onSlowJob: DatabaseHooks["onSlowJob"],
): Promise<T> {
  const begun = performance.now();
  const report = () => onSlowJob?.({ ms: performance.now() - begun, stack: origin.stack ?? "" });
  let slow: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    slow = setTimeout(report, Math.min(slowJobMs, timeoutMs));
    late = setTimeout(
      () => reject(new JobTimeout(`A write job did not finish within ${timeoutMs} ms`, { cause: origin })),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([job(), deadline]);
  } finally {
    clearTimeout(slow);
    clearTimeout(late);
  }
}
