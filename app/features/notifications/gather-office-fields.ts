import type { Read } from "#app/platform/database/database.ts";
import { applicationFacts, flagsOf } from "./application-fields.ts";
import { type EventFact, textOf } from "./event-fact.ts";
import type { Gatherers } from "./gatherer.ts";

type OfficeMail =
  | "correction-resubmitted"
  | "application-lapsed"
  | "officer-assigned"
  | "reviewer-assigned"
  | "reviews-released"
  | "assignment-withdrawn"
  | "reviewer-declined"
  | "reviewer-conflict"
  | "review-submitted"
  | "review-received";

/** Facts of the mails to officers and reviewers. No score and no advice is read here. */
export const officeGatherers: Gatherers<OfficeMail> = {
  "correction-resubmitted": resubmitted,
  "application-lapsed": async (db, event) => {
    const facts = await applicationFacts(db, event.applicationId);
    const round = Number(event.data["round"] ?? 0);
    if (!facts) return null;
    const { application, company } = facts;
    const flags = await flagsOf(db, application.id, round);
    return { application, company, round, dueAt: textOf(event, "dueAt"), ...flags };
  },
  "officer-assigned": async (db, { applicationId }) => {
    const facts = await applicationFacts(db, applicationId);
    return facts && { application: facts.application, company: facts.company };
  },
  "reviewer-assigned": async (db, event) => {
    const facts = await applicationFacts(db, event.applicationId);
    if (!facts) return null;
    return {
      assignmentId: event.subjectId,
      number: facts.number,
      call: facts.call,
      dueAt: textOf(event, "dueAt"),
      again: event.data["again"] === true,
    };
  },
  "reviews-released": released,
  "assignment-withdrawn": async (db, event) => {
    const facts = await applicationFacts(db, event.applicationId);
    const from = textOf(event, "from");
    // Who declined or is in conflict knows already.
    if (!facts || from === "declined" || from === "conflicted") return null;
    return { number: facts.number, call: facts.call };
  },
  "reviewer-declined": async (db, event) => {
    const named = await namedReviewer(db, event);
    return named && { application: named.application, reviewer: named.reviewer, reason: named.reason };
  },
  "reviewer-conflict": async (db, event) => {
    const named = await namedReviewer(db, event);
    return named && { application: named.application, reviewer: named.reviewer };
  },
  "review-submitted": async (db, { applicationId }) => {
    const facts = await applicationFacts(db, applicationId);
    return facts && { application: facts.application, submitted: facts.reviews, assigned: facts.reviewers };
  },
  "review-received": received,
};

async function resubmitted(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  if (!facts) return null;
  const round = Number(event.data["round"] ?? 0);
  const { items } = await flagsOf(db, event.applicationId, round);
  const { application, company } = facts;
  return { application, company, round, at: event.at, items };
}

async function released(db: Read, event: EventFact) {
  const call = await db
    .selectFrom("call")
    .select(["title_zh as zh", "title_en as en"])
    .where("id", "=", event.callId)
    .executeTakeFirst();
  const count = Number(event.data["count"] ?? 0);
  if (!call || count === 0) return null;
  const [runId, reviewerId] = [textOf(event, "runId"), textOf(event, "reviewerId")];
  return { runId, reviewerId, call, count, dueAt: textOf(event, "dueAt") };
}

async function namedReviewer(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  const row = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.reviewer_id")
    .select(["person.name", "assignment.decline_reason"])
    .where("assignment.id", "=", event.subjectId)
    .executeTakeFirst();
  return facts && row
    ? { application: facts.application, reviewer: row.name, reason: row.decline_reason }
    : null;
}

async function received(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  if (!facts) return null;
  const { remaining } = await db
    .selectFrom("assignment")
    .select((eb) => eb.fn.countAll<number>().as("remaining"))
    .where("reviewer_id", "=", textOf(event, "reviewerId"))
    .where("state", "in", ["assigned", "accepted"])
    .executeTakeFirstOrThrow();
  return {
    assignmentId: textOf(event, "assignmentId"),
    number: facts.number,
    at: event.at,
    remaining: Number(remaining),
  };
}
