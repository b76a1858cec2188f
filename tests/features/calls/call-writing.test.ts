import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aggregateScores, type SheetScores } from "#app/domain/reviews/aggregate-scores.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { createCall } from "#app/features/calls/writing/create-call.ts";
import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { exportedCall, importCallDocument } from "#app/features/calls/writing/import-call-document.ts";
import { listCallDraftChanges, listFormChoices } from "#app/features/calls/writing/list-call-history.ts";
import { publishCallDraft } from "#app/features/calls/writing/publish-call-draft.ts";
import { saveCallGroup } from "#app/features/calls/writing/save-call-group.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { both, reason, type WritingOffice, writingOffice } from "./writing-office.ts";

describe.each(DIALECTS)("calls in writing on %s", (dialect) => {
  let office: WritingOffice;
  beforeAll(async () => {
    office = await writingOffice(dialect);
  });
  afterAll(() => office.portal.destroy());

  it("are written by administrators, read by officers and auditors, and nobody else's", async () => {
    const callId = await office.idOf("C7");
    expect(await findCallInWriting(office.as("committee_member"), callId)).toBeUndefined();
    expect(await listCallDraftChanges(office.as("committee_member"), callId)).toEqual([]);
    for (const role of ["officer", "auditor", "committee_member"] as const) {
      expect(await office.save(callId, "contact", (contact) => ({ ...contact, phone: "1" }), role)).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      const input = { code: "C99", year: 2026, title: both("x"), from: null };
      expect(await createCall(office.as(role), input)).toEqual({ ok: false, reason: "not_allowed" });
      expect(
        await publishCallDraft(office.as(role), { callId, draftVersion: 0, callVersion: 1, reason }),
      ).toEqual({
        ok: false,
        reason: "not_allowed",
      });
    }
  });

  it("begin as every call of the programme stands, without a difference or a problem of their own", async () => {
    for (const { id } of await listCallsForOffice(office.as("officer"))) {
      const { changes, problems } = await office.writing(id);
      expect(changes).toEqual([]);
      expect(problems.filter(({ level }) => level === "error")).toEqual([]);
    }
  });

  describe("of one administrator beside another", () => {
    let callId: string;
    beforeEach(async () => {
      callId = await office.clone();
    });

    it("merge where the groups differ", async () => {
      const contact = (await office.writing(callId)).document.contact;
      const about = (await office.writing(callId)).document.about;
      const one = { callId, group: "contact" as const, base: 0, value: { ...contact, phone: "0351-111" } };
      const two = { callId, group: "about" as const, base: 0, value: { ...about, summary: both("New") } };
      expect(await saveCallGroup(office.as("administrator"), one)).toMatchObject({ ok: true, version: 2 });
      expect(await saveCallGroup(office.as("second"), two)).toMatchObject({ ok: true, version: 3 });
      const { document, groups } = await office.writing(callId);
      expect([document.contact.phone, document.about.summary.en]).toEqual(["0351-111", "New"]);
      expect(groups).toMatchObject({ contact: { n: 2 }, about: { n: 3 } });
    });

    it("are told with both texts where it is the same group, and nothing is overwritten", async () => {
      await office.save(callId, "contact", (contact) => ({ ...contact, phone: "0351-111" }));
      const late = await office.save(callId, "contact", (c) => ({ ...c, phone: "0351-222" }), "second", 0);
      expect(late).toMatchObject({ ok: false, reason: "stale", n: 2, standing: { phone: "0351-111" } });
      expect((await office.writing(callId)).document.contact.phone).toBe("0351-111");
      expect(
        await office.save(callId, "contact", (c) => ({ ...c, phone: "0351-222" }), "second", 2),
      ).toMatchObject({
        ok: true,
      });
      const [latest, first] = await listCallDraftChanges(office.as("officer"), callId);
      expect(latest!.changes).toEqual([
        { group: "contact", path: "phone", before: "0351-111", after: "0351-222" },
      ]);
      expect(first!.changes).toHaveLength(1);
    });
  });

  it("are the office's alone until published, then open by themselves at their time", async () => {
    const callId = await office.clone();
    const { code } = (await office.writing(callId)).call;
    expect(await findCallPage(office.as("officer"), code)).toBeUndefined();
    expect((await listCalls(office.as("officer"))).some((call) => call.id === callId)).toBe(false);
    await office.schedule(callId);
    expect(await office.publish(callId, { draftVersion: 1 })).toEqual({ ok: false, reason: "stale" });
    expect(await office.publish(callId)).toEqual({ ok: true, version: { major: 1, minor: 0 } });
    expect(await findCallPage(office.as("officer"), code)).toMatchObject({
      state: "not_open",
      opensAt: "2026-12-01T01:00:00.000Z",
      closesAt: "2027-01-15T09:00:00.000Z",
      title: both("A new call"),
    });
    const later = { ...office.as("officer"), now: new Date("2026-12-01T01:00:00.000Z") };
    expect(await findCallPage(later, code)).toMatchObject({ state: "open" });
    expect(await office.publish(callId)).toEqual({ ok: false, reason: "nothing" });
    const types = (await office.portal.events())
      .filter((event) => event.call_id === callId)
      .map(({ type }) => type);
    expect(types).toEqual(["call.created", "call_draft.changed", "call.content_published", "call.opened"]);
  });

  it("are cloned with their form and rubric under their own code", async () => {
    const callId = await office.clone();
    const { call, document, sections } = await office.writing(callId);
    const source = await office.writing(await office.idOf("C5"));
    expect(sections).toBe(source.sections);
    expect(document.eligibility).toEqual(source.document.eligibility);
    expect(document.times).toEqual({ opensAt: "", closesAt: "", resultsOn: "" });
    const [form] = await listFormChoices(office.as("officer"), call.code);
    expect(form).toMatchObject({ id: call.formVersionId, version: 1 });
    await office.schedule(callId);
    await office.publish(callId);
    const stored = await office.portal.db.read
      .selectFrom("call")
      .innerJoin("rubric_version as r", "r.id", "call.rubric_version_id")
      .select(["r.code", "r.definition"])
      .where("call.id", "=", callId)
      .executeTakeFirstOrThrow();
    expect(stored.code).toBe(call.code);
    expect(JSON.parse(stored.definition)).toMatchObject({ code: call.code, version: 1 });
  });

  it("keep what they want of reviewers and amounts where lists and checks find it", async () => {
    const callId = await office.clone();
    await office.schedule(callId);
    const limits = () =>
      office.portal.db.read
        .selectFrom("call")
        .select(["wanted_reviewers", "minimum_fen", "maximum_fen"])
        .where("id", "=", callId)
        .executeTakeFirst();
    await office.publish(callId);
    expect(await limits()).toEqual({ wanted_reviewers: 5, minimum_fen: null, maximum_fen: null });
    await office.save(callId, "reviewers", (wanted) => ({ ...wanted, total: "7", technology: "4" }));
    await office.save(callId, "support", (support) => ({
      ...support,
      ...{ minimumFen: 500_000_000, maximumFen: 3_000_000_000 },
    }));
    expect(await office.publish(callId)).toMatchObject({ ok: true });
    expect(await limits()).toEqual({
      ...{ wanted_reviewers: 7, minimum_fen: 500_000_000, maximum_fen: 3_000_000_000 },
    });
  });

  it("rank by the floor of criteria that they were given", async () => {
    const callId = await office.clone();
    await office.schedule(callId);
    const outcome = async () => {
      await office.publish(callId);
      const stored = await office.portal.db.read
        .selectFrom("call")
        .select("rubric_version_id as id")
        .where("id", "=", callId)
        .executeTakeFirstOrThrow();
      const rubric = await rubricOfVersion(office.portal.db.read, stored.id!);
      const scores = Object.fromEntries(
        rubric.criteria.map(({ key }) => [key, "4"]),
      ) as SheetScores["scores"];
      const sheet = { scores: { ...scores, K7: "3.5" }, advice: "recommend", inScope: true } as const;
      const sum = aggregateScores(rubric, [sheet, sheet, sheet]);
      return [sum.outcome, sum.belowFloor];
    };
    expect(await outcome()).toEqual(["shortlist", []]);
    await office.save(callId, "rubric", (rubric) => ({ ...rubric, criterionMean: "4" }));
    expect(await outcome()).toEqual(["reserve", ["K7"]]);
    const own = (floors: Record<string, string>) =>
      office.save(callId, "rubric", (rubric) => ({
        ...rubric,
        criterionMean: "3",
        criteria: rubric.criteria.map((each) => ({ ...each, floor: floors[each.key] ?? "" })),
      }));
    await own({ K2: "4.5", K7: "3.5" });
    expect(await outcome()).toEqual(["reserve", ["K2"]]);
    await own({});
    expect(await outcome()).toEqual(["shortlist", []]);
  });

  it("keep every version of their scoring rules: the same rules are the same version again", async () => {
    const callId = await office.clone();
    await office.schedule(callId);
    const versions = async () => {
      const { code } = (await office.writing(callId)).call;
      const rows = await office.portal.db.read
        .selectFrom("rubric_version")
        .select(["version", "definition"])
        .where("code", "=", code)
        .orderBy("version")
        .execute();
      return rows.map(({ definition }) => JSON.parse(definition) as Rubric);
    };
    await office.publish(callId);
    const [first] = await versions();
    expect(first!.criteria.every((criterion) => !("floor" in criterion))).toBe(true);
    await office.save(callId, "rubric", (rubric) => ({
      ...rubric,
      commentMinimum: "50",
      opposedAdvice: "3",
    }));
    expect(await office.publish(callId)).toMatchObject({ ok: true });
    await office.save(callId, "rubric", (rubric) => ({
      ...rubric,
      commentMinimum: "30",
      opposedAdvice: "2",
    }));
    expect(await office.publish(callId)).toMatchObject({ ok: true });
    const all = await versions();
    expect(all.map(({ comments, moderation }) => [comments.minimum, moderation.opposedAdvice])).toEqual([
      [30, 2],
      [50, 3],
    ]);
    expect(all[0]).toEqual(first);
  });

  it("from before comment rules were written in the browser have the usual ones", async () => {
    const callId = await office.clone();
    await office.save(callId, "contact", (contact) => ({ ...contact, phone: "1" }));
    const { document } = await office.writing(callId);
    const { title, criteria, anchors, shortlist, reserve, criterionMean, tieBreak } = document.rubric;
    const before = {
      ...{ title, anchors, shortlist, reserve, criterionMean, tieBreak },
      criteria: criteria.map(({ floor: _floor, ...criterion }) => criterion),
    };
    await office.portal.db.write((trx) =>
      trx
        .updateTable("call_draft")
        .set({ document: JSON.stringify({ ...document, rubric: before }) })
        .where("call_id", "=", callId)
        .execute(),
    );
    expect((await office.writing(callId)).document).toEqual(document);
  });

  it("from nothing name what is missing, and are published once it is there", async () => {
    const callId = await office.clone(null);
    const { problems } = await office.writing(callId);
    expect(problems).toEqual(
      expect.arrayContaining([
        { level: "error", group: "about", path: "summary.zh", code: "empty" },
        { level: "error", group: "about", path: "fit", code: "none" },
        { level: "error", group: "rubric", path: "criteria.0.weight", code: "weights", detail: "0" },
        { level: "warning", group: "form", path: "", code: "no_form" },
      ]),
    );
    expect(await office.publish(callId)).toEqual({ ok: false, reason: "problems" });
    const { document } = await office.writing(await office.idOf("C5"));
    for (const group of ["about", "support", "eligibility", "documents", "rubric", "contact"] as const)
      await office.save(callId, group, () => document[group] as never);
    expect(await office.publish(callId)).toMatchObject({ ok: true });
    // Announced without a form; it cannot open without one.
    await office.schedule(callId);
    expect((await office.writing(callId)).problems).toEqual(
      expect.arrayContaining([{ level: "error", group: "form", path: "", code: "no_form" }]),
    );
    expect(await office.publish(callId)).toEqual({ ok: false, reason: "problems" });
  });

  it("refuse codes, years and titles that cannot be", async () => {
    const create = (more: object) =>
      createCall(office.as("administrator"), {
        code: "C98",
        year: 2026,
        title: both("x"),
        from: null,
        ...more,
      });
    expect(await create({ code: "D1" })).toEqual({ ok: false, reason: "code" });
    expect(await create({ year: 1999 })).toEqual({ ok: false, reason: "year" });
    expect(await create({ code: "C5" })).toEqual({ ok: false, reason: "taken" });
    expect(await create({ title: { zh: "只有中文", en: " " } })).toEqual({ ok: false, reason: "title" });
    expect(await create({ from: "none" })).toEqual({ ok: false, reason: "from" });
  });

  it("carry over as JSON, with the difference shown first", async () => {
    const callId = await office.clone();
    const { document, call } = await office.writing(callId);
    const json = exportedCall(call, { ...document, contact: { ...document.contact, phone: "0351-555" } });
    const dry = await importCallDocument(office.as("administrator"), {
      callId,
      json,
      draftVersion: undefined,
    });
    expect(dry).toMatchObject({
      ...{ ok: true, written: false, draftVersion: 1 },
      changes: [{ group: "contact", path: "phone", after: "0351-555" }],
    });
    expect((await office.writing(callId)).draftVersion).toBe(1);
    expect(await importCallDocument(office.as("second"), { callId, json, draftVersion: 0 })).toMatchObject({
      reason: "stale",
    });
    expect(await importCallDocument(office.as("second"), { callId, json, draftVersion: 1 })).toMatchObject({
      written: true,
    });
    expect((await office.writing(callId)).document.contact.phone).toBe("0351-555");
    const read = (text: string) =>
      importCallDocument(office.as("administrator"), { callId, json: text, draftVersion: undefined });
    expect(await read("{")).toEqual({ ok: false, reason: "json" });
    expect(await read("{}")).toEqual({ ok: false, reason: "shape", place: "format" });
    expect(await read(json.replace('"0351-555"', "5"))).toEqual({
      ...{ ok: false, reason: "shape" },
      place: "document.contact.phone",
    });
  });
});
