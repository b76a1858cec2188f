import { TopicMatch } from "#app/analysis/assignment/topic-match.ts";
import { daysAway } from "#app/domain/reviews/absence.ts";
import type { MixWeights } from "#app/domain/reviews/assignment-run.ts";
import { type Discipline, disciplines } from "#app/domain/reviews/coverage.ts";
import { isSilent } from "#app/domain/reviews/review-topics.ts";
import { oddAtLeast } from "#app/domain/reviews/assignment-run.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { loadReviewerTies } from "../conflicts/load-reviewer-ties.ts";
import type { CallToAssign } from "./find-call.ts";
import { loadApplications } from "./load-applications.ts";
import type { MatchedReviewer } from "./load-reviewers.ts";

export interface NamedReviewer {
  personId: string;
  name: string;
}

export interface Supply {
  discipline: Discipline | null;
  reviewers: number;
  room: number;
  needed: number;
}

/** What stands before a run: what is missing in the data, and whether there are hands enough. */
export interface Preparation {
  applications: number;
  short: number;
  uncheckedApplications: number;
  openConflicts: number;
  reviewers: number;
  silent: NamedReviewer[];
  unchecked: NamedReviewer[];
  /** With the days away until `dueOn`. */
  away: (NamedReviewer & { days: number })[];
  /** By discipline, then all together. */
  supply: Supply[];
  wishes: { reviewers: number; said: number };
}

export async function findPreparation(
  ctx: Context,
  call: CallToAssign,
  reviewers: readonly MatchedReviewer[],
  dueOn: string,
): Promise<Preparation> {
  const db = ctx.db.read;
  const [counts, standing, unchecked, wishes] = [
    await countApplications(ctx, call.id),
    await standingByDiscipline(ctx, call.id),
    await uncheckedReviewers(ctx),
    await db
      .selectFrom("reviewer_wish as w")
      .innerJoin("application as a", "a.id", "w.application_id")
      .select((eb) => [
        eb.fn.count<number>("w.person_id").distinct().as("reviewers"),
        eb.fn.countAll<number>().as("said"),
      ])
      .where("a.call_id", "=", call.id)
      .where("a.state", "=", "expert_review")
      .executeTakeFirstOrThrow(),
  ];
  const today = beijingDay(ctx.now);
  const named = ({ personId, name }: MatchedReviewer) => ({ personId, name });
  return {
    ...counts,
    reviewers: reviewers.length,
    silent: reviewers.filter(({ topics }) => isSilent(topics)).map(named),
    unchecked: reviewers.filter(({ personId }) => unchecked.has(personId)).map(named),
    away: reviewers
      .map((each) => ({ ...named(each), days: daysAway(each.absences, today, dueOn) }))
      .filter(({ days }) => days > 0),
    supply: supplyOf(call, reviewers, counts.applications, standing),
    wishes: { reviewers: Number(wishes.reviewers), said: Number(wishes.said) },
  };
}

async function countApplications(ctx: Context, callId: string) {
  const inReview = visibleApplications(ctx.db.read, ctx.actor)
    .where("application.call_id", "=", callId)
    .where("application.state", "=", "expert_review");
  const row = await inReview
    .leftJoin("conflict_check as k", (join) =>
      join
        .onRef("k.subject_id", "=", "application.id")
        .on("k.subject_kind", "=", "application")
        .onRef("k.mark", "=", "application.current_submission_id"),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as("applications"),
      eb.fn
        .sum<number | null>(eb.case().when("missing_reviewers", "!=", "").then(1).else(0).end())
        .as("short"),
      eb.fn
        .sum<number | null>(eb.case().when("k.mark", "is", null).then(1).else(0).end())
        .as("uncheckedApplications"),
    ])
    .executeTakeFirstOrThrow();
  const conflicts = await inReview
    .innerJoin("conflict as c", "c.application_id", "application.id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("c.state", "=", "open")
    .executeTakeFirstOrThrow();
  return {
    applications: Number(row.applications),
    short: Number(row.short ?? 0),
    uncheckedApplications: Number(row.uncheckedApplications ?? 0),
    openConflicts: Number(conflicts.n),
  };
}

