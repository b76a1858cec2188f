import type { ProposalTask } from "#app/analysis/assignment/propose.ts";
import { isMostlyAway } from "#app/domain/reviews/absence.ts";
import type { RunParameters } from "#app/domain/reviews/assignment-run.ts";
import { oddAtLeast } from "#app/domain/reviews/assignment-run.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Read } from "#app/platform/database/database.ts";
import { loadApplications } from "./load-applications.ts";
import { loadReviewers } from "./load-reviewers.ts";

export interface RunToWork {
  id: string;
  callId: string;
  kind: "fair" | "max_sum";
  seed: number;
  round: number;
  parameters: RunParameters;
}

/** In the hands of one process. */
export interface ClaimedRun extends RunToWork {
  lease: string;
}

export interface LoadedTask {
  task: ProposalTask;
  applicationIds: string[];
  reviewerIds: string[];
  /** Assigned before the run, by index. */
  standing: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
}

type Pair = [application: number, reviewer: number];

/**
 * What a run is worked out from, as it stands now. A conflict that nobody dismissed, one that was declared, an earlier
 * assignment that did not last and a ban by hand are no edge; what is assigned already stays.
 */
export async function loadTask(db: Read, now: Date, run: RunToWork): Promise<LoadedTask> {
  const applications = await loadApplications(db, run.callId);
  const today = beijingDay(now);
  const { parameters } = run;
  const reviewers = (await loadReviewers(db)).filter(
    ({ absences }) => !parameters.withoutAbsent || !isMostlyAway(absences, today, parameters.dueOn),
  );
  const applicationIds = applications.map(({ id }) => id);
  const reviewerIds = reviewers.map(({ personId }) => personId);
  const places = placesOf(applicationIds, reviewerIds);
  const [blocked, assigned, wishes, marks] = [
    places(await conflicts(db, run.callId)),
    await assignments(db, run.callId),
    await wishesOf(db, run.callId),
    await marksOf(db, run.id),
  ];
  const isBlocked = new Set(blocked.map(key));
  const standing = places(assigned.filter(({ state }) => stands(state))).filter(
    (pair) => !isBlocked.has(key(pair)),
  );
  const gone = places(assigned.filter(({ state }) => !stands(state)));
  const byHand = (mark: string) => places(marks.filter((each) => each.mark === mark));
  const pinned = byHand("pinned").filter((pair) => !standing.some((each) => key(each) === key(pair)));
  const held = countOf(standing.map(([, reviewer]) => reviewer));
  const seated = countOf(standing.map(([application]) => application));
  const loadMax = reviewers.map(
    ({ personId, load, maxLoad }, at) =>
      Math.max(0, maxLoad - load) + (parameters.beyondLimit[personId] ?? 0) + (held.get(at) ?? 0),
  );
  const task: ProposalTask = {
    ...{ mode: run.kind, weights: parameters.weights, seed: run.seed, price: parameters.price / 100 },
    applications: applications.map(({ topics }) => topics),
    reviewers: reviewers.map(({ topics }) => topics),
    wishes: wishes.flatMap((said) => places([said]).map(([a, r]) => [a, r, said.wish] as const)),
    coverage: applicationIds.map((id, at) => seatsOf(parameters, id, seated.get(at) ?? 0)),
    composition: disciplines.map((each) => parameters.composition[each]),
    exceptions: exceptionsOf(parameters, applicationIds),
    discipline: reviewers.map(({ discipline }) => disciplines.indexOf(discipline)),
    loadMin: loadMax.map((room) => Math.min(parameters.least, room)),
    loadMax,
    blocked: [...blocked, ...gone, ...byHand("banned")],
    pins: [...standing, ...pinned],
    ...(run.round > 1 ? { before: rowsOf(applicationIds.length, places(marks.filter(isProposed))) } : {}),
  };
  return {
    ...{ task, applicationIds, reviewerIds },
    ...{ standing: new Set(standing.map(key)), pinned: new Set(pinned.map(key)) },
  };
}

