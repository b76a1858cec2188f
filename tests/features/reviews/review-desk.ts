import { expect } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { newId } from "#app/platform/new-id.ts";
import type { FundOffice } from "#tests/features/office/fund-office.ts";
import { FROZEN_NOW, type TestDatabase } from "#tests/support/database.ts";

const day = 86_400_000;
export const inDays = (days: number) => new Date(FROZEN_NOW.getTime() + days * day).toISOString();

/** Of C5's rubric: 77.50 in all. */
const goodScores = Object.fromEntries(
  ["4", "4.5", "3.5", "4", "4", "3.5", "4"].map((score, i) => [`K${i + 1}.score`, score]),
);

export const completeSheet: Record<string, string> = {
  ...goodScores,
  "K2.comment": "第三方检测报告齐全，指标优于国内最好水平，长晶、外延与器件设计均为自主完成，替代路线清楚。",
  overall: "总体评价：".padEnd(120, "产线建设条件落实，团队稳定。"),
  advice: "recommend",
  inScope: "yes",
};

export const noConflict = {
  answer: "declare",
  hasConflict: false,
  kind: "",
  note: "",
  signed: true,
} as const;

export async function applicationUnderReview(
  db: TestDatabase,
  office: FundOffice,
  answers: Record<string, unknown> = {},
) {
  const application = await office.addApplication({ state: "expert_review" });
  const snapshot = JSON.stringify({ format: 1, answers, raw: {}, files: {} });
  await db.write((trx) =>
    trx.updateTable("submission").set({ snapshot }).where("application_id", "=", application.id).execute(),
  );
  return application;
}

export async function assignTo(
  db: TestDatabase,
  office: FundOffice,
  {
    person,
    applicationId,
    dueAt = inDays(10),
  }: { person: PersonActor; applicationId: string; dueAt?: string | undefined },
): Promise<string> {
  const id = newId();
  await db.write((trx) =>
    trx
      .insertInto("assignment")
      .values({
        id,
        application_id: applicationId,
        reviewer_id: person.personId,
        state: "assigned",
        due_at: dueAt,
        assigned_by: office.officer.personId,
        assigned_at: FROZEN_NOW.toISOString(),
        decline_reason: "",
        version: 1,
      })
      .execute(),
  );
  return id;
}

/** Declared without a conflict, so that the application is open. */
export async function acceptedAssignment(
  db: TestDatabase,
  office: FundOffice,
  person: PersonActor,
): Promise<{ id: string; applicationId: string }> {
  const application = await applicationUnderReview(db, office);
  const id = await assignTo(db, office, { person, applicationId: application.id });
  expect(await respondToAssignment(office.as(person), id, noConflict)).toEqual({
    ok: true,
    state: "accepted",
  });
  return { id, applicationId: application.id };
}