/** Reviewers who stand, by application and discipline. */
const standingByDiscipline = (ctx: Context, callId: string) =>
  ctx.db.read
    .selectFrom("assignment as g")
    .innerJoin("application as a", "a.id", "g.application_id")
    .innerJoin("reviewer_profile as r", "r.person_id", "g.reviewer_id")
    .select((eb) => ["a.id", "r.discipline", eb.fn.countAll<number>().as("n")])
    .where("a.call_id", "=", callId)
    .where("a.state", "=", "expert_review")
    .where("a.is_test", "=", 0)
    .where("g.state", "in", ["assigned", "accepted", "submitted"])
    .groupBy(["a.id", "r.discipline"])
    .execute();

async function uncheckedReviewers({ db }: Context): Promise<ReadonlySet<string>> {
  const ties = await loadReviewerTies(db.read);
  const marks = await db.read
    .selectFrom("conflict_check")
    .select(["subject_id as id", "mark"])
    .where("subject_kind", "=", "reviewer")
    .execute();
  const known = new Map(marks.map(({ id, mark }) => [id, mark]));
  const stale = ties.filter(({ personId, mark }) => known.get(personId) !== mark);
  return new Set(stale.map(({ personId }) => personId));
}

function supplyOf(
  { wanted }: CallToAssign,
  reviewers: readonly MatchedReviewer[],
  applications: number,
  standing: readonly { id: string; discipline: Discipline; n: number }[],
): Supply[] {
  const roomOf = (among: readonly MatchedReviewer[]) =>
    among.reduce((sum, { load, maxLoad }) => sum + Math.max(0, maxLoad - load), 0);
  const filled = (discipline: Discipline) =>
    standing
      .filter((row) => row.discipline === discipline)
      .reduce((sum, { n }) => sum + Math.min(Number(n), wanted[discipline]), 0);
  const seated = Map.groupBy(standing, ({ id }) => id);
  const total = oddAtLeast(wanted.total);
  const taken = [...seated.values()].reduce(
    (sum, rows) =>
      sum +
      Math.min(
        total,
        rows.reduce((all, { n }) => all + Number(n), 0),
      ),
    0,
  );
  return [
    ...disciplines.map((discipline) => {
      const among = reviewers.filter((each) => each.discipline === discipline);
      return {
        ...{ discipline, reviewers: among.length, room: roomOf(among) },
        needed: applications * wanted[discipline] - filled(discipline),
      };
    }),
    {
      ...{ discipline: null, reviewers: reviewers.length, room: roomOf(reviewers) },
      needed: applications * total - taken,
    },
  ];
}

export interface PreviewedPair {
  application: { number: string; titleZh: string; titleEn: string };
  reviewer: string;
  declared: number | null;
  text: number | null;
  wish: number | null;
  whole: number;
}

const previewedApplications = 3;
const previewedReviewers = 3;
/** Compared for the preview; the run itself compares everybody. */
const mostCompared = 120;

/** What these weights make of a few pairs: the best three reviewers of the first three applications. */
export async function previewMix(
  ctx: Context,
  callId: string,
  everybody: readonly MatchedReviewer[],
  weights: MixWeights,
): Promise<PreviewedPair[]> {
  const visible = await visibleApplications(ctx.db.read, ctx.actor)
    .select("application.id")
    .where("application.call_id", "=", callId)
    .where("application.state", "=", "expert_review")
    .orderBy("application.id")
    .limit(previewedApplications)
    .execute();
  const applications = await loadApplications(
    ctx.db.read,
    callId,
    visible.map(({ id }) => id),
  );
  const reviewers = everybody.slice(0, mostCompared);
  if (applications.length === 0 || reviewers.length === 0) return [];
  const wishes = await ctx.db.read
    .selectFrom("reviewer_wish")
    .select(["application_id as applicationId", "person_id as personId", "wish"])
    .where(
      "application_id",
      "in",
      applications.map(({ id }) => id),
    )
    .execute();
  const said = new Map(
    wishes.map(({ applicationId, personId, wish }) => [`${applicationId} ${personId}`, wish]),
  );
  const match = new TopicMatch(
    applications.map(({ topics }) => topics),
    reviewers.map(({ topics }) => topics),
    (a, r) => said.get(`${applications[a]!.id} ${reviewers[r]!.personId}`),
    weights,
  );
  return applications.flatMap(({ number, titleZh, titleEn }, a) =>
    reviewers
      .map(({ name }, r) => ({
        ...{ application: { number, titleZh, titleEn }, reviewer: name },
        ...match.of(a, r),
      }))
      .toSorted((one, other) => other.whole - one.whole)
      .slice(0, previewedReviewers),
  );
}
