import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { extendCall } from "#app/features/calls/office/extend-call.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { chooseForm } from "#app/features/calls/writing/choose-form.ts";
import { listCallVersions, listFormChoices } from "#app/features/calls/writing/list-call-history.ts";
import { withdrawCall } from "#app/features/calls/writing/withdraw-call.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { notice, reason, type WritingOffice, writingOffice } from "./writing-office.ts";

describe.each(DIALECTS)("calls after they were published on %s", (dialect) => {
  let office: WritingOffice;
  beforeAll(async () => {
    office = await writingOffice(dialect);
  });
  afterAll(() => office.portal.destroy());

  it("once open take corrections of texts alone, each a minor version with its difference", async () => {
    const callId = await office.clone();
    await office.schedule(callId, "2026-11-20T09:00");
    expect(await office.publish(callId)).toMatchObject({ ok: true });
    expect((await office.writing(callId)).opened).toBe(true);
    const frozen = { ok: false, reason: "frozen" };
    expect(await office.save(callId, "rubric", (r) => ({ ...r, shortlist: "71" }))).toEqual(frozen);
    expect(await office.schedule(callId, "2026-11-20T09:00", "2028-01-15T17:00")).toEqual(frozen);
    expect(await office.save(callId, "support", (s) => ({ ...s, maximumFen: 1 }))).toEqual(frozen);
    expect(await office.save(callId, "eligibility", (e) => ({ questions: e.questions.slice(1) }))).toEqual(
      frozen,
    );
    expect(await office.save(callId, "contact", (c) => ({ ...c, phone: "0351-333" }))).toMatchObject({
      ok: true,
    });
    expect(await office.publish(callId)).toEqual({ ok: false, reason: "reason" });
    expect(await office.publish(callId, { reason })).toEqual({ ok: true, version: { major: 1, minor: 1 } });
    const [correction] = await listCallVersions(office.as("auditor"), callId);
    expect(correction).toMatchObject({
      ...{ major: 1, minor: 1, reason },
      changes: [{ group: "contact", path: "phone", after: "0351-333" }],
    });
    const [event] = (await office.portal.events()).filter(
      ({ call_id, type }) => call_id === callId && type === "call.corrected",
    );
    expect(JSON.parse(event!.data)).toEqual({ version: "1.1", places: ["contact.phone"], reason });
    const page = await findCallPage(office.as("officer"), (await office.writing(callId)).call.code);
    expect(page).toMatchObject({ amended: { version: "1.1" }, content: { contact: { phone: "0351-333" } } });
  });

  it("keep an extension as a minor version and do not set it back", async () => {
    const callId = await office.clone();
    await office.schedule(callId, "2026-11-20T09:00");
    await office.publish(callId);
    const { call } = await office.writing(callId);
    const closesAt = new Date("2027-02-15T09:00:00.000Z");
    expect(
      await extendCall(office.as("officer"), { callId, version: call.version, closesAt, reason, notice }),
    ).toEqual({ ok: true });
    expect((await listCallVersions(office.as("officer"), callId))[0]).toMatchObject({
      ...{ major: 1, minor: 1, reason },
      changes: [{ group: "times", path: "closesAt", before: "2027-01-15T17:00", after: "2027-02-15T17:00" }],
    });
    await office.save(callId, "contact", (c) => ({ ...c, phone: "0351-444" }));
    expect(await office.publish(callId, { reason })).toMatchObject({ ok: true });
    expect((await office.writing(callId)).call.closesAt).toBe(closesAt.toISOString());
  });

  it("follow times that the office set, so that publishing does not set them back", async () => {
    const callId = await office.clone();
    await office.schedule(callId);
    await office.publish(callId);
    const { call } = await office.writing(callId);
    const times = { opensAt: new Date("2026-12-08T01:00:00Z"), closesAt: new Date("2027-03-15T09:00:00Z") };
    expect(await scheduleCall(office.as("officer"), { callId, version: call.version, ...times })).toEqual({
      ok: true,
    });
    const after = await office.writing(callId);
    expect(after.document.times.opensAt).toBe("2026-12-08T09:00");
    expect(after.changes).toEqual([]);
    const unlisted = await office.clone();
    expect(await scheduleCall(office.as("officer"), { callId: unlisted, version: 1, ...times })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
  });

  it("are withdrawn before opening, with a reason and a notice, and can come back", async () => {
    const callId = await office.clone();
    await office.schedule(callId);
    await office.publish(callId);
    const { code, version } = (await office.writing(callId)).call;
    const withdraw = (more: object = {}) =>
      withdrawCall(office.as("administrator"), { callId, version, reason, notice, ...more });
    expect(await withdraw({ reason: "" })).toEqual({ ok: false, reason: "reason" });
    expect(await withdraw({ notice: { ...notice, bodyEn: "" } })).toEqual({ ok: false, reason: "notice" });
    expect(await withdraw()).toEqual({ ok: true });
    const later = { ...office.as("officer"), now: new Date("2026-12-02T00:00:00.000Z") };
    expect(await findCallPage(later, code)).toBeUndefined();
    expect((await listCallsForOffice(later)).find(({ id }) => id === callId)).toMatchObject({
      state: "not_open",
      listed: false,
    });
    expect(await office.publish(callId)).toEqual({ ok: true, version: { major: 2, minor: 0 } });
    expect(await findCallPage(office.as("officer"), code)).toMatchObject({
      opensAt: "2026-12-01T01:00:00.000Z",
    });
    const open = await office.idOf("C5");
    const { call } = await office.writing(open);
    expect(
      await withdrawCall(office.as("administrator"), { callId: open, version: call.version, reason, notice }),
    ).toEqual({ ok: false, reason: "wrong_state" });
  });

  it("use another version of their own form until they open", async () => {
    const callId = await office.clone();
    const { call } = await office.writing(callId);
    const choose = (formVersionId: string, version = call.version) =>
      chooseForm(office.as("administrator"), { callId, version, formVersionId });
    const foreign = (await listFormChoices(office.as("officer"), "C5"))[0]!.id;
    expect(await choose(foreign)).toEqual({ ok: false, reason: "form" });
    expect(await choose(call.formVersionId!, 99)).toEqual({ ok: false, reason: "stale" });
    expect(await choose(call.formVersionId!)).toEqual({ ok: true });
    const open = (await office.writing(await office.idOf("C5"))).call;
    expect(
      await chooseForm(office.as("administrator"), {
        ...{ callId: open.id, version: open.version, formVersionId: foreign },
      }),
    ).toEqual({ ok: false, reason: "opened" });
  });

  it("are left alone when the programme is installed again", async () => {
    const callId = await office.idOf("C8");
    await office.save(callId, "contact", (c) => ({ ...c, phone: "0351-888" }));
    expect(await office.publish(callId)).toMatchObject({ version: { major: 2, minor: 0 } });
    await installProgramme(office.portal.ctx(system), programmeYear, fundProgramme);
    expect((await findCallPage(office.as("officer"), "C8"))!.content.contact.phone).toBe("0351-888");
    expect(await listCallVersions(office.as("officer"), callId)).toMatchObject([
      { major: 2 },
      { major: 1, by: "" },
    ]);
  });
});
