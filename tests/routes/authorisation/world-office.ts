import { refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import { canary } from "./canaries.ts";
import type { ApplicationName, WorldApplication } from "./world-applications.ts";
import type { PersonName } from "./world-people.ts";

export interface OfficeIds {
  /** Assignments to the application under scoring, by reviewer. */
  assignments: Record<string, string>;
  formalCheckId: string;
  correctionItemId: string;
  /** Recorded by the officer, not released. */
  decisionId: string;
  releasedDecisionId: string;
  conflictId: string;
  /** Reviewers' questions about the application under scoring, by their state. */
  questions: Record<"asked" | "forwarded" | "answered", string>;
  mailId: string;
  waitingMailId: string;
}

interface Ground {
  people: Record<PersonName, string>;
  applications: Record<ApplicationName, WorldApplication>;
  companies: { ours: string; theirs: string };
  callId: string;
  now: Date;
}

const at = "2026-11-12T01:00:00.000Z";
const dueAt = "2026-12-10T09:00:00.000Z";

export async function addOffice(trx: Write, ground: Ground): Promise<OfficeIds> {
  const formalCheckId = await addFormalChecks(trx, ground);
  const correctionItemId = await addCorrection(trx, ground);
  await addSignOff(trx, ground);
  const assignments = await addAssignments(trx, ground);
  const questions = await addQuestions(trx, ground, assignments);
  const conflictId = await addConflicts(trx, ground);
  for (const name of ["scoring", "panel", "committee", "released", "otherScoring"] as const)
    await refreshScoreSummary(trx, ground.applications[name].id, ground.now);
  const decisions = await addDecisions(trx, ground);
  const mails = await addMails(trx, ground);
  return { formalCheckId, correctionItemId, assignments, questions, conflictId, ...decisions, ...mails };
}

const flagged = { sectionKey: "filing", questionKey: "significance", reason: "示例缺项说明", wanted: "" };

async function addFormalChecks(trx: Write, { applications, people }: Ground): Promise<string> {
  const ids: string[] = [];
  const results = {
    formal: "open",
    correction: "correction",
    refused: "not_accepted",
    scoring: "accepted",
  } as const;
  for (const [name, result] of Object.entries(results)) {
    const { id: applicationId, submissionId } = applications[name as ApplicationName];
    const id = newId();
    ids.push(id);
    await trx
      .insertInto("formal_check")
      .values({
        id,
        application_id: applicationId,
        submission_id: submissionId as string,
        officer_id: people.officer,
        checklist: JSON.stringify({ F01: { result: "problem", note: canary("checknote", name) } }),
        result,
        // A notice of nothing has no letter to show.
        flags: JSON.stringify(result === "open" ? [flagged] : []),
        reason_code: result === "not_accepted" ? "F01" : null,
        reason_text: result === "not_accepted" ? canary("refusal", name) : "",
        opened_at: at,
        decided_at: result === "open" ? null : at,
        version: 1,
      })
      .execute();
  }
  return ids[0] as string;
}

async function addCorrection(trx: Write, { applications, people }: Ground): Promise<string> {
  const id = newId();
  await trx
    .insertInto("correction_item")
    .values({
      id,
      application_id: applications.correction.id,
      round: 1,
      section_key: "filing",
      question_key: "significance",
      reason: canary("correction", "correction"),
      wanted: canary("correction", "correction"),
      created_by: people.officer,
      created_at: at,
      answered_at: null,
    })
    .execute();
  return id;
}

export const signOffId = "sign-off-of-the-correction";

async function addSignOff(trx: Write, { applications, people }: Ground): Promise<void> {
  await trx
    .insertInto("sign_off_request")
    .values({
      ...{ id: signOffId, application_id: applications.correction.id, asked_by: people.editor },
      ...{ asked_at: at, note: canary("signoff", "correction"), state: "open" },
      ...{ answered_by: null, answered_at: null },
    })
    .execute();
}

type AssignmentState = "assigned" | "accepted" | "submitted" | "conflicted" | "withdrawn";

async function addAssignments(trx: Write, ground: Ground): Promise<Record<string, string>> {
  const scoring: [PersonName, AssignmentState][] = [
    ["reviewerAssigned", "assigned"],
    ["reviewerAccepted", "accepted"],
    ["reviewerSubmitted", "submitted"],
    ["reviewerExtraOne", "submitted"],
    ["reviewerExtraTwo", "submitted"],
    ["reviewerConflicted", "conflicted"],
    ["reviewerBlocked", "accepted"],
    ["reviewerWithdrawn", "withdrawn"],
  ];
  const ids: Record<string, string> = {};
  for (const [name, state] of scoring) ids[name] = await assign(trx, ground, "scoring", name, state);
  for (const application of ["panel", "committee"] as const)
    for (const name of ["reviewerSubmitted", "reviewerExtraOne", "reviewerExtraTwo"] as const)
      await assign(trx, ground, application, name, "submitted");
  ids.other = await assign(trx, ground, "otherScoring", "reviewerUnassigned", "accepted");
  return ids;
}

async function assign(
  trx: Write,
  { applications, people }: Ground,
  application: ApplicationName,
  name: PersonName,
  state: AssignmentState,
): Promise<string> {
  const id = newId();
  const declared = state !== "assigned";
  const declaration = {
    hasConflict: state === "conflicted",
    kind: "",
    note: canary("conflict", application),
  };
  await trx
    .insertInto("assignment")
    .values({
      id,
      application_id: applications[application].id,
      reviewer_id: people[name],
      state,
      due_at: dueAt,
      assigned_by: people.officer,
      assigned_at: at,
      declared_at: declared ? at : null,
      declaration: declared ? JSON.stringify(declaration) : null,
      decline_reason: "",
      version: 1,
    })
    .execute();
  if (state === "accepted" || state === "submitted")
    await addReview(trx, id, applications[application], name, state);
  return id;
}

async function addReview(
  trx: Write,
  assignmentId: string,
  application: WorldApplication,
  name: PersonName,
  state: "accepted" | "submitted",
): Promise<void> {
  const done = state === "submitted";
  const comment = canary(done ? "comment" : "sheet", name);
  const field = (v: string) => ({ v, n: 1, at });
  const scores = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`K${n}.score`, field("4")]));
  const rest = {
    overall: field(comment.padEnd(140, "。")),
    advice: field("recommend"),
    inScope: field("yes"),
  };
  await trx
    .insertInto("review")
    .values({
      // Under its assignment's id, by which the doors know it.
      id: assignmentId,
      assignment_id: assignmentId,
      submission_id: application.submissionId as string,
      rubric_version_id: (await trx.selectFrom("rubric_version").select("id").executeTakeFirstOrThrow()).id,
      sheet: JSON.stringify({ ...scores, ...rest }),
      scored: 7,
      state: done ? "submitted" : "draft",
      total_x100: done ? 8000 : null,
      advice: done ? "recommend" : null,
      in_scope: done ? 1 : null,
      started_at: at,
      updated_at: at,
      submitted_at: done ? at : null,
      version: 1,
    })
    .execute();
}

