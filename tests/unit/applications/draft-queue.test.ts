import { describe, expect, it } from "vitest";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { DraftQueue } from "#app/browser/draft/draft-queue.ts";
import { DraftServer } from "#tests/support/draft-server.ts";

const counter = (browser = "op") => {
  let next = 0;
  return () => `${browser}-${(next += 1)}`;
};

let pages = 0;

function open({ section }: DraftServer): DraftQueue {
  const saved = Object.entries(section)
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, field]) => [path, field.v] as const);
  let next = 0;
  const page = `page-${(pages += 1)}`;
  return new DraftQueue(baseOf(section), saved, () => `${page}.${(next += 1)}`);
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
      { kind: "set", path: "name", value: "甲子", opId: "op-2", baseVersion: 0 },
      { kind: "set", path: "city", value: "140100", opId: "op-3", baseVersion: 0 },
    ]);
  });

  it("goes in parts that the server takes, in its order", () => {
    const queue = new DraftQueue({ fields: {}, rows: {} }, [], counter());
    for (let row = 0; row < 500; row++) queue.addRow("tools", `r${row}`, null);
    const first = queue.batch() ?? [];
    expect(first).toHaveLength(400);
    queue.answered(
      first.map(({ opId }, row) => ({ opId, status: "saved", path: `tools/r${row}`, version: row + 1 })),
    );
    const rest = queue.batch() ?? [];
    expect(rest.map((operation) => "rowId" in operation && operation.rowId)).toEqual(
      Array.from({ length: 100 }, (_, row) => `r${row + 400}`),
    );
  });

  it("knows which rows the server has or will have", () => {
    const queue = new DraftQueue({ fields: {}, rows: { tools: ["r1"] } }, [], counter());
    queue.change("tools/r2/name", "甲");
    queue.addRow("tools", "r3", "r2");
    queue.batch();
    queue.addRow("tools", "r4", "r3");
    expect(["r1", "r2", "r3", "r4", "r5"].map((row) => queue.hasRow("tools", row))).toEqual([
      ...[true, true, true, true, false],
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
    const server = new DraftServer();
    const queue = open(server);
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
    const server = new DraftServer();
    const [mine, hers] = [open(server), open(server)];
    mine.change("name", "甲");
    hers.change("city", "140100");
    mine.answered(server.receive(mine.batch()!));
    hers.answered(server.receive(hers.batch()!, "wang"));
    expect(values(server.section)).toEqual({ name: "甲", city: "140100" });
    expect(hers.conflicts.size).toBe(0);
  });

  it("in one field: the second is told, keeps typing elsewhere, and decides", () => {
    const server = new DraftServer();
    const [mine, hers] = [open(server), open(server)];
    hers.change("name", "乙");
    hers.answered(server.receive(hers.batch()!, "wang"));
    mine.change("name", "甲");
    const { conflicts } = mine.answered(server.receive(mine.batch()!));
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
    const server = new DraftServer();
    const [mine, hers] = [open(server), open(server)];
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

describe("two people in one text", () => {
  const base = "本项目建设一条6英寸生产线。总投资8.6亿元。";

  function opened(): { server: DraftServer; mine: DraftQueue; hers: DraftQueue } {
    const server = new DraftServer((path) => path !== "amount");
    server.receive([{ kind: "set", opId: "first-1", path: "summary", value: base, baseVersion: 0 }]);
    const [mine, hers] = [open(server), open(server)];
    hers.change("summary", base.replace("8.6亿元", "9亿元"));
    hers.answered(server.receive(hers.batch()!, "wang"));
    return { server, mine, hers };
  }

  it("at different places: both stand, and the first goes on from both", () => {
    const { server, mine } = opened();
    mine.change("summary", base.replace("6英寸", "8英寸"));
    const { adopted, conflicts } = mine.answered(server.receive(mine.batch()!));
    const both = base.replace("6英寸", "8英寸").replace("8.6亿元", "9亿元");
    expect(conflicts).toEqual([]);
    expect(adopted).toEqual([{ path: "summary", value: both, name: "wang" }]);
    expect(values(server.section)).toEqual({ summary: both });
    expect(mine.isSaved).toBe(true);
    expect(server.history.at(-1)).toMatchObject({ typed: base.replace("6英寸", "8英寸"), after: both });
  });

  it("what was typed while the answer was on its way stays on top", () => {
    const { server, mine } = opened();
    mine.change("summary", base.replace("6英寸", "8英寸"));
    const batch = mine.batch()!;
    mine.change("summary", `新：${base.replace("6英寸", "8英寸")}`);
    const { adopted } = mine.answered(server.receive(batch));
    const all = `新：${base.replace("6英寸", "8英寸").replace("8.6亿元", "9亿元")}`;
    expect(adopted).toMatchObject([{ value: all }]);
    mine.answered(server.receive(mine.batch()!));
    expect(values(server.section)).toEqual({ summary: all });
  });

  it("what was typed meanwhile at the colleague's place is a person's to choose", () => {
    const { server, mine } = opened();
    mine.change("summary", base.replace("6英寸", "8英寸"));
    const batch = mine.batch()!;
    mine.change("summary", base.replace("6英寸", "8英寸").replace("8.6亿元", "10亿元"));
    const { adopted, conflicts } = mine.answered(server.receive(batch));
    expect(adopted).toEqual([]);
    expect(conflicts).toMatchObject([{ path: "summary", theirs: { name: "wang" } }]);
    expect(mine.batch()).toBeUndefined();
  });

  it("a second delivery of what was merged answers with the merged text", () => {
    const { server, mine } = opened();
    mine.change("summary", base.replace("6英寸", "8英寸"));
    server.receive(mine.batch()!);
    const { adopted } = mine.answered(server.receive(mine.batch()!));
    expect(adopted).toHaveLength(1);
    expect(server.history).toHaveLength(3);
  });

  it("a figure is chosen between, never merged", () => {
    const { server, mine, hers } = opened();
    hers.change("amount", "12 000");
    hers.answered(server.receive(hers.batch()!, "wang"));
    mine.change("amount", "13 000");
    expect(mine.answered(server.receive(mine.batch()!)).conflicts).toHaveLength(1);
  });

  it("what was refused stays refused when it is delivered again, whatever stands by then", () => {
    const { server, mine, hers } = opened();
    hers.change("amount", "1");
    hers.answered(server.receive(hers.batch()!, "wang"));
    mine.change("amount", "2");
    const batch = mine.batch()!;
    mine.answered(server.receive(batch));
    mine.keepTheirs("amount");
    hers.change("amount", "");
    hers.answered(server.receive(hers.batch()!, "wang"));
    expect(server.receive(batch)).toMatchObject([{ status: "conflict", theirs: { value: "" } }]);
    expect(values(server.section)).toMatchObject({ amount: "" });
  });
});

describe("a page that goes away", () => {
  it("sends what is under way and what waits as one batch that a second delivery does not change", () => {
    const server = new DraftServer();
    const queue = open(server);
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
