import { beforeEach, describe, expect, it } from "vitest";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { Autosaver, retryDelay, type SaveState, typingPauseMs } from "#app/browser/draft/autosaver.ts";
import type { SendResult } from "#app/browser/device/post-autosave.ts";
import { DraftQueue } from "#app/browser/draft/draft-queue.ts";

/** Timers that run when told, and a server that answers as told. */
class World {
  readonly timers: { work: () => void; ms: number }[] = [];
  readonly sent: { operations: readonly DraftOperation[]; leaving: boolean }[] = [];
  readonly states: SaveState[] = [];
  readonly answers: (SendResult | "saved" | Error)[] = [];
  online = true;
  readonly queue: DraftQueue;
  readonly autosaver: Autosaver;

  constructor() {
    let next = 0;
    this.queue = new DraftQueue({ fields: {}, rows: {} }, [], () => `op-${(next += 1)}`);
    this.autosaver = new Autosaver({
      queue: this.queue,
      send: async (operations, leaving) => {
        this.sent.push({ operations, leaving });
        const answer = this.answers.shift() ?? "saved";
        if (answer instanceof Error) throw answer;
        return answer === "saved" ? saved(operations) : answer;
      },
      show: (state) => this.states.push(state),
      onAnswer: () => {},
      isOnline: () => this.online,
      setTimer: (work, ms) => this.timers.push({ work, ms }) && this.timers.at(-1),
      clearTimer: (timer) => {
        const at = this.timers.indexOf(timer as (typeof this.timers)[number]);
        if (at >= 0) this.timers.splice(at, 1);
      },
      random: () => 0.5,
    });
  }

  type(path: string, value: string) {
    this.queue.change(path, value);
    this.autosaver.typed();
  }

  async elapse() {
    this.timers.shift()?.work();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  get last() {
    return this.states.at(-1);
  }
}

const saved = (operations: readonly DraftOperation[]): SendResult => ({
  kind: "answered",
  answer: {
    time: "14:03",
    present: [],
    outcomes: operations.map((operation) => ({
      opId: operation.opId,
      status: "saved",
      path: operation.kind === "set" ? operation.path : "",
      version: operation.baseVersion + 1,
    })),
  },
});

let world: World;
beforeEach(() => {
  world = new World();
});

describe("autosave", () => {
  it("waits for a pause in typing and then says saved, never before the answer", async () => {
    world.type("name", "甲");
    world.type("name", "甲子");
    expect(world.timers.map((timer) => timer.ms)).toEqual([typingPauseMs]);
    expect(world.sent).toEqual([]);
    await world.elapse();
    expect(world.sent).toHaveLength(1);
    expect(world.states).toEqual([{ kind: "saving" }, { kind: "saved", time: "14:03" }]);
  });

  it("sends at once when asked and again for what was typed meanwhile", async () => {
    world.type("name", "甲");
    const flushing = world.autosaver.flush();
    world.type("name", "甲子");
    await flushing;
    expect(world.sent.map(({ operations }) => operations[0])).toMatchObject([
      { value: "甲", baseVersion: 0 },
      { value: "甲子", baseVersion: 1 },
    ]);
    expect(world.queue.isSaved).toBe(true);
  });

  it("writes down what it sends before it sends it, and again when it is answered", async () => {
    const order: string[] = [];
    const autosaver = new Autosaver({
      queue: world.queue,
      send: async (operations) => {
        order.push("sent");
        return saved(operations);
      },
      keep: async () => {
        await Promise.resolve();
        order.push(world.queue.isSaved ? "nothing left" : "written down");
      },
      isKept: () => true,
      show: () => {},
      onAnswer: () => {},
      isOnline: () => true,
      setTimer: () => 0,
      clearTimer: () => {},
      random: () => 0.5,
    });
    world.queue.change("name", "甲");
    await autosaver.flush();
    await Promise.resolve();
    expect(order).toEqual(["written down", "sent", "nothing left"]);
  });

  it("says it is not saved and tries again with the same ids, later and later", async () => {
    world.answers.push({ kind: "failed" }, new Error("network"), "saved");
    world.type("name", "甲");
    await world.elapse();
    expect(world.last).toEqual({ kind: "retrying", kept: false });
    expect(world.timers[0]?.ms).toBe(1000);
    world.online = false;
    await world.elapse();
    expect(world.last).toEqual({ kind: "offline", kept: false });
    expect(world.timers[0]?.ms).toBe(2000);
    await world.elapse();
    expect(world.last).toEqual({ kind: "saved", time: "14:03" });
    expect(new Set(world.sent.map(({ operations }) => operations[0]?.opId)).size).toBe(1);
  });

  it("does not hurry a retry because somebody types on", async () => {
    world.answers.push({ kind: "failed" });
    world.type("name", "甲");
    await world.elapse();
    world.type("name", "甲子");
    expect(world.timers.map((timer) => timer.ms)).toEqual([1000]);
  });

  it("keeps what was typed while signed out and saves it after signing in again", async () => {
    world.answers.push({ kind: "signed_out" }, "saved");
    world.type("name", "甲");
    await world.elapse();
    expect(world.last).toEqual({ kind: "signed_out" });
    expect(world.queue.isSaved).toBe(false);
    await world.elapse();
    expect(world.last).toEqual({ kind: "saved", time: "14:03" });
  });

  it("stops when the server refuses for good, and claims nothing", async () => {
    world.answers.push({ kind: "refused" });
    world.type("name", "甲");
    await world.elapse();
    expect(world.last).toEqual({ kind: "refused" });
    world.type("name", "甲子");
    expect(world.timers).toEqual([]);
    expect(world.queue.isSaved).toBe(false);
  });

  it("sends the rest along when the page goes, and asks again when it comes back", async () => {
    world.type("name", "甲");
    world.autosaver.leave();
    expect(world.sent).toMatchObject([{ leaving: true }]);
    world.autosaver.resume();
    await world.elapse();
    expect(world.sent[1]?.operations[0]?.opId).toBe(world.sent[0]?.operations[0]?.opId);
    expect(world.queue.isSaved).toBe(true);
  });

  it("says that a conflict waits for a person", async () => {
    world.answers.push({
      kind: "answered",
      answer: {
        time: "14:03",
        present: [],
        outcomes: [
          {
            opId: "op-1",
            status: "conflict",
            path: "name",
            version: 2,
            theirs: { value: "乙", text: "乙", name: "王", time: "14:02" },
          },
        ],
      },
    });
    world.type("name", "甲");
    await world.elapse();
    expect(world.last).toEqual({ kind: "held" });
  });
});

describe("the wait before another try", () => {
  it("doubles up to half a minute and is spread by a quarter", () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((attempt) => retryDelay(attempt, () => 0.5))).toEqual([
      1000, 2000, 4000, 8000, 16000, 30000, 30000,
    ]);
    expect(retryDelay(0, () => 0)).toBe(750);
    expect(retryDelay(0, () => 1)).toBe(1250);
  });
});
