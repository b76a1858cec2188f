import type { Actor, PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { reviewerTotal, toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { type Advice, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Context } from "#app/features/context.ts";
import { rawSheetOf, refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Database } from "#app/platform/database/database.ts";
import { FROZEN_NOW } from "#tests/support/database.ts";
import { addCall, addOtherCall, c5Rubric, type OtherCall } from "./office-calls.ts";

/** A small fund office: people of every role, one call, companies and applications in any state wanted. */
export interface FundOffice {
  db: Database;
  callId: string;
  officer: PersonActor;
  otherOfficer: PersonActor;
  member: PersonActor;
  chair: PersonActor;
  administrator: PersonActor;
  auditor: PersonActor;
  owner: PersonActor;
  as(actor: Actor, now?: Date): Context;
  addPerson(name: string, ...roles: StaffRole[]): Promise<PersonActor>;
  addReviewer(name: string, profile?: Partial<ReviewerProfile>): Promise<PersonActor>;
  addCall(facts: OtherCall): Promise<string>;
  addApplication(facts?: Partial<ApplicationFacts>): Promise<AddedApplication>;
  /** A review that is in: seven scores by half points, and the advice. */
  addReview(
    application: AddedApplication,
    reviewer: PersonActor,
    scores: readonly number[],
    advice?: Advice,
  ): Promise<void>;
}

interface ReviewerProfile {
  affiliation: string;
  affiliation_uscc: string;
  discipline: "technology" | "industry" | "finance" | "investment_legal";
  max_load: number;
}

interface ApplicationFacts {
  state: string;
  stateSince: string;
  city: string;
  amountFen: number | null;
  title: string;
  company: string;
  uscc: string;
  officerId: string | null;
  raw: RawAnswers;
  dueAt: string | null;
  round: number;
  callId: string;
}

interface AddedApplication {
  id: string;
  number: string | null;
  companyId: string;
  submissionId: string | null;
}

export async function fundOffice(db: Database): Promise<FundOffice> {
  const at = FROZEN_NOW.toISOString();
  let serial = 0;

  async function addPerson(name: string, ...roles: StaffRole[]): Promise<PersonActor> {
    const id = newId();
    const email = `${id}@example.test`;
    await db.write(async (trx) => {
      await trx
        .insertInto("person")
        .values({ id, email, name, locale: "zh", created_at: at, version: 1, email_verified_at: at })
        .execute();
      for (const role of roles)
        await trx.insertInto("staff_role").values({ person_id: id, role, granted_at: at }).execute();
    });
    const identity = { personId: id, sessionId: newId(), name, email, locale: "zh" } as const;
    return { kind: "person", ...identity, roles, memberships: [], fullySignedIn: true };
  }

  async function addReviewer(name: string, profile: Partial<ReviewerProfile> = {}) {
    const person = await addPerson(name, "reviewer");
    const facts = {
      affiliation: "甲子示例研究院",
      affiliation_uscc: "",
      discipline: "technology",
      max_load: 10,
    } as const;
    await db.write((trx) =>
      trx
        .insertInto("reviewer_profile")
        .values({ person_id: person.personId, expertise: "[]", ...facts, ...profile })
        .execute(),
    );
    return person;
  }

  const [officer, otherOfficer, member, chair, administrator, auditor] = [
    await addPerson("周示例", "officer"),
    await addPerson("吴示例", "officer"),
    await addPerson("郑示例", "committee_member"),
    await addPerson("王示例", "committee_chair"),
    await addPerson("冯示例", "administrator"),
    await addPerson("陈示例", "auditor"),
  ] as [PersonActor, PersonActor, PersonActor, PersonActor, PersonActor, PersonActor];
  const owner = await addPerson("褚示例");
  const { callId, formVersionId, rubricVersionId } = await addCall(db, at);

  async function addApplication(facts: Partial<ApplicationFacts> = {}): Promise<AddedApplication> {
    serial += 1;
    const draft = facts.state === "draft";
    const id = newId();
    const companyId = newId();
    const submissionId = draft ? null : newId();
    const number = draft ? null : `SXIC-2026-C5-${String(serial).padStart(4, "0")}`;
    const uscc = facts.uscc ?? `91140100MA${String(serial).padStart(8, "0")}`;
    const company = facts.company ?? `甲子示例${serial}公司`;
    await db.write(async (trx) => {
      await trx
        .insertInto("company")
        .values({
          ...{ id: companyId, uscc, uscc_state: "valid", uscc_note: "", name_zh: company, name_en: "" },
          ...{ profile: "{}", created_at: at, created_by: owner.personId, version: 1 },
        })
        .execute();
      await trx
        .insertInto("company_member")
        .values({ company_id: companyId, person_id: owner.personId, role: "owner", added_at: at })
        .execute();
      await trx
        .insertInto("application")
        .values({
          ...{ id, number, call_id: facts.callId ?? callId, company_id: companyId, version: 1 },
          ...{ state: facts.state ?? "formal_review", state_since: facts.stateSince ?? at },
          ...{ created_by: owner.personId, created_at: at, updated_at: at, form_version_id: formVersionId },
          ...{
            officer_id: facts.officerId ?? null,
            title_zh: facts.title ?? `示例产线${serial}`,
            title_en: "",
          },
          ...{ city_code: facts.city ?? "140100", chain_segment: "manufacturing", answered: 0, required: 0 },
          amount_requested_fen: facts.amountFen === undefined ? 100_000_000 : facts.amountFen,
          total_investment_fen: 400_000_000,
          ...{ current_submission_id: submissionId, submitted_at: draft ? null : at },
          ...{ correction_round: facts.round ?? 0, due_at: facts.dueAt ?? null },
        })
        .execute();
      if (!submissionId) return;
      const snapshot = JSON.stringify({
        ...{ format: 1, answers: {}, raw: facts.raw ?? {}, files: {} },
        ...{ submission: { number, version: 1 }, form: { id: formVersionId, code: "C5", version: 1 } },
      });
      await trx
        .insertInto("submission")
        .values({
          ...{ id: submissionId, application_id: id, version: 1, snapshot, sha256: "0".repeat(64) },
          ...{
            signed_name: "褚示例",
            submitted_by: owner.personId,
            submitted_at: at,
            idempotency_key: newId(),
          },
        })
        .execute();
    });
    return { id, number, companyId, submissionId };
  }

  async function addReview(
    application: AddedApplication,
    reviewer: PersonActor,
    scores: readonly number[],
    advice: Advice = "recommend",
  ) {
    const assignmentId = newId();
    const sheet = Object.fromEntries(
      scores.map((score, index) => [`K${index + 1}.score`, { v: String(score), n: 1 }]),
    );
    await db.write(async (trx) => {
      await trx
        .insertInto("assignment")
        .values({
          ...{ id: assignmentId, application_id: application.id, reviewer_id: reviewer.personId, version: 1 },
          ...{
            state: "submitted",
            due_at: at,
            assigned_by: officer.personId,
            assigned_at: at,
            declared_at: at,
          },
          ...{ declaration: "{}", decline_reason: "" },
        })
        .execute();
      await trx
        .insertInto("review")
        .values({
          ...{
            id: newId(),
            assignment_id: assignmentId,
            submission_id: application.submissionId!,
            version: 1,
          },
          ...{
            rubric_version_id: rubricVersionId,
            sheet: JSON.stringify(sheet),
            state: "submitted",
            scored: scores.length,
          },
          total_x100: toHundredths(
            reviewerTotal(c5Rubric, sheetScores(c5Rubric, rawSheetOf(JSON.stringify(sheet)))),
          ),
          ...{ advice, in_scope: 1, started_at: at, updated_at: at, submitted_at: at },
        })
        .execute();
      await refreshScoreSummary(trx, application.id, FROZEN_NOW);
    });
  }

  const as = (actor: Actor, now = FROZEN_NOW) =>
    ({ db, actor, now, requestId: "test-request" }) as unknown as Context;
  const people = { officer, otherOfficer, member, chair, administrator, auditor, owner };
  return {
    db,
    callId,
    addCall: (facts) => addOtherCall(db, callId, facts),
    ...people,
    as,
    addPerson,
    addReviewer,
    addApplication,
    addReview,
  };
}
