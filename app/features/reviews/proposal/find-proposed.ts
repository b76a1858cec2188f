import type { Discipline } from "#app/domain/reviews/coverage.ts";
import type { Context } from "#app/features/context.ts";
import type { Read } from "#app/platform/database/database.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { readChoices, type Why } from "./choices.ts";
import type { Run } from "./find-run.ts";
import { pairsOf, type ProposedApplication } from "./list-proposed.ts";

/** Somebody who could be taken instead. */
export interface Alternative {
  reviewerId: string;
  name: string;
  discipline: Discipline;
  affiliation: string;
  assigned: number;
  room: number;
  worth: number;
  why: Why;
}

/** As many as anybody reads through. */
const mostAlternatives = 30;

/** One application of a proposal, with who could be taken instead, the best first. */
export async function findProposed(
  ctx: Context,
  run: Run,
  applicationId: string,
): Promise<{ application: ProposedApplication; alternatives: Alternative[] } | undefined> {
  const row = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment_run_application as p", "p.application_id", "application.id")
    .select([
      "application.id",
      "application.number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "p.worth",
      "p.assigned",
      "p.choices",
    ])
    .where("p.run_id", "=", run.id)
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { choices, ...facts } = row;
  const pairs = await pairsOf(ctx, run.id, [applicationId]);
  const taken = new Set(pairs.map(({ reviewerId }) => reviewerId));
  const blocked = await blockedReviewers(ctx.db.read, applicationId);
  const open = (await openChoices(ctx.db.read, run.id, choices)).filter(
    ({ reviewerId }) => !taken.has(reviewerId) && !blocked.has(reviewerId),
  );
  open.sort((a, b) => b.worth - a.worth || (a.reviewerId < b.reviewerId ? -1 : 1));
  const alternatives = await named(ctx.db.read, run.id, open.slice(0, mostAlternatives));
  return { application: { ...facts, pairs }, alternatives };
}

interface OpenChoice {
  reviewerId: string;
  worth: number;
  why: Why;
}

/** What the run found every reviewer worth to an application, conflicts of that time left out. */
export async function openChoices(db: Read, runId: string, choices: string): Promise<OpenChoice[]> {
  const { reviewers } = await db
    .selectFrom("assignment_run")
    .select("reviewers")
    .where("id", "=", runId)
    .executeTakeFirstOrThrow();
  const ids = JSON.parse(reviewers) as string[];
  return readChoices(choices).flatMap(({ worth, why }, at) =>
    worth === null ? [] : [{ reviewerId: ids[at]!, worth, why }],
  );
}

/** Whom a conflict that nobody dismissed keeps from an application now, or who had been assigned to it before. */
export async function blockedReviewers(db: Read, applicationId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("conflict")
    .select("person_id as id")
    .where("application_id", "=", applicationId)
    .where((eb) => eb.or([eb("source", "=", "declared"), eb("state", "!=", "dismissed")]))
    .union(
      db.selectFrom("assignment").select("reviewer_id as id").where("application_id", "=", applicationId),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function named(db: Read, runId: string, choices: readonly OpenChoice[]): Promise<Alternative[]> {
  if (choices.length === 0) return [];
  const rows = await db
    .selectFrom("assignment_run_reviewer as w")
    .innerJoin("person as p", "p.id", "w.reviewer_id")
    .innerJoin("reviewer_profile as f", "f.person_id", "w.reviewer_id")
    .select(["w.reviewer_id as id", "p.name", "f.discipline", "f.affiliation", "w.assigned", "w.room"])
    .where("w.run_id", "=", runId)
    .where(
      "w.reviewer_id",
      "in",
      choices.map(({ reviewerId }) => reviewerId),
    )
    .where("p.disabled_at", "is", null)
    .execute();
  const known = new Map(rows.map(({ id, ...facts }) => [id, facts]));
  return choices.flatMap((choice) => {
    const facts = known.get(choice.reviewerId);
    return facts ? [{ ...choice, ...facts }] : [];
  });
}
