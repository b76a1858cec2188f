import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { answerQuestion } from "#app/features/reviews/questions/answer-question.ts";
import { askQuestion } from "#app/features/reviews/questions/ask-question.ts";
import { handleQuestion, type HandleStep } from "#app/features/reviews/questions/handle-question.ts";
import { demoQuestions } from "#db/demo/review-questions.ts";
import { as, done } from "../stage.ts";
import { officerOf } from "./check-stories.ts";
import type { Begun, Part, Stretch } from "./part.ts";

interface Asker {
  actor: PersonActor;
  assignmentId: string;
}

/** Three questions to the company: one answered, one that waits for it, one still with the office. */
export async function* asking(part: Part, begun: Begun, first: Asker, second: Asker): Stretch<void> {
  const { moments } = part.cast;
  const { answered, forwarded, asked } = demoQuestions;
  const settled = await ask(part, yield moments.any(3, 640), first, answered);
  const open = await ask(part, yield moments.any(3, 660), second, forwarded);
  await handle(part, yield moments.office(2, 45), begun, settled, 1, forwarding(answered.wording));
  await handle(part, yield moments.office(2, 55), begun, open, 1, forwarding(forwarded.wording));
  const now = yield moments.any(1, 60);
  const input = { applicationId: begun.applicationId, questionId: settled, version: 2 };
  const { owner } = begun.applicant;
  const ctx = as(part.cast.stage, owner, now);
  done(await answerQuestion(ctx, { ...input, answer: answered.answer }), "answering a question");
  await handle(part, yield moments.office(1, 120), begun, settled, 3, { step: "pass_on" });
  await ask(part, yield moments.any(1, 300), first, asked);
}

const forwarding = (wording: string): HandleStep => ({ step: "forward", wording, days: 3 });

async function ask(
  { cast }: Part,
  now: Date,
  { actor, assignmentId }: Asker,
  { section: sectionKey, question }: { section: string; question: string },
): Promise<string> {
  const ctx = as(cast.stage, actor, now);
  return done(await askQuestion(ctx, { assignmentId, sectionKey, question }), "asking").questionId;
}

async function handle(
  part: Part,
  now: Date,
  { applicationId }: Begun,
  questionId: string,
  version: number,
  step: HandleStep,
): Promise<void> {
  const ctx = as(part.cast.stage, officerOf(part), now);
  done(await handleQuestion(ctx, { applicationId, questionId, version, ...step }), "handling a question");
}
