import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSaver, type SaveState } from "#app/browser/review/saver.ts";

interface Sent {
  changes: { path: string; value: string; base: number }[];
}

function harness(answers: ((sent: Sent) => Response | Error)[]) {
  const sent: Sent[] = [];
  const shown: SaveState[] = [];
  const bases = new Map<string, number>();
  const saver = createSaver({
    url: "/autosave",
    restMs: 100,
    baseOf: (path) => bases.get(path) ?? 0,
    setBase: (path, version) => bases.set(path, version),
    show: (state) => shown.push(state),
    send: (async (_url: string, init: RequestInit) => {
      const body = JSON.parse(String(init.body)) as Sent;
      sent.push(body);
      const answer = (answers.shift() ?? saved)(body);
      if (answer instanceof Error) throw answer;
      return answer;
    }) as typeof fetch,
  });
  return { saver, sent, shown, bases };
}

const saved = ({ changes }: Sent): Response =>
  Response.json({
    versions: Object.fromEntries(changes.map(({ path, base }) => [path, base + 1])),
    conflicts: [],
    savedAt: "14:03",
  });

describe("the saver", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits for a rest, then sends each field once with its base version", async () => {
    const { saver, sent, shown } = harness([]);
    saver.change("overall", "一");
    saver.change("overall", "一二");
    saver.change("K1.score", "4");
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([
      {
        changes: [
          { path: "overall", value: "一二", base: 0 },
          { path: "K1.score", value: "4", base: 0 },
        ],
      },
    ]);
    expect(shown.at(-1)).toEqual({ kind: "saved", at: "14:03" });
    saver.change("overall", "一二三");
    await vi.advanceTimersByTimeAsync(100);
    expect(sent[1]?.changes).toEqual([{ path: "overall", value: "一二三", base: 1 }]);
  });

  it("sends nothing more while an answer is still being read, so that it never disputes with itself", async () => {
    let read: (() => void) | undefined;
    const slowly = (sent: Sent) => {
      const response = saved(sent);
      const json = response.json.bind(response);
      response.json = () => new Promise((done) => (read = () => done(json())));
      return response;
    };
    const { saver, sent } = harness([slowly]);
    saver.change("K5.score", "3");
    await vi.advanceTimersByTimeAsync(100);
    saver.change("K5.score", "3.5");
    void saver.flush();
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(1);
    read?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent[1]?.changes).toEqual([{ path: "K5.score", value: "3.5", base: 1 }]);
  });

  it("what is left when the page goes builds on what is on its way", async () => {
    const { saver, sent } = harness([]);
    saver.change("overall", "一");
    void saver.flush();
    saver.change("overall", "一二");
    saver.change("K1.score", "4");
    saver.flushOnLeave();
    expect(sent[1]?.changes).toEqual([
      { path: "overall", value: "一二", base: 1 },
      { path: "K1.score", value: "4", base: 0 },
    ]);
    await vi.advanceTimersByTimeAsync(0);
  });

  it("says nothing is saved until it is, and tries again", async () => {
    const { saver, sent, shown } = harness([
      () => new Error("offline"),
      () => new Response(null, { status: 503 }),
    ]);
    saver.change("overall", "一");
    await vi.advanceTimersByTimeAsync(100);
    expect(shown.at(-1)).toEqual({ kind: "failed" });
    expect(saver.isDirty()).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown.at(-1)).toEqual({ kind: "failed" });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(shown.at(-1)).toEqual({ kind: "saved", at: "14:03" });
    expect(sent).toHaveLength(3);
    expect(saver.isDirty()).toBe(false);
  });

  it("keeps what is typed while a save is under way and sends the newer text", async () => {
    let release: (response: Response) => void = () => {};
    const pending = new Promise<Response>((resolve) => {
      release = resolve;
    });
    const { saver, sent } = harness([() => pending as unknown as Response]);
    saver.change("overall", "一");
    await vi.advanceTimersByTimeAsync(100);
    saver.change("overall", "一二");
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(1);
    release(saved(sent[0]!));
    await vi.advanceTimersByTimeAsync(100);
    expect(sent[1]?.changes).toEqual([{ path: "overall", value: "一二", base: 1 }]);
  });

  it("stops at a conflict and at the end of the session, keeping the text", async () => {
    const conflict = () =>
      Response.json({ versions: { overall: 3 }, conflicts: [{ path: "overall" }], savedAt: "14:03" });
    const first = harness([conflict]);
    first.saver.change("overall", "一");
    await vi.advanceTimersByTimeAsync(100);
    expect(first.shown.at(-1)).toEqual({ kind: "conflict" });
    expect(first.bases.get("overall")).toBeUndefined();

    const second = harness([() => new Response(null, { status: 401 })]);
    second.saver.change("overall", "一");
    await vi.advanceTimersByTimeAsync(100);
    expect(second.shown.at(-1)).toEqual({ kind: "signed_out" });
    expect(second.saver.isDirty()).toBe(true);
  });

  it("finishes only when all is on disk, what was typed on the way included", async () => {
    const { saver, sent } = harness([]);
    saver.change("overall", "一");
    const first = saver.flush();
    saver.change("K1.score", "3");
    await expect(saver.finish()).resolves.toBe(true);
    await first;
    expect(sent.map(({ changes }) => changes[0]?.path)).toEqual(["overall", "K1.score"]);
    expect(saver.isDirty()).toBe(false);
  });

  it("keeps everything when the session ended, and sends it once there is one again", async () => {
    const { saver, sent, shown } = harness([() => Response.json({}, { status: 401 })]);
    saver.change("overall", "留住");
    await expect(saver.finish()).resolves.toBe(true);
    expect(shown.map(({ kind }) => kind)).toEqual(["saving", "signed_out", "saving", "saved"]);
    expect(sent[1]?.changes).toEqual([{ path: "overall", value: "留住", base: 0 }]);
  });
});
