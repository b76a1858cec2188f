import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { checkConflicts } from "#app/features/reviews/conflicts/check-conflicts.ts";
import { findAssignment } from "#app/features/reviews/find-assignment.ts";
import { findDeclarationFacts } from "#app/features/reviews/find-declaration-facts.ts";
import { findReviewPage } from "#app/features/reviews/find-review-page.ts";
import { countOwnAssignments, listOwnAssignments } from "#app/features/reviews/list-own-assignments.ts";
import { assignReviewer } from "#app/features/reviews/office/assign-reviewer.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { listConflicts } from "#app/features/reviews/office/list-conflicts.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";

const holder = (name: string) => ({ id: name, cells: { holder_name: name, holder_type: "company" } });
const canary = "canary-title-yranac";

describe.each(DIALECTS)("the search for conflicts on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const search = () => checkConflicts(office.as(system));
  const conflictsOf = (applicationId: string) =>
    db.read
      .selectFrom("conflict")
      .select(["person_id as personId", "kind", "state", "source", "fact", "verdict"])
      .where("application_id", "=", applicationId)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
  const assign = (applicationId: string, { personId }: PersonActor) =>
    assignReviewer(office.as(office.officer), { applicationId, reviewerId: personId, dueOn: "2026-12-07" });
  const judge = (
    applicationId: string,
    { personId }: PersonActor,
    verdict: "confirmed" | "dismissed",
    fact: string,
  ) =>
    judgeConflict(office.as(office.officer), {
      ...{ applicationId, personId, kind: "affiliated_company", fact, verdict },
      ...{ note: "已核实工商登记", source: "detected" },
    });

  /** As a correction does it: another submission stands. */
  async function resubmit(applicationId: string, raw: RawAnswers): Promise<void> {
    const id = newId();
    await db.write(async (trx) => {
      const earlier = await trx
        .selectFrom("submission")
        .selectAll()
        .where("application_id", "=", applicationId)
        .orderBy("version", "desc")
        .executeTakeFirstOrThrow();
      const snapshot = JSON.stringify({ ...(JSON.parse(earlier.snapshot) as object), raw });
      await trx
        .insertInto("submission")
        .values({ ...earlier, id, version: earlier.version + 1, snapshot, idempotency_key: newId() })
        .execute();
      await trx
        .updateTable("application")
        .set({ current_submission_id: id })
        .where("id", "=", applicationId)
        .execute();
    });
  }

  it("puts a finding to the office once, and what was dismissed stays so until another fact appears", async () => {
    const reviewer = await office.addReviewer("蒋示例", { affiliation: "丁卯示例集团" });
    const raw = { shareholders: [holder("丁卯示例集团")] };
    const { id } = await office.addApplication({ state: "expert_review", raw });
    await search();
    await search();
    const [found, ...rest] = await conflictsOf(id);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ personId: reviewer.personId, state: "open", kind: "affiliated_company" });
    expect(await assign(id, reviewer)).toEqual({ ok: false, reason: "conflict" });
    expect(await judge(id, reviewer, "dismissed", found!.fact)).toMatchObject({ ok: true });
    await search();
    expect(await conflictsOf(id)).toMatchObject([{ state: "dismissed", verdict: "已核实工商登记" }]);
    expect(await assign(id, reviewer)).toMatchObject({ ok: true });

    await resubmit(id, { ...raw, affiliates: [{ id: "f", cells: { party_name: "庚午示例中心" } }] });
    await search();
    expect(await conflictsOf(id)).toHaveLength(1);
    const noted = { affiliation: "庚午示例中心" };
    await db.write((trx) =>
      trx.updateTable("reviewer_profile").set(noted).where("person_id", "=", reviewer.personId).execute(),
    );
    await search();
    expect((await conflictsOf(id)).map(({ state }) => state)).toEqual(["dismissed", "open"]);
    const { events } = await db.read
      .selectFrom("event")
      .select((eb) => eb.fn.countAll<number>().as("events"))
      .where("application_id", "=", id)
      .where("type", "=", "conflict.found")
      .executeTakeFirstOrThrow();
    expect(Number(events)).toBe(2);
  });

  it("sees by a later application what two companies have in common, and who competes", async () => {
    const reviewer = await office.addReviewer("沈示例", { affiliation: "戊辰示例公司" });
    const callId = await office.addCall({});
    const shared = { shareholders: [holder("辛未示例集团")] };
    const { id } = await office.addApplication({ state: "expert_review", raw: shared });
    const rivalled = await office.addApplication({ state: "expert_review", callId });
    await search();
    expect(await conflictsOf(id)).toEqual([]);
    await office.addApplication({ state: "submitted", raw: shared, company: "戊辰示例公司", callId });
    await search();
    const of = (all: Awaited<ReturnType<typeof conflictsOf>>) =>
      all.filter(({ personId }) => personId === reviewer.personId).map(({ kind }) => kind);
    expect(of(await conflictsOf(id))).toEqual(["affiliated_company"]);
    expect(of(await conflictsOf(rivalled.id))).toEqual(["competing_applicant"]);
    // By hand the same is seen at once, without the search.
    expect(await assign(rivalled.id, reviewer)).toEqual({ ok: false, reason: "conflict" });
  });

  it("leaves a person nothing of the application: no row, no count, no page, no mail", async () => {
    const reviewer = await office.addReviewer("韩示例", { affiliation: "壬申示例公司" });
    const { id } = await office.addApplication({ state: "expert_review", title: canary, company: canary });
    expect(await assign(id, reviewer)).toMatchObject({ ok: true });
    const as = office.as(reviewer);
    const { id: assignmentId } = (await listOwnAssignments(as, {})).rows[0]!;
    const seen = async () => [
      ...(await listOwnAssignments(as, {})).rows,
      ...(await listOwnAssignments(as, { text: "canary" })).rows,
      await findDeclarationFacts(as, assignmentId),
      await findReviewPage(as, assignmentId),
    ];
    expect(JSON.stringify(await seen())).toContain(canary);

    await resubmit(id, { shareholders: [holder("壬申示例公司")] });
    await search();
    const [found] = await conflictsOf(id);
    expect(found).toMatchObject({ state: "open" });
    expect(JSON.stringify(await seen())).not.toContain(canary);

    expect(await judge(id, reviewer, "confirmed", found!.fact)).toMatchObject({ ok: true });
    expect(JSON.stringify(await seen())).not.toContain(canary);
    expect((await listOwnAssignments(as, { text: "canary" })).rows).toEqual([]);
    expect(await countOwnAssignments(as)).toMatchObject({ to_declare: 0, to_score: 0, closed: 1 });
    const assignment = await findAssignment(db.read, as, assignmentId);
    expect(assignment?.subject).toMatchObject({ blocked: true, state: "recused" });
    expect(
      await visibleApplications(db.read, reviewer)
        .select("application.id")
        .where("application.id", "=", id)
        .execute(),
    ).toEqual([]);
    // The event of the assignment still waits for its mail.
    const settings = { mailFrom: "portal@example.test" } as Settings;
    const ctx = { db, now: FROZEN_NOW, settings };
    for (;;) if ((await queueEventMails(ctx)).events === 0) break;
    const mails = await db.read
      .selectFrom("mail_delivery")
      .select(["template", "fields"])
      .where("recipient_id", "=", reviewer.personId)
      .execute();
    expect(JSON.stringify(mails)).not.toContain(canary);
    const judged = await listConflicts(office.as(office.officer), null, { judged: true });
    expect(judged.rows.find(({ applicationId }) => applicationId === id)).toMatchObject({
      ...{ state: "confirmed", judgedBy: "周示例", verdict: "已核实工商登记" },
    });
  });
});
