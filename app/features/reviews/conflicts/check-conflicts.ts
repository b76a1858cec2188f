import { findConflicts } from "#app/domain/reviews/ties/find-conflicts.ts";
import { nameKey } from "#app/domain/reviews/ties/party.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { keepFoundConflicts } from "./keep-found-conflicts.ts";
import { type LoadedReviewer, loadReviewerTies } from "./load-reviewer-ties.ts";
import { findTied, loadGraph, loadNeighbourhood } from "./load-tied-applications.ts";

const applicationsAtOnce = 20;

/** True when there may be more to do at once. Searches for everybody about whom a fact has changed. */
export async function checkConflicts(ctx: Context): Promise<boolean> {
  const more = await checkApplications(ctx);
  return (await checkReviewers(ctx)) || more;
}

/** Sent in, corrected or sent in anew since they were searched. */
async function checkApplications(ctx: Context): Promise<boolean> {
  const stale = await ctx.db.read
    .selectFrom("application as a")
    .leftJoin("conflict_check as k", (join) =>
      join.onRef("k.subject_id", "=", "a.id").on("k.subject_kind", "=", "application"),
    )
    .select(["a.id", "a.current_submission_id as submissionId"])
    .where("a.state", "not in", ["draft", "withdrawn"])
    .where("a.is_test", "=", 0)
    .where("a.current_submission_id", "is not", null)
    .where((eb) => eb.or([eb("k.mark", "is", null), eb("k.mark", "!=", eb.ref("a.current_submission_id"))]))
    .orderBy("a.id")
    .limit(applicationsAtOnce)
    .execute();
  // Whom each names has to stand before any is searched: they may be neighbours.
  for (const { id } of stale) await keepTies(ctx, id);
  const reviewers = stale.length > 0 ? await loadReviewerTies(ctx.db.read) : [];
  for (const { id, submissionId } of stale) await searchAround(ctx, id, submissionId!, reviewers);
  return stale.length === applicationsAtOnce;
}

async function keepTies(ctx: Context, applicationId: string): Promise<void> {
  const parties = (await findTied(ctx.db.read, applicationId))?.parties ?? [];
  await ctx.db.write(async (trx) => {
    await holdName(trx, `application_tie:${applicationId}`, "alone");
    await trx.deleteFrom("application_tie").where("application_id", "=", applicationId).execute();
    if (parties.length === 0) return;
    await trx
      .insertInto("application_tie")
      .values(
        parties.map(({ name, uscc, relation }, position) => ({
          ...{ application_id: applicationId, position, name, name_key: nameKey(name), uscc, relation },
        })),
      )
      .execute();
  });
}

/** The application itself, and those to which it may be the missing link or a competitor. */
async function searchAround(
  ctx: Context,
  applicationId: string,
  mark: string,
  reviewers: readonly LoadedReviewer[],
): Promise<void> {
  const around = await loadNeighbourhood(ctx.db.read, applicationId, reviewers);
  if (!around) return;
  const { graph, application } = around;
  const today = beijingDay(ctx.now);
  const own = reviewers.map(
    (reviewer) => [reviewer.personId, findConflicts(graph, reviewer, application, today)] as const,
  );
  await keep(ctx, applicationId, new Map(own), { kind: "application", id: applicationId, mark });
  const applicant = graph.applicantKey(application);
  const named = new Set([applicant, ...application.parties.map((party) => graph.keys.of(party))]);
  const among = (keys: ReadonlySet<string | undefined>) =>
    reviewers.filter(({ posts }) => posts.some((post) => keys.has(graph.keys.of(post))));
  // A way through this application begins at somebody whom it names: without such reviewers it links nothing.
  const touched = among(named);
  const linked = graph.applications.filter(({ id, parties }) => id !== applicationId && parties.length > 0);
  if (touched.length > 0) for (const { id } of linked) await searchOne(ctx, id, touched);
  const rivals = among(new Set([applicant]));
  if (rivals.length > 0) await searchAll(ctx, rivals, application.callId);
}

async function searchOne(
  ctx: Context,
  applicationId: string,
  reviewers: readonly LoadedReviewer[],
): Promise<void> {
  const around = await loadNeighbourhood(ctx.db.read, applicationId, reviewers);
  if (!around) return;
  const found = reviewers.map(
    (reviewer) =>
      [
        reviewer.personId,
        findConflicts(around.graph, reviewer, around.application, beijingDay(ctx.now)),
      ] as const,
  );
  await keep(ctx, applicationId, new Map(found));
}

/** Reviewers with another employer, post, team or name than when they were searched. */
async function checkReviewers(ctx: Context): Promise<boolean> {
  const reviewers = await loadReviewerTies(ctx.db.read);
  const marks = await ctx.db.read
    .selectFrom("conflict_check")
    .select(["subject_id as id", "mark"])
    .where("subject_kind", "=", "reviewer")
    .execute();
  const known = new Map(marks.map(({ id, mark }) => [id, mark]));
  const stale = reviewers.filter(({ personId, mark }) => known.get(personId) !== mark);
  if (stale.length === 0) return false;
  await searchAll(ctx, stale);
  await ctx.db.write(async (trx) => {
    for (const { personId, mark } of stale)
      await writeMark(trx, ctx, { kind: "reviewer", id: personId, mark });
  });
  return false;
}

/** These reviewers against every application, or those of one call. People are read only where they may matter. */
async function searchAll(ctx: Context, reviewers: readonly LoadedReviewer[], callId?: string): Promise<void> {
  const graph = await loadGraph(
    ctx.db.read,
    reviewers.flatMap(({ posts }) => posts),
  );
  const today = beijingDay(ctx.now);
  for (const head of graph.applications) {
    if (callId !== undefined && head.callId !== callId) continue;
    const application = callId === undefined ? await findTied(ctx.db.read, head.id) : head;
    if (!application) continue;
    const found = reviewers
      .map((reviewer) => [reviewer.personId, findConflicts(graph, reviewer, application, today)] as const)
      .filter(([, conflicts]) => conflicts.length > 0);
    if (found.length > 0) await keep(ctx, head.id, new Map(found));
  }
}

async function keep(
  ctx: Context,
  applicationId: string,
  found: Parameters<typeof keepFoundConflicts>[3],
  mark?: Mark,
): Promise<void> {
  if (found.size === 0 && !mark) return;
  await ctx.db.write(async (trx) => {
    const row = await trx
      .selectFrom("application")
      .select(["id", "company_id as companyId", "call_id as callId"])
      .where("id", "=", applicationId)
      .executeTakeFirst();
    if (!row) return;
    if (mark) await writeMark(trx, ctx, mark);
    await keepFoundConflicts(trx, ctx, row, found);
  });
}

interface Mark {
  kind: "application" | "reviewer";
  id: string;
  mark: string;
}

async function writeMark(trx: Write, { now }: Pick<Context, "now">, { kind, id, mark }: Mark): Promise<void> {
  const facts = { mark, checked_at: now.toISOString() };
  await trx
    .insertInto("conflict_check")
    .values({ subject_kind: kind, subject_id: id, ...facts })
    .onConflict((conflict) => conflict.columns(["subject_kind", "subject_id"]).doUpdateSet(facts))
    .execute();
}
