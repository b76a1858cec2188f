import { disciplines } from "#app/domain/reviews/coverage.ts";
import { reviewerTotal, type Score, toHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { type RawSheet, type ScoreSheet, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import { beijingInstant } from "#app/domain/shared/beijing-time.ts";
import { newId } from "#app/platform/new-id.ts";
import { declineReasons } from "#db/demo/office-texts.ts";
import { writtenSheet } from "../reviewing.ts";
import { pick } from "../stage.ts";
import { type Life } from "./crowd-ground.ts";
import type { CrowdReviewer } from "./crowd-people.ts";

type Outcome = "assigned" | "declined" | "accepted" | "begun" | "submitted";

/** Five reviewers and what each has done so far; true when at least one review is in. */
export function reviewLife(life: Life): boolean {
  const { application, ground, officer, sheaf } = life;
  const { draw, share, age } = application;
  const isOpen = share.state === "expert_review";
  const assigned = age - 7;
  const due = isOpen ? Math.round(draw() * 17 - 13) : age - 21;
  const dueAt = beijingInstant(ground.moments.workday(due), "17:00").toISOString();
  const quality = 2.6 + draw() * 2;
  // Some applications still wait for their reviewers.
  if (isOpen && draw() < 0.1) return false;
  let isScored = false;
  for (const [index, discipline] of [...disciplines, "technology" as const].entries()) {
    const reviewer = ground.nextReviewer(discipline);
    const outcome = isOpen ? openOutcome(draw()) : "submitted";
    const at = ground.moments.office(assigned, 50 + index * 3).toISOString();
    const id = newId();
    life.record(at, {
      ...{ actor: officer, type: "assignment.made", subject: { kind: "assignment", id } },
      data: { reviewerId: reviewer.personId, dueAt, again: false },
    });
    const answeredAt = ground.moments.any(assigned - 1 - draw() * 2, 90 + index * 31).toISOString();
    sheaf.add("assignment", {
      ...{ id, application_id: application.id, reviewer_id: reviewer.personId, due_at: dueAt },
      ...{ assigned_by: officer.personId, assigned_at: at },
      ...answer(outcome, answeredAt, application.turn),
    });
    if (outcome === "assigned") continue;
    tellAnswer(life, reviewer, id, outcome, answeredAt);
    if (outcome === "begun" || outcome === "submitted")
      addReview(life, reviewer, id, { outcome, quality, assigned });
    isScored ||= outcome === "submitted";
  }
  return isScored;
}

const openOutcome = (chance: number): Outcome =>
  chance < 0.22
    ? "assigned"
    : chance < 0.25
      ? "declined"
      : chance < 0.45
        ? "accepted"
        : chance < 0.6
          ? "begun"
          : "submitted";

function answer(outcome: Outcome, at: string, turn: number) {
  const decline_reason = outcome === "declined" ? pick(declineReasons, turn) : "";
  if (outcome === "assigned") return { state: "assigned", decline_reason, version: 1 } as const;
  if (outcome === "declined") return { state: "declined", decline_reason, version: 2 } as const;
  const declaration = JSON.stringify({
    answer: "declare",
    hasConflict: false,
    kind: "",
    note: "",
    signed: true,
  });
  const signed = { declared_at: at, declaration, decline_reason };
  return outcome === "submitted"
    ? ({ state: "submitted", version: 3, ...signed } as const)
    : ({ state: "accepted", version: 2, ...signed } as const);
}

function tellAnswer(
  life: Life,
  { actor, personId }: CrowdReviewer,
  id: string,
  outcome: Outcome,
  at: string,
): void {
  life.record(at, {
    ...{ actor, type: outcome === "declined" ? "assignment.declined" : "assignment.accepted" },
    ...{ subject: { kind: "assignment", id }, data: { reviewerId: personId } },
  });
}

interface Scoring {
  outcome: "begun" | "submitted";
  quality: number;
  /** Days ago the application was assigned. */
  assigned: number;
}

function addReview(
  life: Life,
  reviewer: CrowdReviewer,
  assignmentId: string,
  { outcome, quality, assigned }: Scoring,
) {
  const { ground, application, submissionId, sheaf } = life;
  const { rubric, moments, rubricVersionId } = ground;
  const { draw } = application;
  const whole = writtenSheet(rubric, {
    quality,
    severity: reviewer.severity,
    seed: Math.floor(draw() * 1e9),
  });
  const isIn = outcome === "submitted";
  const startedAt = moments.any(assigned - 4, 200 + draw() * 200).toISOString();
  const at = moments.any(assigned - 5 - draw() * 5, 420 + draw() * 200).toISOString();
  const sheet = isIn ? whole : firstOf(whole, 2 + Math.floor(draw() * 4));
  const id = newId();
  const scores = sheetScores(rubric, sheet);
  sheaf.add("review", {
    ...{ id, assignment_id: assignmentId, submission_id: submissionId, rubric_version_id: rubricVersionId },
    ...{ sheet: stored(sheet, at), scored: Object.values(scores).filter(Boolean).length },
    ...{ started_at: startedAt, updated_at: at },
    ...(isIn
      ? {
          ...{
            state: "submitted",
            submitted_at: at,
            version: 3,
            in_scope: sheet["inScope"] === "yes" ? 1 : 0,
          },
          total_x100: toHundredths(reviewerTotal(rubric, scores as Record<string, Score>)),
          advice: sheet["advice"] as ScoreSheet["advice"],
        }
      : { state: "draft", version: 2 }),
  });
  if (!isIn) return;
  life.record(at, {
    ...{ actor: reviewer.actor, type: "review.submitted", subject: { kind: "review", id } },
    data: { reviewerId: reviewer.personId, assignmentId },
  });
}

const firstOf = (sheet: RawSheet, criteria: number): RawSheet =>
  Object.fromEntries(
    Object.entries(sheet).filter(([path]) => /^K\d/.test(path) && Number(path.slice(1, 2)) <= criteria),
  );

/** As saving the sheet once would store it; what was never typed is not there. */
const stored = (sheet: RawSheet, at: string): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(sheet).flatMap(([path, v]) => (v ? [[path, { v, n: 1, at }]] : []))),
  );
