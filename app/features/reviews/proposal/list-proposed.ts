import { sql } from "kysely";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  pageSize,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { readWhy, type Why } from "./choices.ts";

export interface ProposedPair {
  applicationId: string;
  reviewerId: string;
  name: string;
  discipline: Discipline;
  affiliation: string;
  mark: "" | "pinned" | "banned" | "standing";
  worth: number;
  why: Why;
}

export interface ProposedApplication {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  worth: number;
  assigned: number;
  pairs: ProposedPair[];
}

/** The proposal by application, the worst-served first. Two statements. */
export async function listProposedApplications(
  ctx: Context,
  runId: string,
  cursor: Cursor | null,
): Promise<Page<ProposedApplication>> {
  const upwards = !readsBackwards(cursor);
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment_run_application as p", "p.application_id", "application.id")
    .select([
      "application.id",
      "application.number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "p.worth",
      "p.assigned",
    ])
    .where("p.run_id", "=", runId)
    .orderBy("p.worth", upwards ? "asc" : "desc")
    .orderBy("p.application_id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor) {
    const at = { value: Number(cursor.value) || 0, id: cursor.id };
    rows = rows.where(beyondCursor(sql.ref("p.worth"), sql.ref("p.application_id"), at, upwards));
  }
  const page = toPage(await rows.execute(), cursor, ({ worth, id }) => cursorText(worth, id));
  const pairs = await pairsOf(
    ctx,
    runId,
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      pairs: pairs.filter(({ applicationId }) => applicationId === row.id),
    })),
  };
}

/** Who is proposed for these applications, what is banned last; the best match first. */
export async function pairsOf(
  ctx: Context,
  runId: string,
  applicationIds: readonly string[],
): Promise<ProposedPair[]> {
  if (applicationIds.length === 0) return [];
  const rows = await ctx.db.read
    .selectFrom("assignment_pair as g")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .leftJoin("reviewer_profile as f", "f.person_id", "g.reviewer_id")
    .select([
      "g.application_id as applicationId",
      "g.reviewer_id as reviewerId",
      "p.name",
      "f.discipline",
      "f.affiliation",
      "g.mark",
      "g.worth",
      "g.why",
    ])
    .where("g.run_id", "=", runId)
    .where("g.application_id", "in", applicationIds)
    .orderBy("g.worth", "desc")
    .orderBy("g.reviewer_id")
    .execute();
  return rows.map(({ why, discipline, affiliation, ...row }) => ({
    ...row,
    discipline: discipline ?? "technology",
    affiliation: affiliation ?? "",
    why: readWhy(why),
  }));
}

export interface ProposedReviewer {
  personId: string;
  name: string;
  discipline: Discipline;
  affiliation: string;
  assigned: number;
  room: number;
  worth: number;
}

/** The proposal by reviewer, the busiest first. One statement. */
export async function listProposedReviewers(
  ctx: Context,
  runId: string,
  cursor: Cursor | null,
): Promise<Page<ProposedReviewer>> {
  const downwards = !readsBackwards(cursor);
  const direction = downwards ? "desc" : "asc";
  // The page first, by its index; then the names of its fifty.
  let page = ctx.db.read
    .selectFrom("assignment_run_reviewer")
    .select(["reviewer_id", "assigned", "room", "worth"])
    .where("run_id", "=", runId)
    .orderBy("assigned", direction)
    .orderBy("reviewer_id", direction)
    .limit(pageSize + 1);
  if (cursor) {
    const at = { value: Number(cursor.value) || 0, id: cursor.id };
    page = page.where(beyondCursor(sql.ref("assigned"), sql.ref("reviewer_id"), at, !downwards));
  }
  const rows = ctx.db.read
    .selectFrom(page.as("w"))
    .leftJoin("person as p", "p.id", "w.reviewer_id")
    .leftJoin("reviewer_profile as f", "f.person_id", "w.reviewer_id")
    .select([
      "w.reviewer_id as personId",
      (eb) => eb.fn.coalesce("p.name", sql.lit("")).as("name"),
      (eb) => eb.fn.coalesce("f.discipline", sql.lit("technology" as const)).as("discipline"),
      (eb) => eb.fn.coalesce("f.affiliation", sql.lit("")).as("affiliation"),
      "w.assigned",
      "w.room",
      "w.worth",
    ])
    .orderBy("w.assigned", direction)
    .orderBy("w.reviewer_id", direction);
  return toPage(await rows.execute(), cursor, ({ assigned, personId }) => cursorText(assigned, personId));
}

export interface ReviewersPair {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  mark: "" | "pinned" | "banned" | "standing";
  worth: number;
  why: Why;
}

/** What one reviewer would get. */
export async function listReviewersPairs(
  ctx: Context,
  runId: string,
  reviewerId: string,
  cursor: Cursor | null,
): Promise<Page<ReviewersPair>> {
  const upwards = !readsBackwards(cursor);
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment_pair as g", "g.application_id", "application.id")
    .select([
      "application.id",
      "application.number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "g.mark",
      "g.worth",
      "g.why",
    ])
    .where("g.run_id", "=", runId)
    .where("g.reviewer_id", "=", reviewerId)
    .where("g.mark", "!=", "banned")
    .orderBy("g.application_id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (cursor) rows = rows.where("g.application_id", upwards ? ">" : "<", cursor.id);
  const page = toPage(await rows.execute(), cursor, ({ id }) => cursorText("", id));
  return { ...page, rows: page.rows.map((row) => ({ ...row, why: readWhy(row.why) })) };
}
