import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listStoredSections } from "#app/features/applications/list-stored-sections.ts";
import type { Database, Read, Write } from "#app/platform/database/database.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { applicationIn, smallWorld } from "#tests/world/world.ts";

describe.each(DIALECTS)("sections read again on %s", (dialect) => {
  let portal: TestPortal;
  let other: Database;
  let id: string;
  beforeAll(async () => {
    portal = await testPortal(dialect);
    const world = await smallWorld(portal, portal.now);
    ({ id } = await applicationIn(world, "draft", { filled: true }));
    other = await openDatabase({ url: portal.db.url, synchronous: "OFF" });
  });
  afterAll(async () => {
    await other.close();
    await portal.destroy();
  });

  const write = (trx: Write, version: number, text: string) =>
    trx
      .updateTable("draft_section")
      .set({ version, answers: JSON.stringify({ finance_remarks: { v: text, n: version, at: "", by: "" } }) })
      .where("application_id", "=", id)
      .where("section_key", "=", "finance")
      .execute();
  const textOf = async (db: Read) => {
    const finance = (await listStoredSections(db, id)).find(({ key }) => key === "finance");
    return finance?.fields["finance_remarks"]?.v;
  };

  it("are the same objects while nothing changes", async () => {
    const [first, second] = [
      await listStoredSections(portal.db.read, id),
      await listStoredSections(portal.db.read, id),
    ];
    expect(first.length).toBeGreaterThan(10);
    expect(second.every((section, index) => section === first[index])).toBe(true);
  });

  it("take one statement, known or not", async () => {
    expect(await portal.db.statementsDuring(() => listStoredSections(portal.db.read, id))).toHaveLength(1);
  });

  it("show what another process wrote", async () => {
    await portal.db.write((trx) => write(trx, 10, "甲"));
    expect(await textOf(portal.db.read)).toBe("甲");
    await other.write((trx) => write(trx, 11, "乙"));
    expect(await textOf(portal.db.read)).toBe("乙");
  });

  it("forget what a transaction saw and took back", async () => {
    const failed = portal.db.write(async (trx) => {
      await write(trx, 20, "never committed");
      expect(await textOf(trx)).toBe("never committed");
      throw new Error("taken back");
    });
    await expect(failed).rejects.toThrow("taken back");
    await portal.db.write((trx) => write(trx, 20, "committed"));
    expect(await textOf(portal.db.read)).toBe("committed");
  });
});
