/** Keeps changed fields until the server has said they are on disk; one request at a time, retried until answered. */

export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "saving" }
  | { kind: "failed" }
  | { kind: "signed_out" }
  | { kind: "closed" }
  | { kind: "conflict" };

interface SaverOptions {
  url: string;
  baseOf: (path: string) => number;
  setBase: (path: string, version: number, value: string) => void;
  show: (state: SaveState) => void;
  /** Milliseconds of rest before a save. */
  restMs?: number;
  send?: typeof fetch;
}

interface Answer {
  versions: Record<string, number>;
  conflicts: { path: string }[];
  savedAt: string;
}

const longestWaitMs = 30_000;

export function createSaver({ url, baseOf, setBase, show, restMs = 600, send = fetch }: SaverOptions) {
  const waiting = new Map<string, string>();
  let sending: Map<string, string> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let running: Promise<void> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  /** What is on its way will have become the version to build on by the time that this arrives. */
  const baseSoon = (path: string) => baseOf(path) + (sending?.has(path) ? 1 : 0);

  const request = (changes: Map<string, string>, keepalive: boolean) =>
    send(url, {
      method: "POST",
      keepalive,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        changes: [...changes].map(([path, value]) => ({ path, value, base: baseSoon(path) })),
      }),
    });

  function flush(): Promise<void> {
    clearTimeout(timer);
    if (!sending && waiting.size > 0 && !stopped) running = sendWaiting();
    return running ?? Promise.resolve();
  }

  async function sendWaiting(): Promise<void> {
    const changes = new Map(waiting);
    waiting.clear();
    show({ kind: "saving" });
    const asked = request(changes, false);
    sending = changes;
    const response = await asked.catch(() => undefined);
    // Nothing else is sent before the answer was read: its versions are the base of what comes next.
    const answer = response?.ok ? await response.json().catch(() => undefined) : undefined;
    const sent = sending;
    sending = undefined;
    if (answer) return settle(sent, answer as Answer);
    for (const [path, value] of sent) if (!waiting.has(path)) waiting.set(path, value);
    refused(response?.status);
  }

  function settle(sent: Map<string, string>, answer: Answer) {
    failures = 0;
    const disputed = new Set(answer.conflicts.map(({ path }) => path));
    for (const [path, value] of sent)
      if (!disputed.has(path)) setBase(path, answer.versions[path] ?? 0, value);
    if (disputed.size > 0) {
      stopped = true;
      return show({ kind: "conflict" });
    }
    if (waiting.size > 0) return later(0);
    show({ kind: "saved", at: answer.savedAt });
  }

  function refused(status: number | undefined) {
    if (status === 401) return show({ kind: "signed_out" });
    if (status === 404 || status === 409) return show({ kind: "closed" });
    failures += 1;
    show({ kind: "failed" });
    later(Math.min(longestWaitMs, 1_000 * 2 ** failures));
  }

  return {
    change(path: string, value: string) {
      waiting.set(path, value);
      later(restMs);
    },
    flush,
    /** Sends what is left; true once all of it is on disk. */
    async finish(): Promise<boolean> {
      await flush();
      // What was typed while that was on its way.
      await flush();
      return waiting.size === 0 && sending === undefined;
    },
    /** The page goes away: what is left is sent along, and the browser delivers it. */
    flushOnLeave() {
      if (stopped || waiting.size === 0) return;
      void request(new Map(waiting), true).catch(() => undefined);
    },
    isDirty: () => !stopped && (waiting.size > 0 || sending !== undefined),
    /** The form itself is being sent and carries everything. */
    leaveQuietly() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
