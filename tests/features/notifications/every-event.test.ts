import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventType } from "#app/domain/audit/event-types.ts";
import { recipients } from "#app/domain/notifications/recipients.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type MailOffice, mailOffice } from "./mail-office.ts";

const soon = "2026-12-01T09:00:00.000Z";
const signOffId = "sign-off-request";

/** Each event of the table, put on record the way its command does, must end as a mail somebody can read. */
describe.each(DIALECTS)("every event on %s", (dialect) => {
  let world: MailOffice;
  beforeAll(async () => {
    world = await mailOffice(dialect);
  });
  afterAll(() => world.portal.destroy());

  it.each(Object.keys(recipients) as EventType[])("%s", async (type) => {
    const before = (await world.rows()).length;
    const templates = new Set(recipients[type]?.map((notice) => notice.template));
    for (const data of variantsOf(type)) await happen(world, type, data);
    await world.queue();
    world.portal.pass(6 * 60_000);
    await world.deliver();
    const rows = (await world.rows()).slice(before);
    expect(new Set(rows.map((row) => row.template))).toEqual(templates);
    for (const row of rows) {
      expect(row, row.last_error ?? "").toMatchObject({ state: "kept", last_error: null });
      expect(row.text).not.toMatch(/undefined|NaN|null|\[object|Invalid/);
      expect(row.subject).not.toMatch(/undefined|NaN|null/);
    }
  });
});

/** Events whose data choose the mail happen once for each choice. */
function variantsOf(type: EventType): Record<string, string>[] {
  if (type === "decision.released")
    return ["approve", "approve_with_conditions", "defer", "reject"].map((kind) => ({ kind }));
  if (type === "application.stage_changed")
    return [
      "shortlist",
      "put_in_reserve",
      "not_shortlist",
      "take_from_reserve",
      "start_due_diligence",
      "propose",
    ].map((move) => ({ move, reason: "评审综合得分未达到立项线。" }));
  return [{}];
}

async function happen(world: MailOffice, type: EventType, chosen: Record<string, string>) {
  const { office } = world;
  const draft = type === "application.closing_reminded";
  const application = await office.addApplication({
    ...(type === "correction.reminded"
      ? { state: "supplement_required", dueAt: soon, round: 1 }
      : { state: draft ? "draft" : type === "application.lapsed" ? "not_accepted" : "submitted" }),
    officerId: office.officer.personId,
    title: "8英寸碳化硅功率器件生产线（一期）",
  });
  const reviewer = await office.addReviewer("评审甲");
  const subjectId = await subjectOf(world, type, application, reviewer.personId, chosen);
  await world.record(
    type,
    {
      subject: { kind: type.split(".")[0] ?? "", id: subjectId },
      ...world.about(application),
      data: {
        requestId: signOffId,
        ...{ runId: type === "reviewer.assignments_released" ? subjectId : undefined, count: 1 },
        ...{ round: 1, dueAt: soon, reviewerId: reviewer.personId, assignmentId: subjectId, again: false },
        ...{
          officerId: office.otherOfficer.personId,
          from: "2026-11-25T09:00:00.000Z",
          to: soon,
          reason: "停机检修。",
        },
        ...(draft ? { closesAt: await openUntil(world, soon), days: 7 } : {}),
        ...chosen,
      },
    },
    office.administrator,
  );
}

async function openUntil(world: MailOffice, closesAt: string): Promise<string> {
  await world.portal.db.write((trx) => trx.updateTable("call").set({ closes_at: closesAt }).execute());
  return closesAt;
}

async function subjectOf(
  world: MailOffice,
  type: EventType,
  application: { id: string; submissionId: string | null },
  reviewerId: string,
  chosen: Record<string, string>,
): Promise<string> {
  const { portal, office } = world;
  const id = newId();
  if (type.startsWith("person.")) return office.owner.personId;
  if (type === "application.submitted" || type === "application.resubmitted")
    return application.submissionId ?? "";
  if (type.startsWith("formal_check."))
    await portal.db.write((trx) =>
      trx
        .insertInto("formal_check")
        .values({
          ...{
            id,
            application_id: application.id,
            submission_id: application.submissionId ?? "",
            officer_id: null,
          },
          ...{
            checklist: "{}",
            result: "not_accepted",
            reason_code: "F08",
            reason_text: "缺2025年度审计报告。",
          },
          ...{ opened_at: "2026-11-20", decided_at: "2026-11-20", version: 1 },
        })
        .execute(),
    );
  if (type === "formal_check.correction_requested")
    await portal.db.write((trx) =>
      trx
        .insertInto("correction_item")
        .values({
          ...{ id: newId(), application_id: application.id, round: 1, section_key: "", question_key: "" },
          ...{
            reason: "签章不清。",
            wanted: "重新扫描",
            created_by: "x",
            created_at: "2026-11-20",
            answered_at: null,
          },
        })
        .execute(),
    );
  if (type.startsWith("application.sign_off_"))
    await portal.db.write((trx) =>
      trx
        .insertInto("sign_off_request")
        .values({
          ...{ id: signOffId, application_id: application.id, asked_by: office.owner.personId },
          ...{
            asked_at: "2026-11-20T01:00:00.000Z",
            note: "财务报表已核对。",
            reason: "单价与报价单不一致。",
          },
          ...{ state: type.endsWith("declined") ? "declined" : "open", answered_at: null },
          answered_by: type.endsWith("declined") ? office.owner.personId : null,
        })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ state: "declined" }))
        .execute(),
    );
  if (
    type.startsWith("assignment.") ||
    type.startsWith("review.") ||
    type === "reviewer.assignments_released"
  )
    await portal.db.write((trx) =>
      trx
        .insertInto("assignment")
        .values({
          ...{ id, application_id: application.id, reviewer_id: reviewerId, state: "assigned", due_at: soon },
          ...{ assigned_by: office.officer.personId, assigned_at: "2026-11-20", declared_at: null },
          ...{ declaration: null, decline_reason: "出差。", version: 1 },
        })
        .execute(),
    );
  if (type === "reviewer.assignments_released") await addReleased(world, id, application.id, reviewerId);
  if (type.startsWith("question."))
    await portal.db.write(async (trx) => {
      const assignmentId = newId();
      await trx
        .insertInto("assignment")
        .values({
          ...{ id: assignmentId, application_id: application.id, reviewer_id: reviewerId, due_at: soon },
          ...{ state: "accepted", assigned_by: office.officer.personId, assigned_at: "2026-11-20" },
          ...{ declared_at: "2026-11-20", declaration: "{}", decline_reason: "", version: 1 },
        })
        .execute();
      await trx
        .insertInto("review_question")
        .values({
          ...{ id, application_id: application.id, assignment_id: assignmentId, section_key: "" },
          ...{ question: "良率口径是什么？", asked_at: "2026-11-20", state: "forwarded", due_at: soon },
          ...{ version: 1 },
        })
        .execute();
    });
  if (type.startsWith("decision.")) return decision(world, application, type, chosen["kind"] ?? "reject");
  return id;
}

