import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChainHead, listEvents } from "#app/features/audit/list-events.ts";
import { readCursor } from "#app/features/keyset.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const everything = { type: "", number: "", person: "" };

describe.each(DIALECTS)("the record on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let draftId: string;
  let recusedId: string;
  let number: string;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    const draft = await office.addApplication({ state: "draft" });
    const recused = await office.addApplication({ state: "panel" });
    const open = await office.addApplication({ state: "panel" });
    [draftId, recusedId, number] = [draft.id, recused.id, open.number!];
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{
            id: newId(),
            application_id: recusedId,
            person_id: office.officer.personId,
            state: "confirmed",
          },
          ...{ source: "office", kind: "equity", note: "", created_at: FROZEN_NOW.toISOString() },
        })
        .execute(),
    );
    for (let n = 0; n < 60; n += 1) {
      const applicationId = [draft.id, recused.id, open.id, null][n % 4]!;
      const type = n % 2 === 0 ? "application.withdrawn" : "person.signed_in";
      const who = n % 3 === 0 ? office.officer : office.auditor;
      await db.write((trx) =>
        recordEvent(trx, office.as(who), {
          type,
          subject: { kind: "application", id: applicationId ?? "x" },
          applicationId,
        }),
      );
    }
  });
  afterAll(() => db.destroy());

  const read = async (filter: Partial<typeof everything> = {}, query = "", who = office.auditor) =>
    listEvents(office.as(who), { ...everything, ...filter }, readCursor(new URLSearchParams(query)));

  it("shows the auditor everything, newest first, page by page", async () => {
    const first = await read();
    expect(first.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => 60 - index));
    const second = await read({}, `after=${first.next}`);
    expect(second.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => 10 - index));
    expect((await read({}, `before=${second.previous}`)).rows).toEqual(first.rows);
    expect(second.next).toBeNull();
  });

  it("narrows by type, by subject, by application and by person", async () => {
    expect((await read({ type: "application.withdrawn" })).rows).toHaveLength(30);
    expect((await read({ type: "person" })).rows.every(({ type }) => type === "person.signed_in")).toBe(true);
    expect((await read({ number: number.toLowerCase() })).rows).toHaveLength(15);
    expect((await read({ person: office.officer.name })).rows).toHaveLength(20);
    expect((await read({ person: office.officer.email.toUpperCase() })).rows).toHaveLength(20);
  });

  it("shows officers neither drafts nor what they are recused from, and others nothing", async () => {
    const { rows } = await read({}, "", office.officer);
    expect(rows).toHaveLength(30);
    expect(rows.some(({ applicationId }) => applicationId === draftId || applicationId === recusedId)).toBe(
      false,
    );
    for (const who of [office.member, office.chair, office.owner])
      expect((await read({}, "", who)).rows).toEqual([]);
  });

  it("names the head of the chain", async () => {
    const last = (await read()).rows[0]!;
    expect(await findChainHead(office.as(office.auditor))).toEqual({
      seq: 60,
      hash: last.hash,
      at: FROZEN_NOW.toISOString(),
    });
  });

  it("reads a page in one statement", async () => {
    expect(await db.statementsDuring(() => read())).toHaveLength(1);
  });
});
