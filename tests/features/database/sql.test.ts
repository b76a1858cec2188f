import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { containsText, dialectOf, jsonNumber, jsonText, startsWithText } from "#app/platform/database/sql.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";

const values = [
  "Zeta",
  "alpha",
  "Alpha 50%",
  "_under",
  "甲子",
  "丙寅",
  "éclair",
  "ab-c",
  "abd",
  "😀",
  "100\\x",
  "ａ",
];

describe.each(DIALECTS)("the same SQL on %s", (dialect) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    const rows = values.map((key) => ({
      key,
      value: JSON.stringify({ name: key, "a b": { n: [1.5] } }),
      updated_at: "",
    }));
    await db.write((trx) => trx.insertInto("setting").values(rows).execute());
  });
  afterAll(() => db.destroy());

  const keysWhere = async (condition: ReturnType<typeof containsText>) =>
    (await db.read.selectFrom("setting").select("key").where(condition).orderBy("key").execute()).map(
      (r) => r.key,
    );

  it("is asked for and given any text, U+0000 and half a character included", async () => {
    for (const odd of ["\u0000", "a\u0000b", "\ud800", "\udfff x"]) {
      const found = await db.read.selectFrom("setting").select("key").where("key", "=", odd).execute();
      expect(found).toEqual([]);
      const value = JSON.stringify({ odd });
      await db.write((trx) =>
        trx.updateTable("setting").set({ value, updated_at: odd }).where("key", "=", "Zeta").execute(),
      );
      const kept = await db.read
        .selectFrom("setting")
        .select("value")
        .where("key", "=", "Zeta")
        .executeTakeFirst();
      expect(JSON.parse(kept!.value)).toEqual({ odd });
    }
    const value = JSON.stringify({ name: "Zeta", "a b": { n: [1.5] } });
    await db.write((trx) =>
      trx.updateTable("setting").set({ value, updated_at: "" }).where("key", "=", "Zeta").execute(),
    );
  });

  it("knows which it is", async () => {
    expect(dialectOf(db.read)).toBe(dialect);
    await db.write(async (trx) => expect(dialectOf(trx)).toBe(dialect));
  });

  it("sorts text by its UTF-8 bytes, and pages by key through all of it", async () => {
    const byBytes = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const paged: string[] = [];
    for (;;) {
      const page = await db.read
        .selectFrom("setting")
        .select("key")
        .where("key", ">", paged.at(-1) ?? "")
        .orderBy("key")
        .limit(5)
        .execute();
      if (page.length === 0) break;
      paged.push(...page.map((row) => row.key));
    }
    expect(paged).toEqual(byBytes);
    const byJson = await db.read
      .selectFrom("setting")
      .select("key")
      .orderBy(jsonText(db.read, "value", "name"))
      .execute();
    expect(byJson.map((row) => row.key)).toEqual(byBytes);
  });

  it.each([
    ["ALPHA", ["Alpha 50%", "alpha"]],
    ["50%", ["Alpha 50%"]],
    ["_", ["_under"]],
    ["\\", ["100\\x"]],
    ["子", ["甲子"]],
    ["É", []],
    ["", values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))],
  ])("finds %s wherever it stands", async (typed, found) => {
    expect(await keysWhere(containsText(db.read, "key", typed))).toEqual(found);
  });

  it("finds what begins so", async () => {
    expect(await keysWhere(startsWithText(db.read, "setting.key", "AB"))).toEqual(["ab-c", "abd"]);
    expect(await keysWhere(startsWithText(db.read, "key", "lpha"))).toEqual([]);
  });

  it("reads inside JSON text", async () => {
    const row = await db.read
      .selectFrom("setting")
      .select([
        jsonText(db.read, "value", "name").as("name"),
        jsonText(db.read, "value", "gone").as("gone"),
        jsonNumber(db.read, "value", "a b", "n").as("list"),
      ])
      .where("key", "=", "甲子")
      .executeTakeFirst()
      .catch(() => undefined);
    const figure = await sql<{ n: number | null }>`
      select ${jsonNumber(db.read, "t.v", "a b", "n")} as n from (select '{"a b":{"n":1.5}}' as v) as t
    `.execute(db.read);
    expect(figure.rows).toEqual([{ n: 1.5 }]);
    if (row) expect(row).toMatchObject({ name: "甲子", gone: null });
  });
});
