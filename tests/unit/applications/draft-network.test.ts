import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { DraftNetwork, type Fields, type Happening, happenings } from "#tests/support/draft-network.ts";
import { DraftServer } from "#tests/support/draft-server.ts";

const fields: Fields = { texts: ["summary", "name"], choice: "kind", table: "holders", column: "holder" };

/** A portal in memory that starts with something written. */
function startedServer(): DraftServer {
  const server = new DraftServer((path) => path !== "kind");
  server.receive([
    { kind: "set", opId: "before-1", path: "summary", value: "abc，def，ghi。jkl；mno", baseVersion: 0 },
  ]);
  return server;
}

async function play(script: readonly Happening[], browsers: number) {
  const server = startedServer();
  const portal = {
    receive: async (operations: readonly DraftOperation[], by: string, killed: boolean) =>
      killed ? [] : server.receive(operations, by),
    section: async () => server.section,
  };
  const network = await DraftNetwork.open(portal, fields, browsers);
  for (const happening of script) await network.happen(happening);
  await network.settle();
  return { server, network };
}

describe("two to four browsers over a network that drops, repeats, reorders and kills", () => {
  it("converge, and every group of keystrokes is in the draft or, of a removed row, in the history", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 4 }).chain((n) => fc.tuple(fc.constant(n), happenings(n, 60))),
        async ([browsers, script]) => {
          const { server, network } = await play(script, browsers);
          const draft = JSON.stringify(server.section);
          const history = JSON.stringify(server.history);
          for (const { group, path } of network.typed)
            if (fields.texts.includes(path)) expect(draft).toContain(group);
            else if (!draft.includes(group) && network.sent.includes(group)) expect(history).toContain(group);
          for (const browser of network.browsers) {
            expect(browser.isSettled).toBe(true);
            const base = browser.queue.base();
            // Whoever holds the newest version of a field shows what stands.
            for (const [path, version] of Object.entries(base.fields))
              if (server.section[path]?.n === version && browser.boxes.has(path))
                expect(browser.box(path)).toBe(server.section[path].v);
          }
        },
      ),
      { numRuns: Number(process.env["DRAFT_RUNS"] ?? 400) },
    );
  });

  it("one browser alone is never in conflict with itself, and what was typed last stands", async () => {
    await fc.assert(
      fc.asyncProperty(happenings(1, 60), async (script) => {
        const { server, network } = await play(script, 1);
        expect(network.conflicts).toEqual([]);
        const [browser] = network.browsers;
        for (const [path, text] of browser!.boxes) expect(server.section[path]?.v ?? "").toBe(text);
      }),
      { numRuns: Number(process.env["DRAFT_RUNS"] ?? 400) },
    );
  });
});

describe("operations of one page that overtake each other", () => {
  const value = fc.constantFrom("", "甲", "甲乙", "甲乙丙");

  it("the last one typed stands, whatever arrives when and how often; nobody is in conflict", () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8, size: "max" }),
        fc.array(fc.nat(7), { maxLength: 24, size: "max" }),
        fc.boolean(),
        (texts, arrivals, startsEmpty) => {
          const server = new DraftServer();
          if (!startsEmpty)
            server.receive([{ kind: "set", opId: "before-1", path: "name", value: "甲", baseVersion: 0 }]);
          const operations = texts.map((text, index): DraftOperation => ({
            ...{ kind: "set", opId: `page-one.${index + 1}`, path: "name", value: text },
            baseVersion: startsEmpty ? 0 : 1,
          }));
          const order = [...arrivals.map((at) => at % texts.length), ...texts.keys()];
          for (const at of order)
            expect(server.receive([operations[at]!])).toMatchObject([{ status: "saved" }]);
          expect(server.section["name"]?.v ?? "").toBe(texts.at(-1));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("a later text beside a colleague's: the earlier one comes to nothing", () => {
    const server = new DraftServer();
    const set = (opId: string, text: string, baseVersion: number): DraftOperation => ({
      ...{ kind: "set", opId, path: "name", value: text, baseVersion },
    });
    server.receive([set("before-1", "甲。乙。丙。", 0)]);
    server.receive([set("hers-page.1", "甲。乙。丙二。", 1)], "wang");
    expect(server.receive([set("mine-page.2", "甲二三。乙。丙。", 1)])).toMatchObject([{ status: "saved" }]);
    expect(server.receive([set("mine-page.1", "甲二。乙。丙。", 1)])).toMatchObject([{ status: "saved" }]);
    expect(server.section["name"]?.v).toBe("甲二三。乙。丙二。");
  });

  it("of a row that the page itself took away later, a late keystroke raises no question", () => {
    const server = new DraftServer();
    const cell: DraftOperation = {
      ...{ kind: "set", opId: "mine-page.1", path: "holders/a/holder", value: "甲", baseVersion: 0 },
    };
    const remove: DraftOperation = {
      ...{ kind: "remove_row", opId: "mine-page.2", table: "holders", rowId: "a", baseVersion: 0 },
    };
    server.receive([remove]);
    expect(server.receive([cell])).toMatchObject([{ status: "saved" }]);
    expect(server.section["holders/a/holder"]).toBeUndefined();
  });
});