/** A run that was released, with the one pair. */
function addReleased(
  { portal, office }: MailOffice,
  id: string,
  applicationId: string,
  reviewerId: string,
): Promise<void> {
  const at = "2026-11-20T01:00:00.000Z";
  return portal.db.write(async (trx) => {
    await trx
      .insertInto("assignment_run")
      .values({
        ...{ id, call_id: office.callId, kind: "fair", parameters: "{}", seed: 1, state: "released" },
        ...{ round: 1, progress: 100, input_hash: "", reviewers: "[]", pairs: 1, value: 0, version: 1 },
        ...{ created_by: office.officer.personId, created_at: at, updated_at: at },
      })
      .execute();
    await trx
      .insertInto("assignment_pair")
      .values({
        ...{ run_id: id, application_id: applicationId, reviewer_id: reviewerId },
        ...{ mark: "", worth: 0, why: "[null,null,null]" },
      })
      .execute();
  });
}

function decision(world: MailOffice, application: { id: string }, type: EventType, kind: string) {
  const approves = kind === "approve" || kind === "approve_with_conditions";
  return world.addDecision(application as never, {
    kind: kind as "approve",
    amountFen: approves ? 12_000_000_000 : null,
    conditions:
      kind === "approve_with_conditions" ? "签约前取得节能审查批复，并提供自筹资金到位的证明。" : "",
    reasonText: approves ? "" : "客户意向没有书面文件，产能规模与订单相差较大。",
    state: type === "decision.released" ? "released" : "recorded",
  });
}
