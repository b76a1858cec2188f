import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { findNotice } from "#app/features/calls/find-notice.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { listNotices } from "#app/features/calls/list-notices.ts";
import type { Context } from "#app/features/context.ts";
import { newId } from "#app/platform/new-id.ts";
import { calls } from "#db/programme/calls.ts";
import { c5Form } from "#db/programme/forms/c5.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";

const day = 86_400_000;
const at = (days: number) => new Date(FROZEN_NOW.getTime() + days * day).toISOString();

const programme = calls.map((call) =>
  call.code === "C5" ? { ...call, form: c5Form, rubric: c5Rubric } : call,
);

describe.each(DIALECTS)("the programme on %s", (dialect) => {
  let db: TestDatabase;
  const as = (actor: Context["actor"]) =>
    ({ db, actor, now: FROZEN_NOW, requestId: "test" }) as unknown as Context;

  beforeAll(async () => {
    db = await testDatabase(dialect);
    const times = { C5: { opensAt: at(-10), closesAt: at(20) }, C1: { opensAt: at(30), closesAt: null } };
    await installProgramme(as(system), 2026, programme, times);
  });
  afterAll(() => db.destroy());

  const versions = async () =>
    (await db.read.selectFrom("form_version").select(["version", "sha256"]).orderBy("version").execute())
      .length;

  it("lists twelve calls, the one open first, in one statement once the contents are known", async () => {
    const list = await listCalls(as(anonymous));
    expect(list).toHaveLength(12);
    expect(list[0]).toMatchObject({ code: "C5", reference: "C5", state: "open" });
    expect(list[1]).toMatchObject({ code: "C1", state: "not_open" });
    expect(await db.statementsDuring(() => listCalls(as(anonymous)))).toHaveLength(1);
  });

  it("says with which call one that does not open by itself is filed", async () => {
    const of = (code: string) => findCallPage(as(anonymous), code);
    expect(await of("C4")).toMatchObject({ filedWith: { code: "C5" }, takes: [], state: "not_open" });
    expect((await of("C4"))?.rubric?.criteria).toEqual((await of("C5"))?.rubric?.criteria);
    expect((await of("C7"))?.takes.map(({ code }) => code)).toEqual(["C8", "C9"]);
    expect((await of("C5"))?.filedWith).toBeUndefined();
  });

  it("installed again changes nothing but row versions", async () => {
    await installProgramme(as(system), 2026, programme);
    expect(await versions()).toBe(1);
    const call = await findCallPage(as(anonymous), "C5");
    expect(call).toMatchObject({ state: "open", opensAt: at(-10), sections: 17 });
    expect(call?.rubric?.criteria.map(({ weight }) => weight)).toEqual([15, 15, 25, 10, 10, 15, 10]);
  });

  it("a changed form becomes a new version; what has opened keeps the one it froze", async () => {
    const before = await findCallPage(as(anonymous), "C5");
    const changed = { ...c5Form, version: 2, title: { zh: "新的申报书", en: "A new form" } };
    const later = programme.map((call) => (call.code === "C5" ? { ...call, form: changed } : call));
    await installProgramme(as(system), 2026, later);
    expect(await versions()).toBe(2);
    expect((await findCallPage(as(anonymous), "C5"))?.formVersionId).toBe(before?.formVersionId);
    await installProgramme(as(system), 2027, later);
    expect((await findCallPage(as(anonymous), "C5-2027"))?.formVersionId).not.toBe(before?.formVersionId);
    expect((await findCallPage(as(anonymous), "C5-2026"))?.reference).toBe("C5-2026");
  });

  it("a form version cannot be altered or removed", async () => {
    await expect(
      db.write((trx) => trx.updateTable("form_version").set({ definition: "{}" }).execute()),
    ).rejects.toThrow();
    await expect(db.write((trx) => trx.deleteFrom("form_version").execute())).rejects.toThrow();
  });

  it("refuses a broken form, rubric or content and leaves everything as it was", async () => {
    const wrongWeights = { ...c5Rubric, criteria: c5Rubric.criteria.slice(1) };
    const broken = [
      [{ ...programme[0]!, form: { code: "C1" } }],
      [{ ...programme[0]!, rubric: wrongWeights }],
      [{ ...programme[0]!, content: {} }],
    ];
    for (const list of broken) await expect(installProgramme(as(system), 2030, list)).rejects.toThrow(/C1/);
    expect(await findCallPage(as(anonymous), "C1-2030")).toBeUndefined();
  });

  it("notices: published ones only, newest first, page by page", async () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({
      id: newId(),
      call_id: null,
      title_zh: `公告${i}`,
      title_en: `Notice ${i}`,
      body_zh: "正文",
      body_en: "Text",
      published_at: at(i - 23),
    }));
    await db.write((trx) => trx.insertInto("notice").values(rows).execute());
    const first = await listNotices(as(anonymous));
    expect(first.notices).toHaveLength(20);
    expect(first.notices[0]?.title.zh).toBe("公告23");
    const second = await listNotices(as(anonymous), first.next);
    expect(second.notices.map(({ title }) => title.zh)).toEqual(["公告3", "公告2", "公告1", "公告0"]);
    expect(second.next).toBeUndefined();
    expect(await findNotice(as(anonymous), rows[24]!.id)).toBeUndefined();
    expect((await findNotice(as(anonymous), rows[0]!.id))?.title.en).toBe("Notice 0");
  });
});