export const key = ([application, reviewer]: readonly [number, number]): string =>
  `${application} ${reviewer}`;

const stands = (state: string): boolean => ["assigned", "accepted", "submitted"].includes(state);
const isProposed = ({ mark }: { mark: string }): boolean => mark !== "banned";

interface NamedPair {
  applicationId: string;
  reviewerId: string;
}

/** Of named pairs those that the run is about, by index. */
function placesOf(applicationIds: readonly string[], reviewerIds: readonly string[]) {
  const applications = new Map(applicationIds.map((id, at) => [id, at]));
  const reviewers = new Map(reviewerIds.map((id, at) => [id, at]));
  return (pairs: readonly NamedPair[]): Pair[] =>
    pairs.flatMap(({ applicationId, reviewerId }): Pair[] => {
      const [a, r] = [applications.get(applicationId), reviewers.get(reviewerId)];
      return a === undefined || r === undefined ? [] : [[a, r]];
    });
}

/** As many as wanted less what was given up, but never fewer than are seated; odd where more are seated than wanted. */
const seatsOf = ({ total, fewerSeats }: RunParameters, id: string, seated: number): number => {
  const wanted = Math.max(0, total - (fewerSeats[id] ?? 0));
  return seated > wanted ? (fewerSeats[id] ? seated : oddAtLeast(seated)) : wanted;
};

const exceptionsOf = ({ composition, fewerOf }: RunParameters, applicationIds: readonly string[]) =>
  applicationIds.flatMap((id, at) => {
    const fewer = fewerOf[id];
    if (!fewer) return [];
    const least = disciplines.map((each) => Math.max(0, composition[each] - (fewer[each] ?? 0)));
    return [[at, least] as const];
  });

const countOf = (values: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

function rowsOf(applications: number, pairs: readonly Pair[]): number[][] {
  const rows: number[][] = Array.from({ length: applications }, () => []);
  for (const [application, reviewer] of pairs) rows[application]!.push(reviewer);
  return rows.map((row) => row.sort((a, b) => a - b));
}

const conflicts = (db: Read, callId: string) =>
  db
    .selectFrom("conflict as c")
    .innerJoin("application as a", "a.id", "c.application_id")
    .select(["c.application_id as applicationId", "c.person_id as reviewerId"])
    .where("a.call_id", "=", callId)
    .where("a.state", "=", "expert_review")
    .where((eb) => eb.or([eb("c.source", "=", "declared"), eb("c.state", "!=", "dismissed")]))
    .distinct()
    .orderBy("c.application_id")
    .orderBy("c.person_id")
    .execute();

const assignments = (db: Read, callId: string) =>
  db
    .selectFrom("assignment as g")
    .innerJoin("application as a", "a.id", "g.application_id")
    .select(["g.application_id as applicationId", "g.reviewer_id as reviewerId", "g.state"])
    .where("a.call_id", "=", callId)
    .where("a.state", "=", "expert_review")
    .orderBy("g.application_id")
    .orderBy("g.reviewer_id")
    .execute();

const wishesOf = (db: Read, callId: string) =>
  db
    .selectFrom("reviewer_wish as w")
    .innerJoin("application as a", "a.id", "w.application_id")
    .select(["w.application_id as applicationId", "w.person_id as reviewerId", "w.wish"])
    .where("a.call_id", "=", callId)
    .where("a.state", "=", "expert_review")
    .orderBy("w.application_id")
    .orderBy("w.person_id")
    .execute();

const marksOf = (db: Read, runId: string) =>
  db
    .selectFrom("assignment_pair")
    .select(["application_id as applicationId", "reviewer_id as reviewerId", "mark"])
    .where("run_id", "=", runId)
    .orderBy("application_id")
    .orderBy("reviewer_id")
    .execute();
