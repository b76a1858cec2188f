import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";

describe.each(DIALECTS)("database on %s", (dialect) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(dialect);
  });
  afterAll(() => db.destroy());

  it("works", async () => {
    await db.write((trx) => sql`insert into setting values ('a', '1', 'x')`.execute(trx));
    expect(await db.read.selectFrom("setting").selectAll().execute()).toEqual([{ key: "a", value: "1", updated_at: "x" }]);
  });
});
