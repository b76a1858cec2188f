import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { checkApplication } from "#app/domain/forms/check-answers.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listSubmissions } from "#app/features/applications/list-submissions.ts";
import { listTimeline } from "#app/features/applications/list-timeline.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { submitApplication } from "#app/features/applications/submit-application.ts";
import { withdrawApplication } from "#app/features/applications/withdraw-application.ts";
import { issueSentence } from "#app/i18n/messages/form-issues.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { closesAt, declared, type FilingCompany, filingCompany, opensAt, set } from "./filing-company.ts";

const elsewhere = ["140900", "原平市", "示例大街18号"];

describe.each(DIALECTS)("submitting on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  beforeAll(async () => {
    world = await filingCompany(dialect);
    officer = (await addStaff(world.portal, "officer@example.com", "officer")).actor;
  });
  afterAll(() => world.portal.destroy());

  const at = async <T>(iso: string, work: () => Promise<T>): Promise<T> => {
    const before = world.portal.now;
    world.portal.now = new Date(iso);
    try {
      return await work();
    } finally {
      world.portal.now = before;
    }
  };
  const head = async (id: string) => (await findDraft(world.portal.ctx(world.owner), id))!.head;
  const serial = async () =>
    (
      await world.portal.db.read
        .selectFrom("call")
        .select("next_serial as next")
        .where("id", "=", world.callId)
        .executeTakeFirstOrThrow()
    ).next;

  it("gives number, version, time and the hash of exactly what is kept", async () => {
    const id = await world.completed();
    const next = await serial();
    const submitted = await world.submit(id);
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const number = `SXIC-2026-C5-${String(next).padStart(4, "0")}`;
    expect(submitted.receipt).toMatchObject({
      number,
      version: 1,
      submittedAt: world.portal.now.toISOString(),
    });
    const row = await world.portal.db.read
      .selectFrom("submission")
      .selectAll()
      .where("application_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(createHash("sha256").update(row.snapshot).digest("hex")).toBe(submitted.receipt.sha256);
    const snapshot = JSON.parse(row.snapshot) as SubmissionSnapshot;
    expect(snapshot.submission).toMatchObject({
      number,
      version: 1,
      signedName: "赵敏",
      signedBy: world.owner.personId,
    });
    expect(snapshot.answers).toMatchObject({ truthful: true, total_investment: 86_000_000_000 });
    expect(
      Object.values(snapshot.files)
        .flat()
        .every((file) => /^[0-9a-f]{64}$/.test(file.sha256)),
    ).toBe(true);
    expect(await head(id)).toMatchObject({
      state: "submitted",
      number,
      currentSubmissionId: row.id,
      currentVersion: 1,
    });
    const kept = await world.portal.db.read
      .selectFrom("submission_file")
      .selectAll()
      .where("submission_id", "=", row.id)
      .execute();
    expect(kept.map((file) => file.file_id).sort()).toEqual(
      Object.values(snapshot.files)
        .flat()
        .map((file) => file.id)
        .sort(),
    );
  });

  it("answers the same key with the same receipt, and refuses it for anything else", async () => {
    const id = await world.completed();
    const input = await world.signing(id);
    const first = await submitApplication(world.portal.ctx(world.owner), input);
    world.portal.pass(5_000);
    const again = await submitApplication(world.portal.ctx(world.owner), input);
    expect(first).toMatchObject({ ok: true, repeated: false });
    expect(again).toEqual({ ...first, repeated: true });
    for (const other of [
      { ...input, signedName: "钱敏" },
      { ...input, declared: [...declared, "consent_public_notice"] },
      { ...input, applicationId: await world.completed() },
    ])
      expect(await submitApplication(world.portal.ctx(world.owner), other)).toEqual({
        ok: false,
        reason: "key_reused",
      });
    expect(await listSubmissions(world.portal.ctx(world.owner), id)).toHaveLength(1);
  });

  it("gives one receipt to a button pressed twice at the same moment", async () => {
    const id = await world.completed();
    const input = await world.signing(id);
    const results = await Promise.all(
      [1, 2, 3].map(() => submitApplication(world.portal.ctx(world.owner), input)),
    );
    const receipts = results.flatMap((result) => (result.ok ? [result.receipt] : []));
    expect(receipts).toHaveLength(3);
    expect(new Set(receipts.map((receipt) => receipt.submissionId)).size).toBe(1);
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(await listSubmissions(world.portal.ctx(world.owner), id)).toHaveLength(1);
  });

  it("numbers without gaps, also when submissions race and one of them is refused", async () => {
    const ids = [
      await world.completed(),
      await world.completed(),
      await world.completed(),
      await world.start(),
    ];
    const next = await serial();
    const results = await Promise.all(ids.map((id) => world.submit(id)));
    expect(results.at(-1)).toMatchObject({ ok: false, reason: "incomplete" });
    const numbers = results.flatMap((result) => (result.ok ? [result.receipt.number] : []));
    expect(numbers.sort()).toEqual(
      [0, 1, 2].map((step) => `SXIC-2026-C5-${String(next + step).padStart(4, "0")}`),
    );
    expect(await serial()).toBe(next + 3);
  });

  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])("%i ms from the closing time is accepted: %s", async (ms, accepted) => {
    const id = await world.completed();
    const moment = new Date(Date.parse(closesAt) + ms).toISOString();
    const result = await at(moment, () => world.submit(id));
    if (accepted) expect(result).toMatchObject({ ok: true, receipt: { submittedAt: moment } });
    else {
      expect(result).toEqual({ ok: false, reason: "closed" });
      const draft = (await findDraft(world.portal.ctx(world.owner), id))!;
      expect(draft.head).toMatchObject({ state: "draft", number: null });
      expect(draft.raw["project_name_zh"]).toBe("8英寸碳化硅功率器件生产线（一期）");
    }
  });

  it.each([
    [-1, false],
    [0, true],
  ])("%i ms from the opening time is accepted: %s", async (ms, accepted) => {
    const id = await world.completed();
    const result = await at(new Date(Date.parse(opensAt) + ms).toISOString(), () => world.submit(id));
    expect(result.ok).toBe(accepted);
  });

  it("makes version 2, and the last one submitted stands", async () => {
    const id = await world.completed();
    const first = await world.submit(id);
    if (!first.ok) throw new Error(first.reason);
    world.portal.pass(60_000);
    await saveAnswers(world.portal.ctx(world.editor), {
      applicationId: id,
      sectionKey: "filing",
      operations: [set("site_address", elsewhere, 1)],
    });
    const standing = await findSubmission(world.portal.ctx(officer), { applicationId: id });
    expect(standing).toMatchObject({
      version: 1,
      snapshot: { raw: { site_address: expect.not.arrayContaining(["原平市"]) } },
    });
    const second = await world.submit(id);
    if (!second.ok) throw new Error(second.reason);
    expect(second.receipt).toMatchObject({ number: first.receipt.number, version: 2 });
    expect(second.receipt.sha256).not.toBe(first.receipt.sha256);
    const read = (version?: number) =>
      findSubmission(world.portal.ctx(officer), { applicationId: id, ...(version ? { version } : {}) });
    expect(await read()).toMatchObject({
      version: 2,
      isCurrent: true,
      snapshot: { raw: { site_address: elsewhere } },
    });
    expect(await read(1)).toMatchObject({ version: 1, isCurrent: false, sha256: first.receipt.sha256 });
    expect((await listSubmissions(world.portal.ctx(world.viewer), id)).map((each) => each.version)).toEqual([
      2, 1,
    ]);
  });

  it("asks to look again when a colleague changed something after the page was opened", async () => {
    const id = await world.completed();
    const input = await world.signing(id);
    await saveAnswers(world.portal.ctx(world.editor), {
      applicationId: id,
      sectionKey: "filing",
      operations: [set("site_address", elsewhere, 1)],
    });
    expect(await submitApplication(world.portal.ctx(world.owner), input)).toEqual({
      ok: false,
      reason: "changed_meanwhile",
    });
    expect(await world.submit(id)).toMatchObject({ ok: true });
  });

  it("is the owner's alone, signed, declared and complete", async () => {
    const id = await world.completed();
    const input = await world.signing(id);
    const as = (actor: PersonActor, changes = {}) =>
      submitApplication(world.portal.ctx(actor), { ...input, ...changes });
    expect(await as(world.editor)).toEqual({ ok: false, reason: "not_owner" });
    expect(await as(world.viewer)).toEqual({ ok: false, reason: "not_owner" });
    expect(await as(world.stranger)).toEqual({ ok: false, reason: "not_found" });
    expect(await as(officer)).toEqual({ ok: false, reason: "not_found" });
    expect(await as(world.owner, { signedName: "  " })).toEqual({ ok: false, reason: "not_signed" });
    const undeclared = await as(world.owner, { declared: declared.slice(1) });
    expect(undeclared).toMatchObject({ ok: false, reason: "incomplete" });
    if (!undeclared.ok && undeclared.reason === "incomplete")
      expect(undeclared.issues.map((issue) => issue.path)).toEqual([declared[0]]);
    await saveAnswers(world.portal.ctx(world.owner), {
      applicationId: id,
      sectionKey: "filing",
      operations: [set("summary", "太短", 1)],
    });
    const short = await world.submit(id);
    expect(short).toMatchObject({ ok: false, reason: "incomplete", issues: [{ path: "summary" }] });
    expect(await head(id)).toMatchObject({ state: "draft", number: null });
  });

  it("asks for no less and no more than the call gives one project", async () => {
    const bounds = (minimum_fen: number | null, maximum_fen: number | null) =>
      world.portal.db.write((trx) =>
        trx.updateTable("call").set({ minimum_fen, maximum_fen }).where("id", "=", world.callId).execute(),
      );
    const id = await world.completed();
    const { amountRequestedFen } = await head(id);
    const asked = amountRequestedFen ?? 0;
    expect(asked).toBeGreaterThan(0);
    await bounds(null, asked - 1);
    expect(await world.submit(id)).toMatchObject({
      ...{ ok: false, reason: "incomplete" },
      issues: [{ path: "amount_requested", level: "error", code: "above_call" }],
    });
    await bounds(asked + 1, null);
    const draft = (await findDraft(world.portal.ctx(world.owner), id))!;
    const { issues } = checkApplication(draft.definition, draft.raw, draft.env);
    const below = issues.find(({ code }) => code === "below_call")!;
    expect(issueSentence(below, "en")).toMatch(/^In this call one project asks for at least RMB .+ Raise/);
    expect(issueSentence(below, "zh")).toMatch(/^本专题单个项目最低申请.+万元.*，请提高金额$/);
    // What is too much is still counted as what is asked for.
    expect(await head(id)).toMatchObject({ amountRequestedFen: asked });
    await bounds(asked, asked);
    expect(await world.submit(id)).toMatchObject({ ok: true });
    await bounds(null, null);
  });

  it("shows staff nothing of a draft, and what was submitted from then on", async () => {
    const id = await world.completed();
    expect(await findSubmission(world.portal.ctx(officer), { applicationId: id })).toBeUndefined();
    await world.submit(id);
    expect(await findSubmission(world.portal.ctx(officer), { applicationId: id })).toMatchObject({
      version: 1,
    });
    expect(await findSubmission(world.portal.ctx(world.stranger), { applicationId: id })).toBeUndefined();
  });

  it("puts every step on the record, readable by the company in its own part, the chain unbroken", async () => {
    const id = await world.completed();
    await world.submit(id);
    const timeline = await listTimeline(world.portal.ctx(world.viewer), id);
    expect(timeline.map((event) => event.type)).toEqual(["application.started", "application.submitted"]);
    expect(timeline[1]).toMatchObject({
      actorName: "赵敏",
      data: { version: 1, from: "draft", to: "submitted" },
    });
    const forStaff = await listTimeline(world.portal.ctx(officer), id);
    expect(forStaff.some((event) => event.type === "file.uploaded")).toBe(true);
    expect(await verifyChain(world.portal.db)).toMatchObject({ ok: true });
  });

  it("can be withdrawn by an owner, and then it is over", async () => {
    const id = await world.completed();
    await world.submit(id);
    const withdraw = (actor: PersonActor) =>
      withdrawApplication(world.portal.ctx(actor), { applicationId: id });
    expect(await withdraw(world.editor)).toEqual({ ok: false, reason: "not_owner" });
    expect(await withdraw(world.stranger)).toEqual({ ok: false, reason: "not_found" });
    expect(await withdraw(world.owner)).toEqual({ ok: true });
    expect(await head(id)).toMatchObject({ state: "withdrawn" });
    expect(await withdraw(world.owner)).toEqual({ ok: false, reason: "too_late" });
    expect(await world.submit(id)).toEqual({ ok: false, reason: "wrong_state" });
    expect(await findSubmission(world.portal.ctx(officer), { applicationId: id })).toMatchObject({
      version: 1,
    });
  });
});
