import type { Read } from "#app/platform/database/database.ts";
import { applicationFacts } from "./application-fields.ts";
import { type EventFact, textOf } from "./event-fact.ts";
import type { Gatherers } from "./gatherer.ts";

type QuestionMail = "question-waiting" | "question-forwarded" | "question-settled";

/** Facts of the mails about reviewers' questions. Neither question nor answer nor who asked is read here. */
export const questionGatherers: Gatherers<QuestionMail> = {
  "question-waiting": async (db, event) => {
    const facts = await applicationFacts(db, event.applicationId);
    const stage = event.type === "question.answered" ? "answered" : "asked";
    return facts && { application: facts.application, stage };
  },
  "question-forwarded": async (db, event) => {
    const facts = await applicationFacts(db, event.applicationId);
    if (!facts) return null;
    return { application: facts.application, questionId: event.subjectId, dueAt: textOf(event, "dueAt") };
  },
  "question-settled": settled,
};

async function settled(db: Read, event: EventFact) {
  const facts = await applicationFacts(db, event.applicationId);
  if (!facts) return null;
  const outcome = event.type === "question.passed_on" ? ("answered" as const) : ("declined" as const);
  return { questionId: event.subjectId, number: facts.number, call: facts.call, outcome };
}
