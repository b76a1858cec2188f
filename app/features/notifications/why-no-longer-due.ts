import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import type { ClaimedMail } from "./claim-mails.ts";
import { officerOrAll, reviewersOf } from "./resolve-audience.ts";

/**
 * Asked in the moment of sending: a mail may have waited through a retry or a stop of the portal, and what it
 * asks for may be done. Null when it is still to be sent, else why not.
 */
export async function whyNoLongerDue(
  ctx: Pick<Context, "db" | "now">,
  mail: ClaimedMail,
): Promise<string | null> {
  switch (mail.template) {
    case "closing-soon":
      return draftIsOver(ctx, mail.fields as unknown as MailFields["closing-soon"]);
    case "sign-off-requested":
      return signOffIsOver(ctx, mail.fields as unknown as MailFields["sign-off-requested"]);
    case "correction-due-soon":
      return correctionIsOver(ctx, mail.fields as unknown as MailFields["correction-due-soon"]);
    case "application-lapsed":
      return officeNeedsNotKnow(ctx, mail);
    case "reviewer-assigned":
      return assignmentIsOver(ctx, mail.fields as unknown as MailFields["reviewer-assigned"]);
    case "reviews-released":
      return releasedAreOver(ctx, mail.fields as unknown as MailFields["reviews-released"]);
    case "question-forwarded":
      return questionIsOver(ctx, mail.fields as unknown as MailFields["question-forwarded"]);
    case "question-settled":
      return reviewerNeedsNotKnow(ctx, mail);
    case "decision-recorded":
      return decisionIsOut(ctx, mail.fields as unknown as MailFields["decision-recorded"]);
    default:
      return null;
  }
}

type Ctx = Pick<Context, "db" | "now">;

async function draftIsOver({ db, now }: Ctx, { application, closesAt }: MailFields["closing-soon"]) {
  const row = await db.read
    .selectFrom("application")
    .innerJoin("call", "call.id", "application.call_id")
    .select(["application.state", "call.closes_at"])
    .where("application.id", "=", application.id)
    .executeTakeFirst();
  if (row?.state !== "draft") return "no longer a draft";
  if (row.closes_at !== closesAt) return "closing time moved";
  return isBefore(now, closesAt) ? null : "closed";
}

async function signOffIsOver({ db }: Ctx, { requestId }: MailFields["sign-off-requested"]) {
  const row = await db.read
    .selectFrom("sign_off_request")
    .select("state")
    .where("id", "=", requestId)
    .executeTakeFirst();
  return row?.state === "open" ? null : "no longer asked for";
}

async function correctionIsOver({ db, now }: Ctx, { application, dueAt }: MailFields["correction-due-soon"]) {
  const row = await db.read
    .selectFrom("application")
    .select(["state", "due_at"])
    .where("id", "=", application.id)
    .executeTakeFirst();
  if (row?.state !== "supplement_required") return "correction is over";
  if (row.due_at !== dueAt) return "deadline moved";
  return isBefore(now, dueAt) ? null : "overdue";
}

/** Somebody else may handle it by now, and what is hidden from a person is not told by mail either. */
async function officeNeedsNotKnow({ db }: Ctx, { recipientId, fields }: ClaimedMail) {
  const { application } = fields as unknown as MailFields["application-lapsed"];
  const row = await db.read
    .selectFrom("application")
    .select("state")
    .where("id", "=", application.id)
    .executeTakeFirst();
  if (row?.state !== "not_accepted") return "no longer lapsed";
  const officers = await officerOrAll(db.read, { applicationId: application.id });
  return officers.some(({ id }) => id === recipientId) ? null : "no longer its officer";
}

async function assignmentIsOver({ db }: Ctx, { assignmentId }: MailFields["reviewer-assigned"]) {
  const row = await db.read
    .selectFrom("assignment as g")
    .select("g.state")
    .select((eb) =>
      eb
        .selectFrom("conflict as k")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("k.application_id", "=", "g.application_id")
        .whereRef("k.person_id", "=", "g.reviewer_id")
        .where("k.state", "!=", "dismissed")
        .as("conflicts"),
    )
    .where("g.id", "=", assignmentId)
    .executeTakeFirst();
  if (!row || !["assigned", "accepted"].includes(row.state)) return "no longer asked for";
  return Number(row.conflicts) > 0 ? "a conflict stands between them" : null;
}

/** As long as one of them is still to be reviewed, and by somebody whom no conflict keeps from it. */
async function releasedAreOver({ db }: Ctx, { runId, reviewerId }: MailFields["reviews-released"]) {
  const row = await db.read
    .selectFrom("assignment_pair as p")
    .innerJoin("assignment as g", (join) =>
      join
        .onRef("g.application_id", "=", "p.application_id")
        .onRef("g.reviewer_id", "=", "p.reviewer_id")
        .on("g.state", "in", ["assigned", "accepted"]),
    )
    .select("g.id")
    .where("p.run_id", "=", runId)
    .where("p.reviewer_id", "=", reviewerId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("conflict as k")
            .select("k.id")
            .whereRef("k.application_id", "=", "g.application_id")
            .whereRef("k.person_id", "=", "g.reviewer_id")
            .where("k.state", "!=", "dismissed"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return row ? null : "no longer asked for";
}

async function questionIsOver({ db, now }: Ctx, { questionId, dueAt }: MailFields["question-forwarded"]) {
  const row = await db.read
    .selectFrom("review_question")
    .select("state")
    .where("id", "=", questionId)
    .executeTakeFirst();
  if (row?.state !== "forwarded") return "no longer asked";
  return isBefore(now, dueAt) ? null : "overdue";
}

/** A conflict may have come up since: then not even that there is an answer is told. */
async function reviewerNeedsNotKnow({ db }: Ctx, { recipientId, fields }: ClaimedMail) {
  const { questionId } = fields as unknown as MailFields["question-settled"];
  const row = await db.read
    .selectFrom("review_question")
    .select("application_id as applicationId")
    .where("id", "=", questionId)
    .executeTakeFirst();
  const reviewers = row ? await reviewersOf(db.read, row.applicationId) : [];
  return reviewers.some(({ id }) => id === recipientId) ? null : "no longer a reviewer";
}

async function decisionIsOut({ db }: Ctx, { decisionId }: MailFields["decision-recorded"]) {
  const row = await db.read
    .selectFrom("decision")
    .select("state")
    .where("id", "=", decisionId)
    .executeTakeFirst();
  return row?.state === "recorded" ? null : "no longer to be released";
}
