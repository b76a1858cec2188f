import { describe, expect, it } from "vitest";
import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import type { AutosaveOutcome } from "#app/domain/applications/section-page-data.ts";
import { DraftQueue } from "#app/browser/section/draft-queue.ts";

const counter = (browser = "op") => {
  let next = 0;
  return () => `${browser}-${(next += 1)}`;
};

/** The server's half: applies a batch as the portal does and answers as it does. */
class Server {
  section: DraftSection = {};
  readonly #seen = new Map<string, number>();
  #browsers = 0;

  receive(operations: readonly DraftOperation[], by = "me"): AutosaveOutcome[] {
    const applied = applyOperations(this.section, operations, {
      by,
      at: "2026-11-23T08:00:00.000Z",
      seen: this.#seen,
      fixedTables: new Set(),
    });
    this.section = applied.section;
    for (const change of applied.changes) this.#seen.set(change.opId, change.version);
    return applied.outcomes.map((outcome) =>
      outcome.status === "saved"
        ? outcome
        : {
            ...outcome,
            theirs: { value: outcome.theirs.value, text: "", name: outcome.theirs.by, time: "" },
          },
    );
  }

  open(): DraftQueue {
    const saved = Object.entries(this.section)
      .filter(([path]) => !path.endsWith("/"))
      .map(([path, field]) => [path, field.v] as const);
    return new DraftQueue(baseOf(this.section), saved, counter(`browser-${(this.#browsers += 1)}`));
  }
}

const values = (section: DraftSection) =>
  Object.fromEntries(Object.entries(section).map(([path, field]) => [path, field.v]));

describe("what was typed and is not saved", () => {
  it("goes as one operation a field, the last text of each", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    queue.change("name", "甲");
    queue.change("name", "甲子");
    queue.change("city", "140100");
    expect(queue.batch()).toEqual([
      { kind: "set", path: "name", value: "甲子", opId: "op-1", baseVersion: 0 },
      { kind: "set", path: "city", value: "140100", opId: "op-2", baseVersion: 0 },
    ]);
  });

  it("is nothing when a text is typed and taken back", () => {
    const queue = new DraftQueue({ fields: { name: 1 }, rows: {} }, [["name", "甲"]], counter());
    queue.change("name", "甲子");
    queue.change("name", "甲");
    expect(queue.isSaved).toBe(true);
    expect(queue.batch()).toBeUndefined();
  });

  it("is sent again with the same ids until it is answered, later typing behind it", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    queue.change("name", "甲");
    const first = queue.batch();
    queue.change("name", "甲子");
    expect(queue.batch()).toBe(first);
    queue.answered([{ opId: "op-1", status: "saved", path: "name", version: 1 }]);
    expect(queue.batch()).toEqual([
      { kind: "set", path: "name", value: "甲子", opId: "op-2", baseVersion: 1 },
    ]);
  });

  it("stays under way when the answer is to something else", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    queue.change("name", "甲");
    const batch = queue.batch();
    queue.answered([{ opId: "another", status: "saved", path: "city", version: 1 }]);
    expect(queue.batch()).toEqual(batch);
  });

  it("is noted for the plain form once it is saved", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    queue.addRow("holders", "r1", null);
    queue.change("holders/r1/name", "甲");
    const [row, cell] = queue.batch()!;
    queue.answered([
      { opId: row!.opId, status: "saved", path: "holders/r1", version: 1 },
      { opId: cell!.opId, status: "saved", path: "holders/r1/name", version: 1 },
    ]);
    expect(queue.base()).toEqual({ fields: { "holders/r1/name": 1 }, rows: { holders: ["r1"] } });
    expect(queue.isSaved).toBe(true);
  });
});

describe("rows", () => {
  it("that were never sent leave nothing behind", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    queue.addRow("holders", "r1", null);
    queue.change("holders/r1/name", "甲");
    queue.removeRow("holders", "r1");
    expect(queue.batch()).toBeUndefined();
  });

  it("are removed at the versions of their cells, also those under way", () => {
    const server = new Server();
    const queue = server.open();
    queue.addRow("holders", "r1", null);
    queue.change("holders/r1/name", "甲");
    const first = queue.batch()!;
    queue.removeRow("holders", "r1");
    queue.answered(server.receive(first));
    queue.answered(server.receive(queue.batch()!));
    expect(server.section["holders/"]?.v).toEqual([]);
    expect(queue.base().rows).toEqual({ holders: [] });
  });
});

describe("two people", () => {
  it("in different fields both keep their text", () => {
    const server = new Server();
    const [mine, hers] = [server.open(), server.open()];
    mine.change("name", "甲");
    hers.change("city", "140100");
    mine.answered(server.receive(mine.batch()!));
    hers.answered(server.receive(hers.batch()!, "wang"));
    expect(values(server.section)).toEqual({ name: "甲", city: "140100" });
    expect(hers.conflicts.size).toBe(0);
  });

  it("in one field: the second is told, keeps typing elsewhere, and decides", () => {
    const server = new Server();
    const [mine, hers] = [server.open(), server.open()];
    hers.change("name", "乙");
    hers.answered(server.receive(hers.batch()!, "wang"));
    mine.change("name", "甲");
    const conflicts = mine.answered(server.receive(mine.batch()!));
    expect(conflicts).toMatchObject([{ path: "name", theirs: { value: "乙", name: "wang" } }]);
    mine.change("name", "甲子");
    mine.change("city", "140100");
    expect(mine.batch()).toMatchObject([{ path: "city" }]);
    mine.answered(server.receive(mine.batch()!));
    mine.keepMine("name", "甲子");
    mine.answered(server.receive(mine.batch()!));
    expect(values(server.section)).toEqual({ name: "甲子", city: "140100" });
  });

  it("keeping the other text needs nothing sent, and typing on works from there", () => {
    const server = new Server();
    const [mine, hers] = [server.open(), server.open()];
    hers.change("name", "乙");
    hers.answered(server.receive(hers.batch()!, "wang"));
    mine.change("name", "甲");
    mine.answered(server.receive(mine.batch()!));
    mine.keepTheirs("name");
    expect(mine.isSaved).toBe(true);
    mine.change("name", "乙丑");
    mine.answered(server.receive(mine.batch()!));
    expect(values(server.section)).toEqual({ name: "乙丑" });
  });
});

describe("a page that goes away", () => {
  it("sends what is under way and what waits as one batch that a second delivery does not change", () => {
    const server = new Server();
    const queue = server.open();
    queue.change("name", "甲");
    const first = queue.batch()!;
    queue.change("name", "甲子");
    const all = queue.everything();
    server.receive(first);
    server.receive(all);
    expect(values(server.section)).toEqual({ name: "甲子" });
    const again = queue.batch()!;
    expect(again.map((operation) => operation.opId)).toEqual(all.map((operation) => operation.opId));
    queue.answered(server.receive(again));
    expect(queue.isSaved).toBe(true);
    expect(server.section.name?.n).toBe(2);
  });
});
