import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PersonActor, system } from "#app/domain/accounts/actor.ts";
import type { CallDocument, CallGroup } from "#app/domain/calls/call-document.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { extendCall } from "#app/features/calls/office/extend-call.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { chooseForm } from "#app/features/calls/writing/choose-form.ts";
import { createCall } from "#app/features/calls/writing/create-call.ts";
import { type CallInWriting, findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { exportedCall, importCallDocument } from "#app/features/calls/writing/import-call-document.ts";
import {
  listCallDraftChanges,
  listCallVersions,
  listFormChoices,
} from "#app/features/calls/writing/list-call-history.ts";
import { publishCallDraft } from "#app/features/calls/writing/publish-call-draft.ts";
import { saveCallGroup } from "#app/features/calls/writing/save-call-group.ts";
import { withdrawCall } from "#app/features/calls/writing/withdraw-call.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

const both = (text: string) => ({ zh: `${text}（中）`, en: text });
const reason = "指南中的电话号码有误，现予更正。";
const notice = {
  titleZh: "撤回公告",
  titleEn: "Withdrawn",
  bodyZh: "专题撤回。",
  bodyEn: "It is withdrawn.",
};

describe.each(DIALECTS)("calls in writing on %s", (dialect) => {
  let portal: TestPortal;
  const people: Record<string, PersonActor> = {};
  let serial = 20;

  beforeAll(async () => {
    portal = await testPortal(dialect);
    const times = { C5: { opensAt: "2026-11-01T00:00:00.000Z", closesAt: null } };
    await installProgramme(portal.ctx(system), programmeYear, fundProgramme, times);
    for (const role of ["officer", "administrator", "auditor", "committee_member"] as const)
      people[role] = (await addStaff(portal, `${role}@fund.example`, role)).actor;
    people["second"] = (await addStaff(portal, "second@fund.example", "administrator")).actor;
  });
  afterAll(() => portal.destroy());

  const as = (role: string) => portal.ctx(people[role]!);
  const idOf = async (code: string) =>
    (await listCallsForOffice(as("officer"))).find((call) => call.code === code)!.id;
  const writing = async (callId: string): Promise<CallInWriting> =>
    (await findCallInWriting(as("auditor"), callId))!;

  async function save<G extends CallGroup>(
    callId: string,
    group: G,
    change: (value: CallDocument[G]) => CallDocument[G],
    role = "administrator",
    base?: number,
  ) {
    const now = await writing(callId);
    return saveCallGroup(as(role), {
      ...{ callId, group, base: base ?? now.groups[group]?.n ?? 0 },
      value: change(now.document[group]),
    });
  }
  async function publish(callId: string, more: Partial<Parameters<typeof publishCallDraft>[1]> = {}) {
    const { call, draftVersion } = await writing(callId);
    const versions = { draftVersion, callVersion: call.version };
    return publishCallDraft(as("administrator"), { callId, ...versions, reason: "", ...more });
  }
  async function clone(from: string | null = "C5") {
    const created = await createCall(as("administrator"), {
      ...{ code: `C${(serial += 1)}`, year: 2026, title: both("A new call") },
      from: from === null ? null : await idOf(from),
    });
    if (!created.ok) return expect.fail(created.reason);
    return created.callId;
  }
  const schedule = (callId: string, opensAt = "2026-12-01T09:00", closesAt = "2027-01-15T17:00") =>
    save(callId, "times", () => ({ opensAt, closesAt, resultsOn: "" }));

  it("are written by administrators, read by officers and auditors, and nobody else's", async () => {
    const callId = await idOf("C7");
    expect(await findCallInWriting(as("committee_member"), callId)).toBeUndefined();
    expect(await listCallDraftChanges(as("committee_member"), callId)).toEqual([]);
    for (const role of ["officer", "auditor", "committee_member"]) {
      expect(await save(callId, "contact", (contact) => ({ ...contact, phone: "1" }), role)).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      const input = { code: "C99", year: 2026, title: both("x"), from: null };
      expect(await createCall(as(role), input)).toEqual({ ok: false, reason: "not_allowed" });
      expect(await publishCallDraft(as(role), { callId, draftVersion: 0, callVersion: 1, reason })).toEqual({
        ok: false,
        reason: "not_allowed",
      });
    }
  });

  it("begin as every call of the programme stands, without a difference or a problem of their own", async () => {
    for (const { id } of await listCallsForOffice(as("officer"))) {
      const { changes, problems } = await writing(id);
      expect(changes).toEqual([]);
      expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    }
  });

  describe("of one administrator beside another", () => {
    let callId: string;
    beforeEach(async () => {
      callId = await clone();
    });

    it("merge where the groups differ", async () => {
      const contact = (await writing(callId)).document.contact;
      const about = (await writing(callId)).document.about;
      const one = { callId, group: "contact" as const, base: 0, value: { ...contact, phone: "0351-111" } };
      const two = { callId, group: "about" as const, base: 0, value: { ...about, summary: both("New") } };
      expect(await saveCallGroup(as("administrator"), one)).toMatchObject({ ok: true, version: 2 });
      expect(await saveCallGroup(as("second"), two)).toMatchObject({ ok: true, version: 3 });
      const { document, groups } = await writing(callId);
      expect([document.contact.phone, document.about.summary.en]).toEqual(["0351-111", "New"]);
      expect(groups).toMatchObject({ contact: { n: 2 }, about: { n: 3 } });
    });

    it("are told with both texts where it is the same group, and nothing is overwritten", async () => {
      await save(callId, "contact", (contact) => ({ ...contact, phone: "0351-111" }));
      const late = await save(callId, "contact", (c) => ({ ...c, phone: "0351-222" }), "second", 0);
      expect(late).toMatchObject({ ok: false, reason: "stale", n: 2, standing: { phone: "0351-111" } });
      expect((await writing(callId)).document.contact.phone).toBe("0351-111");
      expect(await save(callId, "contact", (c) => ({ ...c, phone: "0351-222" }), "second", 2)).toMatchObject({
        ok: true,
      });
      const [latest, first] = await listCallDraftChanges(as("officer"), callId);
      expect(latest!.changes).toEqual([
        { group: "contact", path: "phone", before: "0351-111", after: "0351-222" },
      ]);
      expect(first!.changes).toHaveLength(1);
    });
  });

  it("are the office's alone until published, then open by themselves at their time", async () => {
    const callId = await clone();
    const { code } = (await writing(callId)).call;
    expect(await findCallPage(as("officer"), code)).toBeUndefined();
    expect((await listCalls(as("officer"))).some((call) => call.id === callId)).toBe(false);
    await schedule(callId);
    expect(await publish(callId, { draftVersion: 1 })).toEqual({ ok: false, reason: "stale" });
    expect(await publish(callId)).toEqual({ ok: true, version: { major: 1, minor: 0 } });
    expect(await findCallPage(as("officer"), code)).toMatchObject({
      state: "not_open",
      opensAt: "2026-12-01T01:00:00.000Z",
      closesAt: "2027-01-15T09:00:00.000Z",
      title: both("A new call"),
    });
    const later = { ...as("officer"), now: new Date("2026-12-01T01:00:00.000Z") };
    expect(await findCallPage(later, code)).toMatchObject({ state: "open" });
    expect(await publish(callId)).toEqual({ ok: false, reason: "nothing" });
    const types = (await portal.events()).filter((event) => event.call_id === callId).map(({ type }) => type);
    expect(types).toEqual(["call.created", "call_draft.changed", "call.content_published", "call.opened"]);
  });

  it("are cloned with their form and rubric under their own code", async () => {
    const callId = await clone();
    const { call, document, sections } = await writing(callId);
    const source = await writing(await idOf("C5"));
    expect(sections).toBe(source.sections);
    expect(document.eligibility).toEqual(source.document.eligibility);
    expect(document.times).toEqual({ opensAt: "", closesAt: "", resultsOn: "" });
    const [form] = await listFormChoices(as("officer"), call.code);
    expect(form).toMatchObject({ id: call.formVersionId, version: 1 });
    await schedule(callId);
    await publish(callId);
    const stored = await portal.db.read
      .selectFrom("call")
      .innerJoin("rubric_version as r", "r.id", "call.rubric_version_id")
      .select(["r.code", "r.definition"])
      .where("call.id", "=", callId)
      .executeTakeFirstOrThrow();
    expect(stored.code).toBe(call.code);
    expect(JSON.parse(stored.definition)).toMatchObject({ code: call.code, version: 1 });
  });

  it("from nothing name what is missing, and are published once it is there", async () => {
    const callId = await clone(null);
    const { problems } = await writing(callId);
    expect(problems).toEqual(
      expect.arrayContaining([
        { level: "error", group: "about", path: "summary.zh", code: "empty" },
        { level: "error", group: "about", path: "fit", code: "none" },
        { level: "error", group: "rubric", path: "criteria.0.weight", code: "weights", detail: "0" },
        { level: "warning", group: "form", path: "", code: "no_form" },
      ]),
    );
    expect(await publish(callId)).toEqual({ ok: false, reason: "problems" });
    const { document } = await writing(await idOf("C5"));
    for (const group of ["about", "support", "eligibility", "documents", "rubric", "contact"] as const)
      await save(callId, group, () => document[group] as never);
    expect(await publish(callId)).toMatchObject({ ok: true });
    // Announced without a form; it cannot open without one.
    await schedule(callId);
    expect((await writing(callId)).problems).toEqual(
      expect.arrayContaining([{ level: "error", group: "form", path: "", code: "no_form" }]),
    );
    expect(await publish(callId)).toEqual({ ok: false, reason: "problems" });
  });

  it("refuse codes, years and titles that cannot be", async () => {
    const create = (more: object) =>
      createCall(as("administrator"), { code: "C98", year: 2026, title: both("x"), from: null, ...more });
    expect(await create({ code: "D1" })).toEqual({ ok: false, reason: "code" });
    expect(await create({ year: 1999 })).toEqual({ ok: false, reason: "year" });
    expect(await create({ code: "C5" })).toEqual({ ok: false, reason: "taken" });
    expect(await create({ title: { zh: "只有中文", en: " " } })).toEqual({ ok: false, reason: "title" });
    expect(await create({ from: "none" })).toEqual({ ok: false, reason: "from" });
  });

  it("once open take corrections of texts alone, each a minor version with its difference", async () => {
    const callId = await clone();
    await schedule(callId, "2026-11-20T09:00");
    expect(await publish(callId)).toMatchObject({ ok: true });
    expect((await writing(callId)).opened).toBe(true);
    const frozen = { ok: false, reason: "frozen" };
    expect(await save(callId, "rubric", (r) => ({ ...r, shortlist: "71" }))).toEqual(frozen);
    expect(await schedule(callId, "2026-11-20T09:00", "2028-01-15T17:00")).toEqual(frozen);
    expect(await save(callId, "support", (s) => ({ ...s, maximumFen: 1 }))).toEqual(frozen);
    expect(await save(callId, "eligibility", (e) => ({ questions: e.questions.slice(1) }))).toEqual(frozen);
    expect(await save(callId, "contact", (c) => ({ ...c, phone: "0351-333" }))).toMatchObject({ ok: true });
    expect(await publish(callId)).toEqual({ ok: false, reason: "reason" });
    expect(await publish(callId, { reason })).toEqual({ ok: true, version: { major: 1, minor: 1 } });
    const [correction] = await listCallVersions(as("auditor"), callId);
    expect(correction).toMatchObject({
      ...{ major: 1, minor: 1, reason },
      changes: [{ group: "contact", path: "phone", after: "0351-333" }],
    });
    const [event] = (await portal.events()).filter(
      ({ call_id, type }) => call_id === callId && type === "call.corrected",
    );
    expect(JSON.parse(event!.data)).toEqual({ version: "1.1", places: ["contact.phone"], reason });
    const page = await findCallPage(as("officer"), (await writing(callId)).call.code);
    expect(page).toMatchObject({ amended: { version: "1.1" }, content: { contact: { phone: "0351-333" } } });
  });

  it("keep an extension as a minor version and do not set it back", async () => {
    const callId = await clone();
    await schedule(callId, "2026-11-20T09:00");
    await publish(callId);
    const { call } = await writing(callId);
    const closesAt = new Date("2027-02-15T09:00:00.000Z");
    expect(
      await extendCall(as("officer"), { callId, version: call.version, closesAt, reason, notice }),
    ).toEqual({ ok: true });
    expect((await listCallVersions(as("officer"), callId))[0]).toMatchObject({
      ...{ major: 1, minor: 1, reason },
      changes: [{ group: "times", path: "closesAt", before: "2027-01-15T17:00", after: "2027-02-15T17:00" }],
    });
    await save(callId, "contact", (c) => ({ ...c, phone: "0351-444" }));
    expect(await publish(callId, { reason })).toMatchObject({ ok: true });
    expect((await writing(callId)).call.closesAt).toBe(closesAt.toISOString());
  });

  it("follow times that the office set, so that publishing does not set them back", async () => {
    const callId = await clone();
    await schedule(callId);
    await publish(callId);
    const { call } = await writing(callId);
    const times = { opensAt: new Date("2026-12-08T01:00:00Z"), closesAt: new Date("2027-03-15T09:00:00Z") };
    expect(await scheduleCall(as("officer"), { callId, version: call.version, ...times })).toEqual({
      ok: true,
    });
    const after = await writing(callId);
    expect(after.document.times.opensAt).toBe("2026-12-08T09:00");
    expect(after.changes).toEqual([]);
    const unlisted = await clone();
    expect(await scheduleCall(as("officer"), { callId: unlisted, version: 1, ...times })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
  });

  it("carry over as JSON, with the difference shown first", async () => {
    const callId = await clone();
    const { document, call } = await writing(callId);
    const json = exportedCall(call, { ...document, contact: { ...document.contact, phone: "0351-555" } });
    const dry = await importCallDocument(as("administrator"), { callId, json, draftVersion: undefined });
    expect(dry).toMatchObject({
      ...{ ok: true, written: false, draftVersion: 1 },
      changes: [{ group: "contact", path: "phone", after: "0351-555" }],
    });
    expect((await writing(callId)).draftVersion).toBe(1);
    expect(await importCallDocument(as("second"), { callId, json, draftVersion: 0 })).toMatchObject({
      reason: "stale",
    });
    expect(await importCallDocument(as("second"), { callId, json, draftVersion: 1 })).toMatchObject({
      written: true,
    });
    expect((await writing(callId)).document.contact.phone).toBe("0351-555");
    const read = (text: string) =>
      importCallDocument(as("administrator"), { callId, json: text, draftVersion: undefined });
    expect(await read("{")).toEqual({ ok: false, reason: "json" });
    expect(await read("{}")).toEqual({ ok: false, reason: "shape", place: "format" });
    expect(await read(json.replace('"0351-555"', "5"))).toEqual({
      ...{ ok: false, reason: "shape" },
      place: "document.contact.phone",
    });
  });

  it("are withdrawn before opening, with a reason and a notice, and can come back", async () => {
    const callId = await clone();
    await schedule(callId);
    await publish(callId);
    const { code, version } = (await writing(callId)).call;
    const withdraw = (more: object = {}) =>
      withdrawCall(as("administrator"), { callId, version, reason, notice, ...more });
    expect(await withdraw({ reason: "" })).toEqual({ ok: false, reason: "reason" });
    expect(await withdraw({ notice: { ...notice, bodyEn: "" } })).toEqual({ ok: false, reason: "notice" });
    expect(await withdraw()).toEqual({ ok: true });
    const later = { ...as("officer"), now: new Date("2026-12-02T00:00:00.000Z") };
    expect(await findCallPage(later, code)).toBeUndefined();
    expect((await listCallsForOffice(later)).find(({ id }) => id === callId)).toMatchObject({
      state: "not_open",
      listed: false,
    });
    expect(await publish(callId)).toEqual({ ok: true, version: { major: 2, minor: 0 } });
    expect(await findCallPage(as("officer"), code)).toMatchObject({ opensAt: "2026-12-01T01:00:00.000Z" });
    const open = await idOf("C5");
    const { call } = await writing(open);
    expect(
      await withdrawCall(as("administrator"), { callId: open, version: call.version, reason, notice }),
    ).toEqual({ ok: false, reason: "wrong_state" });
  });

  it("use another version of their own form until they open", async () => {
    const callId = await clone();
    const { call } = await writing(callId);
    const choose = (formVersionId: string, version = call.version) =>
      chooseForm(as("administrator"), { callId, version, formVersionId });
    const foreign = (await listFormChoices(as("officer"), "C5"))[0]!.id;
    expect(await choose(foreign)).toEqual({ ok: false, reason: "form" });
    expect(await choose(call.formVersionId!, 99)).toEqual({ ok: false, reason: "stale" });
    expect(await choose(call.formVersionId!)).toEqual({ ok: true });
    const open = (await writing(await idOf("C5"))).call;
    expect(
      await chooseForm(as("administrator"), {
        ...{ callId: open.id, version: open.version, formVersionId: foreign },
      }),
    ).toEqual({ ok: false, reason: "opened" });
  });

  it("are left alone when the programme is installed again", async () => {
    const callId = await idOf("C8");
    await save(callId, "contact", (c) => ({ ...c, phone: "0351-888" }));
    expect(await publish(callId)).toMatchObject({ version: { major: 2, minor: 0 } });
    await installProgramme(portal.ctx(system), programmeYear, fundProgramme);
    expect((await findCallPage(as("officer"), "C8"))!.content.contact.phone).toBe("0351-888");
    expect(await listCallVersions(as("officer"), callId)).toMatchObject([{ major: 2 }, { major: 1, by: "" }]);
  });
});
