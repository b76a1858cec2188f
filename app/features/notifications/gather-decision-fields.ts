import type { MailFields } from "#emails/mail-fields.ts";
import type { Read } from "#app/platform/database/database.ts";
import { applicationFacts } from "./application-fields.ts";
import type { Gatherers } from "./gatherer.ts";

export type LetterMail =
  "decision-approve" | "decision-approve-with-conditions" | "decision-defer" | "decision-reject";

export const decisionGatherers: Gatherers<LetterMail | "decision-recorded"> = {
  "decision-recorded": async (db, { subjectId }) => {
    const facts = await decisionFacts(db, subjectId);
    if (!facts || facts.state !== "recorded") return null;
    const { number, call } = facts.about;
    return { decisionId: subjectId, number, call, meetingOn: facts.meetingOn };
  },
  "decision-approve": (db, { subjectId }) => letterFields(db, "decision-approve", subjectId),
  "decision-approve-with-conditions": (db, { subjectId }) =>
    letterFields(db, "decision-approve-with-conditions", subjectId),
  "decision-defer": (db, { subjectId }) => letterFields(db, "decision-defer", subjectId),
  "decision-reject": (db, { subjectId }) => letterFields(db, "decision-reject", subjectId),
};

/** What a letter says, read from its decision; the preview and the letter itself both come from here. */
export async function letterFields<T extends LetterMail>(
  db: Read,
  template: T,
  decisionId: string,
): Promise<MailFields[T] | null> {
  const facts = await decisionFacts(db, decisionId);
  if (!facts) return null;
  const { about, amountFen, conditions, reasonCode, reasonText, meetingOn } = facts;
  const { application, companyId, company } = about;
  const base = { decisionId, application, companyId, company, meetingOn };
  const letters: { [L in LetterMail]: MailFields[L] } = {
    "decision-approve": { ...base, amountFen: amountFen ?? 0 },
    "decision-approve-with-conditions": { ...base, amountFen: amountFen ?? 0, conditions },
    "decision-defer": { ...base, reasonCode, reasonText },
    "decision-reject": { ...base, reasonCode, reasonText },
  };
  return letters[template];
}

async function decisionFacts(db: Read, id: string) {
  const row = await db.selectFrom("decision").selectAll().where("id", "=", id).executeTakeFirst();
  const about = row && (await applicationFacts(db, row.application_id));
  if (!row || !about) return null;
  return {
    about,
    state: row.state,
    amountFen: row.amount_fen,
    conditions: row.conditions,
    reasonCode: row.reason_code,
    reasonText: row.reason_text,
    meetingOn: row.meeting_on,
  };
}