/** One with the office, one with the company, one answered and not passed on. */
async function addQuestions(
  trx: Write,
  { applications, people }: Ground,
  assignments: Record<string, string>,
): Promise<OfficeIds["questions"]> {
  const add = async (state: "asked" | "forwarded" | "answered", asker: PersonName, question: string) => {
    const id = newId();
    const [forwarded, answered] = [state !== "asked", state === "answered"];
    await trx
      .insertInto("review_question")
      .values({
        ...{ id, application_id: applications.scoring.id, assignment_id: assignments[asker] as string },
        ...{ section_key: "", question, asked_at: at, state, version: 1 },
        ...{ wording: forwarded ? canary("wording", "scoring") : "", due_at: forwarded ? dueAt : null },
        ...{ handled_by: forwarded ? people.officer : null, handled_at: forwarded ? at : null },
        ...{ answer: answered ? canary("reply", "scoring") : "" },
        ...{ answered_by: answered ? people.owner : null, answered_at: answered ? at : null },
      })
      .execute();
    return id;
  };
  return {
    asked: await add("asked", "reviewerAccepted", canary("question", "scoring")),
    forwarded: await add("forwarded", "reviewerAccepted", canary("question", "scoring")),
    answered: await add("answered", "reviewerSubmitted", "示例问题"),
  };
}

/** One declared, one that the office recorded and nobody has judged, and one against an officer. */
async function addConflicts(trx: Write, { applications, people }: Ground): Promise<string> {
  const add = async (person: PersonName, source: "declared" | "office", state: "open" | "confirmed") => {
    const id = newId();
    await trx
      .insertInto("conflict")
      .values({
        id,
        application_id: applications.scoring.id,
        person_id: people[person],
        source,
        kind: "employed",
        note: canary("conflict", "scoring"),
        state,
        created_at: at,
        created_by: people.officer,
        judged_by: null,
        judged_at: null,
      })
      .execute();
    return id;
  };
  await add("reviewerConflicted", "declared", "confirmed");
  await add("officerConflicted", "office", "confirmed");
  return add("reviewerBlocked", "office", "open");
}

async function addDecisions(trx: Write, { applications, people }: Ground) {
  const add = async (name: "committee" | "released") => {
    const id = newId();
    const released = name === "released";
    await trx
      .insertInto("decision")
      .values({
        id,
        application_id: applications[name].id,
        kind: "approve_with_conditions",
        amount_fen: 90_000_000,
        conditions: `${canary(released ? "outcome" : "decision", name)}：完成用地手续后签约，并提交环评批复。`,
        reason_code: null,
        reason_text: canary(released ? "outcome" : "decision", name),
        meeting_on: "2026-11-20",
        state: released ? "released" : "recorded",
        recorded_by: people.officer,
        recorded_at: at,
        released_by: released ? people.chair : null,
        released_at: released ? at : null,
        version: 1,
      })
      .execute();
    return id;
  };
  return { decisionId: await add("committee"), releasedDecisionId: await add("released") };
}

async function addMails(trx: Write, ground: Ground) {
  const { applications, companies, callId, people, now } = ground;
  const ctx = { actor: system, now, requestId: "plant" };
  const application = applications.submitted;
  const { id: eventId } = await recordEvent(trx, ctx, {
    type: "application.submitted",
    subject: { kind: "submission", id: application.submissionId as string },
    applicationId: application.id,
    companyId: companies.ours,
    callId,
    data: { number: application.number, version: 1, from: "draft", to: "submitted" },
  });
  const add = async (state: "failed" | "waiting", person: PersonName) => {
    const id = newId();
    const text = canary("mail", "submitted");
    await trx
      .insertInto("mail_delivery")
      .values({
        id,
        event_id: eventId,
        template: "application-submitted",
        recipient_id: people[person],
        recipient_email: `${canary("email", person).toLowerCase()}@example.test`,
        locale: "zh",
        fields: JSON.stringify({}),
        state,
        attempts: 0,
        next_attempt_at: at,
        message_id: `<${id}@example.test>`,
        subject: text,
        html: `<p>${text}</p>`,
        text,
        last_error: null,
        created_at: at,
        sent_at: null,
      })
      .execute();
    return id;
  };
  return { mailId: await add("failed", "owner"), waitingMailId: await add("waiting", "editor") };
}
