import type { Logger } from "#app/platform/logger.ts";

export interface Loop {
  /** Lets the work under way finish, then starts no more. */
  stop(): Promise<void>;
}

interface LoopOptions {
  name: string;
  everyMs: number;
  logger: Logger;
  /** True when there is more to do at once. */
  run: () => Promise<boolean | void>;
}

const slowestRetryMs = 60_000;

/** Runs a job again and again, never twice at a time. A job that fails is tried again, more slowly. */
export function startLoop({ name, everyMs, logger, run }: LoopOptions): Loop {
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  let failures = 0;
  let wake: () => void = () => {};
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const turn = async (): Promise<number> => {
    try {
      const more = await run();
      failures = 0;
      return more === true ? 0 : everyMs;
    } catch (error) {
      failures += 1;
      logger.error({ err: error, loop: name, failures }, "worker job failed; it will be tried again");
      return Math.min(slowestRetryMs, Math.max(everyMs, 1000 * 2 ** Math.min(failures, 6)));
    }
  };
  const finished = (async () => {
    while (!stopped()) {
      const wait = await turn();
      if (!stopped()) await pause(wait);
    }
  })();
  return {
    stop() {
      stopping.abort();
      wake();
      return finished;
    },
  };
}
