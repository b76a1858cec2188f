import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { loadReviewerTies } from "../conflicts/load-reviewer-ties.ts";
import type { Run } from "./find-run.ts";

export interface PairToRelease {
  applicationId: string;
  companyId: string;
  number: string;
  /** State of the application. */
  state: string;
  reviewerId: string;
  reviewer: string;
}

export const obstacleKinds = [
  "conflict",
  "unchecked",
  "left_review",
  "assigned_meanwhile",
  "reviewer_gone",
  "reviewer_full",
] as const;

/** Why a pair can no longer be assigned. */
export interface Obstacle {
  kind: (typeof obstacleKinds)[number];
  /** Empty where it is about the reviewer alone, or the application alone. */
  number: string;
  reviewer: string;
}

/** What a release would assign, its applications held; `hidden` when some of it the actor may not even see. */
export async function pairsToRelease(
  trx: Write,
  actor: Actor,
  runId: string,
): Promise<{ pairs: PairToRelease[]; hidden: boolean }> {
  const applications = await visibleApplications(trx, actor)
    .select(["application.id", "application.company_id as companyId", "application.number"])
    .select("application.state")
    .where("application.id", "in", (eb) =>
      eb
        .selectFrom("assignment_pair")
        .select("application_id")
        .where("run_id", "=", runId)
        .where("mark", "in", ["", "pinned"]),
    )
    .orderBy("application.id")
    .$call(forUpdate(trx))
    .execute();
  const known = new Map(applications.map((each) => [each.id, each]));
  const rows = await trx
    .selectFrom("assignment_pair as g")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .select(["g.application_id as applicationId", "g.reviewer_id as reviewerId", "p.name as reviewer"])
    .where("g.run_id", "=", runId)
    .where("g.mark", "in", ["", "pinned"])
    .orderBy("g.application_id")
    .orderBy("g.reviewer_id")
    .execute();
  const pairs = rows.flatMap((row) => {
    const facts = known.get(row.applicationId);
    if (!facts) return [];
    const { companyId, number, state } = facts;
    return [{ ...row, companyId, number: number ?? "", state }];
  });
  return { pairs, hidden: pairs.length < rows.length };
}

/** Everything that speaks against assigning these pairs now. */
export async function obstaclesTo(
  trx: Write,
  run: Run,
  pairs: readonly PairToRelease[],
): Promise<Obstacle[]> {
  const conflicting = await conflictsOf(trx, run.id);
  const assigned = await assignedOf(trx, run.id);
  const unchecked = await uncheckedApplications(trx, run.id);
  const reviewerIds = [...new Set(pairs.map(({ reviewerId }) => reviewerId))];
  const stale = await uncheckedReviewers(trx, reviewerIds);
  return [
    ...pairs.flatMap(({ applicationId, reviewerId, number, reviewer, state }): Obstacle[] => {
      const pair = `${applicationId} ${reviewerId}`;
      if (conflicting.has(pair)) return [{ kind: "conflict", number, reviewer }];
      if (state !== "expert_review") return [{ kind: "left_review", number, reviewer }];
      if (assigned.has(pair)) return [{ kind: "assigned_meanwhile", number, reviewer }];
      return unchecked.has(applicationId) || stale.has(reviewerId)
        ? [{ kind: "unchecked", number, reviewer }]
        : [];
    }),
    ...(await unableReviewers(trx, run, pairs)),
  ];
}

/** Pairs with a conflict that was declared or that nobody dismissed. */
async function conflictsOf(db: Read, runId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("assignment_pair as g")
    .innerJoin("conflict as c", (join) =>
      join.onRef("c.application_id", "=", "g.application_id").onRef("c.person_id", "=", "g.reviewer_id"),
    )
    .select(["g.application_id as applicationId", "g.reviewer_id as reviewerId"])
    .where("g.run_id", "=", runId)
    .where("g.mark", "in", ["", "pinned"])
    .where((eb) => eb.or([eb("c.source", "=", "declared"), eb("c.state", "!=", "dismissed")]))
    .execute();
  return new Set(rows.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`));
}

async function assignedOf(db: Read, runId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("assignment_pair as g")
    .innerJoin("assignment as a", (join) =>
      join.onRef("a.application_id", "=", "g.application_id").onRef("a.reviewer_id", "=", "g.reviewer_id"),
    )
    .select(["g.application_id as applicationId", "g.reviewer_id as reviewerId"])
    .where("g.run_id", "=", runId)
    .where("g.mark", "in", ["", "pinned"])
    .execute();
  return new Set(rows.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`));
}

/** Sent in or corrected since conflicts were last searched. */
async function uncheckedApplications(db: Read, runId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("assignment_run_application as p")
    .innerJoin("application as a", "a.id", "p.application_id")
    .leftJoin("conflict_check as k", (join) =>
      join.onRef("k.subject_id", "=", "a.id").on("k.subject_kind", "=", "application"),
    )
    .select("a.id")
    .where("p.run_id", "=", runId)
    .where("a.current_submission_id", "is not", null)
    .where((eb) => eb.or([eb("k.mark", "is", null), eb("k.mark", "!=", eb.ref("a.current_submission_id"))]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** With another employer, post, team or name than when they were searched. */
async function uncheckedReviewers(db: Read, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const marks = await db
    .selectFrom("conflict_check")
    .select(["subject_id as id", "mark"])
    .where("subject_kind", "=", "reviewer")
    .execute();
  const known = new Map(marks.map(({ id, mark }) => [id, mark]));
  const stale = (await loadReviewerTies(db, ids)).filter(
    ({ personId, mark }) => known.get(personId) !== mark,
  );
  return new Set(stale.map(({ personId }) => personId));
}

/** Shut out, no longer reviewers, or with less room than the proposal takes. Their profiles are held. */
async function unableReviewers(
  trx: Write,
  { parameters }: Run,
  pairs: readonly PairToRelease[],
): Promise<Obstacle[]> {
  const wanted = Map.groupBy(pairs, ({ reviewerId }) => reviewerId);
  const profiles = await trx
    .selectFrom("reviewer_profile")
    .select(["person_id as id", "load", "max_load as maxLoad"])
    .where("person_id", "in", [...wanted.keys()])
    .orderBy("person_id")
    .$call(forUpdate(trx))
    .execute();
  const people = await trx
    .selectFrom("person as p")
    .innerJoin("staff_role as s", (join) =>
      join.onRef("s.person_id", "=", "p.id").on("s.role", "=", "reviewer"),
    )
    .select("p.id")
    .where("p.id", "in", [...wanted.keys()])
    .where("p.disabled_at", "is", null)
    .execute();
  const able = new Set(people.map(({ id }) => id));
  const known = new Map(profiles.map((each) => [each.id, each]));
  return [...wanted].flatMap(([id, own]): Obstacle[] => {
    const { reviewer } = own[0]!;
    const profile = known.get(id);
    if (!profile || !able.has(id)) return [{ kind: "reviewer_gone", number: "", reviewer }];
    const room = profile.maxLoad + (parameters.beyondLimit[id] ?? 0) - profile.load;
    return own.length > room ? [{ kind: "reviewer_full", number: "", reviewer }] : [];
  });
}
