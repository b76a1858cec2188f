import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { reviewerTotal } from "#app/domain/reviews/reviewer-total.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { commentReason, type RawSheet, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Score } from "#app/domain/reviews/reviewer-total.ts";
import { decimalToNumber } from "#app/domain/shared/decimal.ts";
import { assignReviewer } from "#app/features/reviews/office/assign-reviewer.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { reviewWordsOf } from "#db/demo/review-words.ts";
import { as, done, pick, sequence, type Stage } from "./stage.ts";

export async function assign(
  stage: Stage,
  now: Date,
  officer: PersonActor,
  input: { applicationId: string; reviewerId: string; dueOn: string },
): Promise<string> {
  return done(await assignReviewer(as(stage, officer, now), input), "assigning").assignmentId;
}

export async function declareNoConflict(
  stage: Stage,
  now: Date,
  reviewer: PersonActor,
  assignmentId: string,
): Promise<void> {
  const declaration = { hasConflict: false, kind: "", note: "", signed: true };
  const answer = { answer: "declare", ...declaration } as const;
  done(await respondToAssignment(as(stage, reviewer, now), assignmentId, answer), "declaring");
}

export async function declareConflict(
  stage: Stage,
  now: Date,
  reviewer: PersonActor,
  assignmentId: string,
  conflict: { kind: string; note: string },
): Promise<void> {
  const answer = { answer: "declare", hasConflict: true, signed: true, ...conflict } as const;
  done(await respondToAssignment(as(stage, reviewer, now), assignmentId, answer), "declaring a conflict");
}

export async function decline(
  stage: Stage,
  now: Date,
  reviewer: PersonActor,
  assignmentId: string,
  reason: string,
): Promise<void> {
  const answer = { answer: "decline", reason } as const;
  done(await respondToAssignment(as(stage, reviewer, now), assignmentId, answer), "declining");
}

/** Saves the first `criteria` of a sheet, as somebody who stopped there; all of it by default. */
export async function fillSheet(
  stage: Stage,
  now: Date,
  reviewer: PersonActor,
  assignmentId: string,
  sheet: RawSheet,
  criteria?: number,
): Promise<void> {
  const begun = criteria === undefined ? sheet : firstCriteria(sheet, criteria);
  const changes = Object.entries(begun).map(([path, value = ""]) => ({ path, value, base: 0 }));
  done(await saveSheet(as(stage, reviewer, now), assignmentId, changes), "saving a sheet");
}

export async function sendReview(
  stage: Stage,
  now: Date,
  reviewer: PersonActor,
  assignmentId: string,
): Promise<void> {
  done(await submitReview(as(stage, reviewer, now), assignmentId), "submitting a review");
}

function firstCriteria(sheet: RawSheet, count: number): RawSheet {
  const keys = Object.keys(sheet).filter((path) => /^K\d+\.score$/.test(path));
  const wanted = keys.slice(0, count).map((path) => path.split(".")[0]);
  return Object.fromEntries(Object.entries(sheet).filter(([path]) => wanted.includes(path.split(".")[0])));
}

/**
 * A complete sheet about an application of that quality (0 to 5), by a reviewer of that severity: scores in half
 * points, a reason wherever the rubric wants one, advice that goes with the total.
 */
export function writtenSheet(
  rubric: Rubric,
  { quality, severity, seed }: { quality: number; severity: number; seed: number },
): RawSheet {
  const draw = sequence(seed);
  const words = reviewWordsOf(rubric.code);
  const sheet: Record<string, string> = {};
  for (const { key } of rubric.criteria) {
    const meant = quality + severity + (draw() - 0.5) * 1.4;
    const score = String(Math.min(5, Math.max(1, Math.round(meant * 2) / 2))) as Score;
    sheet[`${key}.score`] = score;
    const texts = words.criteria[key];
    if (texts && (commentReason(rubric, key, score) || draw() < 0.35))
      sheet[`${key}.comment`] = pick(Number(score) >= 3.5 ? texts.strong : texts.weak, draw() * 10);
  }
  const total = decimalToNumber(reviewerTotal(rubric, sheetScores(rubric, sheet) as Record<string, Score>));
  const advice = total >= 74 ? "recommend" : total >= 62 ? "conditional" : "not_recommend";
  return {
    ...sheet,
    overall: pick(words.overall[advice], draw() * 10),
    strengths: pick(words.strengths, draw() * 10),
    weaknesses: pick(words.weaknesses, draw() * 10),
    questions: pick(words.questions, draw() * 10),
    advice,
    inScope: "yes",
    "flag.technology": draw() < 0.1 ? "yes" : "",
    "flag.finance": draw() < 0.15 ? "yes" : "",
  };
}
