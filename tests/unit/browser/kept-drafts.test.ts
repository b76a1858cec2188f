import { describe, expect, it } from "vitest";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { KeptDraft } from "#app/browser/device/kept-draft.ts";
import { PageKeeper } from "#app/browser/device/page-keeper.ts";
import type { SendResult } from "#app/browser/device/post-autosave.ts";
import { replayKept } from "#app/browser/device/replay.ts";

const set = (number: number, path: string, value: string): DraftOperation => ({
  ...{ kind: "set", opId: `page-one.${number}`, path, value, baseVersion: 0 },
});
const draft = (operations: DraftOperation[], changes: Partial<KeptDraft> = {}): KeptDraft => ({
  ...{ application: "a", section: "filing", person: "li", operations, held: [], ...changes },
});

/** A device's store in memory. */
class Store {
  readonly boxes = new Map<string, KeptDraft>();
  writes = 0;
  breaks = false;

  async keep(id: string, kept: KeptDraft) {
    this.writes += 1;
    await Promise.resolve();
    if (this.breaks) throw new Error("full");
    this.boxes.set(id, structuredClone(kept));
  }
  async forget(id: string) {
    this.boxes.delete(id);
  }
  async all() {
    return [...this.boxes].map(([id, kept]) => ({ id, draft: kept }));
  }
}

const saves = async ({ operations }: KeptDraft): Promise<SendResult> => ({
  kind: "answered",
  answer: {
    time: "",
    present: [],
    outcomes: operations.map((operation) => ({
      ...{ opId: operation.opId, status: "saved", version: 1 },
      path: operation.kind === "set" ? operation.path : "",
    })),
  },
});
const alone = async (_id: string, work: () => Promise<void>) => {
  await work();
  return true;
};

describe("what a page has typed", () => {
  it("is on the device until it is saved, however fast it is typed", async () => {
    const store = new Store();
    let operations: DraftOperation[] = [];
    const keeper = new PageKeeper(Promise.resolve(store), "one", () => draft(operations));
    const writing = [];
    for (let keystroke = 1; keystroke <= 50; keystroke++) {
      operations = [set(keystroke, "name", "甲".repeat(keystroke))];
      writing.push(keeper.changed());
      expect(keeper.isKept).toBe(false);
    }
    await Promise.all(writing);
    expect(keeper.isKept).toBe(true);
    expect(store.boxes.get("one")?.operations).toMatchObject([{ value: "甲".repeat(50) }]);
    expect(store.writes).toBeLessThan(10);
    operations = [];
    await keeper.changed();
    expect(store.boxes.size).toBe(0);
  });

  it("is written down once a moment while it is typed, and at once when it is sent", async () => {
    const store = new Store();
    let operations: DraftOperation[] = [];
    const keeper = new PageKeeper(Promise.resolve(store), "one", () => draft(operations));
    for (let keystroke = 1; keystroke <= 50; keystroke++) {
      operations = [set(keystroke, "name", "甲".repeat(keystroke))];
      keeper.typed();
      expect(keeper.isKept).toBe(false);
    }
    await expect.poll(() => keeper.isKept).toBe(true);
    expect(store.boxes.get("one")?.operations).toMatchObject([{ value: "甲".repeat(50) }]);
    expect(store.writes).toBe(1);
    operations = [set(51, "name", "乙")];
    keeper.typed();
    await keeper.changed();
    expect(store.boxes.get("one")?.operations).toMatchObject([{ value: "乙" }]);
  });

  it("is not called kept when the device does not take it, or has no store", async () => {
    const store = new Store();
    store.breaks = true;
    for (const opened of [store, undefined]) {
      const keeper = new PageKeeper(Promise.resolve(opened), "one", () => draft([set(1, "name", "甲")]));
      await keeper.changed();
      expect(keeper.isKept).toBe(false);
    }
  });
});

describe("what was kept by a page that is gone", () => {
  it("is sent and forgotten", async () => {
    const store = new Store();
    store.boxes.set("one", draft([set(1, "name", "甲"), set(2, "city", "乙")]));
    const replayed = await replayKept(store, "li", saves, alone);
    expect(replayed).toMatchObject({ saved: [{ application: "a", section: "filing" }], left: [] });
    expect(store.boxes.size).toBe(0);
  });

  it("of somebody else is neither sent nor touched", async () => {
    const store = new Store();
    store.boxes.set("one", draft([set(1, "name", "甲")], { person: "wang" }));
    const sent: unknown[] = [];
    await replayKept(store, "li", async (kept) => (sent.push(kept), await saves(kept)), alone);
    expect(sent).toEqual([]);
    expect(store.boxes.size).toBe(1);
  });

  it("stays while its page lives, while there is no connection, and when it is refused", async () => {
    const store = new Store();
    store.boxes.set("one", draft([set(1, "name", "甲")]));
    await replayKept(store, "li", saves, async () => false);
    await replayKept(store, "li", () => Promise.reject(new Error("offline")), alone);
    await replayKept(store, "li", async () => ({ kind: "signed_out" }), alone);
    expect(store.boxes.size).toBe(1);
    const { left } = await replayKept(store, "li", async () => ({ kind: "refused" }), alone);
    expect(left).toMatchObject([{ id: "one", isRefused: true }]);
    expect(store.boxes.size).toBe(1);
  });

  it("is put to the person where a colleague was first", async () => {
    const store = new Store();
    store.boxes.set("one", draft([set(1, "name", "甲"), set(2, "city", "乙")]));
    const theirs = { value: "丙", text: "丙", name: "王", time: "" };
    const conflicts = async (kept: KeptDraft): Promise<SendResult> => {
      const result = (await saves(kept)) as Extract<SendResult, { kind: "answered" }>;
      const { outcomes } = result.answer;
      outcomes[0] = { ...outcomes[0]!, status: "conflict", theirs };
      return result;
    };
    const { left } = await replayKept(store, "li", conflicts, alone);
    expect(left).toMatchObject([{ id: "one", draft: { held: [{ path: "name", value: "甲" }] } }]);
    expect(store.boxes.get("one")).toMatchObject({ operations: [], held: [{ value: "甲" }] });
  });

  it("of a long time without a connection goes in parts, each forgotten when it is answered", async () => {
    const store = new Store();
    store.boxes.set(
      "one",
      draft(Array.from({ length: 900 }, (_, index) => set(index + 1, `f${index}`, "甲"))),
    );
    const sizes: number[] = [];
    await replayKept(
      store,
      "li",
      async (kept) => {
        sizes.push(kept.operations.length);
        return sizes.length === 2 ? { kind: "failed" } : await saves(kept);
      },
      alone,
    );
    expect(sizes).toEqual([400, 400]);
    expect(store.boxes.get("one")?.operations).toHaveLength(500);
  });
});
