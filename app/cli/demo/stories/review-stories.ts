import { type Discipline, disciplines } from "#app/domain/reviews/coverage.ts";
import { declineReasons } from "#db/demo/office-texts.ts";
import type { CastReviewer } from "../cast.ts";
import { move } from "../judging.ts";
import {
  assign,
  declareConflict,
  declareNoConflict,
  decline,
  fillSheet,
  sendReview,
  writtenSheet,
} from "../reviewing.ts";
import { pick } from "../stage.ts";
import { officerOf } from "./check-stories.ts";
import { asking } from "./question-stories.ts";
import { type Begun, callOf, type Part, type Stretch } from "./part.ts";

export interface ReviewRound {
  /** Days ago the reviewers are assigned, and by when their reviews are due. */
  assigned: number;
  due: number;
  reviewers: number;
  declared: number;
  begun: number;
  sent: number;
  /** Days ago of the first and the last review that came in. */
  sentFrom: number;
  sentUntil: number;
  extra?: "conflict" | "declined" | "avoidance" | undefined;
  questions?: true | undefined;
  /** Reviewers of two minds. */
  split?: boolean | undefined;
}

interface Task {
  reviewer: CastReviewer;
  assignmentId: string;
}

/** Reviewers are chosen, declare, score and submit, as far as the round has come. */
export async function* reviewing(part: Part, begun: Begun, round: ReviewRound): Stretch<void> {
  if (round.reviewers === 0) return;
  const tasks = yield* assigning(part, begun, round);
  yield* declaring(part, tasks, round);
  yield* scoring(part, tasks.slice(0, round.begun), round);
  // Who has begun and not finished is who asks.
  const [first, second] = tasks.slice(round.sent).map(asker);
  if (round.questions && first && second) yield* asking(part, begun, first, second);
}

const asker = ({ reviewer: { actor }, assignmentId }: Task) => ({ actor, assignmentId });

async function* assigning(part: Part, { applicationId }: Begun, round: ReviewRound): Stretch<Task[]> {
  const { stage, moments } = part.cast;
  const tasks: Task[] = [];
  for (const [index, discipline] of wantedDisciplines(round.reviewers, part.seed).entries()) {
    const now = yield moments.office(round.assigned, 60 + index * 4);
    const chosen = tasks.map(({ reviewer }) => reviewer);
    const reviewer = await chooseReviewer(part.cast, discipline, chosen);
    const input = { applicationId, reviewerId: reviewer.actor.personId, dueOn: moments.workday(round.due) };
    tasks.push({ reviewer, assignmentId: await assign(stage, now, officerOf(part), input) });
  }
  return tasks;
}

/** Two from technology and one of each other; another one is first each time, so that nobody is always the quickest. */
function wantedDisciplines(count: number, seed: number): Discipline[] {
  const wanted: Discipline[] = [...disciplines, "technology" as const].slice(0, count);
  return [...wanted.slice(seed % count), ...wanted.slice(0, seed % count)];
}

async function* declaring(part: Part, tasks: readonly Task[], round: ReviewRound): Stretch<void> {
  const { stage, moments } = part.cast;
  for (const [index, { reviewer, assignmentId }] of tasks.slice(0, round.declared).entries()) {
    const now = yield moments.any(
      Math.max(round.assigned - 1 - (index % 2), round.sentUntil),
      130 + index * 41,
    );
    await declareNoConflict(stage, now, reviewer.actor, assignmentId);
  }
  const last = tasks.at(-1);
  if (!last || !round.extra || round.extra === "avoidance") return;
  const now = yield moments.any(Math.max(round.assigned - 3, 1), 333);
  const { actor } = last.reviewer;
  if (round.extra === "declined")
    await decline(stage, now, actor, last.assignmentId, pick(declineReasons, part.seed));
  else
    await declareConflict(stage, now, actor, last.assignmentId, {
      kind: "paid_role",
      note: "2024年起担任该公司股东单位的技术顾问，每年领取顾问费。",
    });
}

async function* scoring(part: Part, tasks: readonly Task[], round: ReviewRound): Stretch<void> {
  const { stage, moments } = part.cast;
  const { rubric } = callOf(part);
  const quality = part.planned.quality ?? 3.6;
  const step = (round.sentFrom - round.sentUntil) / Math.max(1, round.sent - 1);
  for (const [index, { reviewer, assignmentId }] of tasks.entries()) {
    const leaning = round.split ? (index % 2 === 0 ? 0.9 : -1.1) : 0;
    const severity = reviewer.severity + leaning;
    const sheet = writtenSheet(rubric, { quality, severity, seed: part.seed * 31 + index });
    const day = Math.max(round.sentFrom - step * index, round.sentUntil);
    const complete = index < round.sent;
    let now = yield moments.any(day + (complete ? 0.6 : 0), 200 + index * 23 + (part.seed % 17) * 7);
    await fillSheet(stage, now, reviewer.actor, assignmentId, sheet, complete ? undefined : 3 + (index % 3));
    if (!complete) continue;
    now = yield moments.any(day, 380 + index * 17 + (part.seed % 19) * 5);
    await sendReview(stage, now, reviewer.actor, assignmentId);
  }
}

/** The reviewer with a sign-in in the README gets the fullest desk. */
const sought = "reviewer1@experts.example";

/** The least loaded of a discipline who is not on the application yet. */
async function chooseReviewer(
  { stage, reviewers }: Part["cast"],
  discipline: Discipline,
  chosen: readonly CastReviewer[],
): Promise<CastReviewer> {
  const rows = await stage.db.read
    .selectFrom("reviewer_profile")
    .select(["person_id", "load", "max_load"])
    .execute();
  const standing = new Map(rows.map(({ person_id, ...row }) => [person_id, row]));
  const loadOf = ({ actor }: CastReviewer) => standing.get(actor.personId)?.load ?? 0;
  const free = reviewers
    .filter((each) => each.discipline === discipline && !chosen.includes(each))
    .filter(({ actor }) => isFree(standing.get(actor.personId)))
    .sort((a, b) => loadOf(a) - loadOf(b) || a.given - b.given);
  const next = free.find(({ actor }) => actor.email === sought) ?? free[0];
  if (!next) throw new Error(`Demo: every reviewer of ${discipline} is busy`);
  next.given += 1;
  return next;
}

const isFree = (row: { load: number; max_load: number } | undefined): boolean =>
  row !== undefined && row.load < row.max_load;

export async function* closingScoring(part: Part, begun: Begun, daysAgo: number): Stretch<void> {
  const now = yield part.cast.moments.office(daysAgo, 75);
  await move(part.cast.stage, now, officerOf(part), begun.applicationId, "close_scoring");
}
