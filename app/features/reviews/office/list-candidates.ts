import { sql } from "kysely";
import { type ConflictKind, blocksReview } from "#app/domain/reviews/conflict-of-interest.ts";
import type { ConflictPath } from "#app/domain/reviews/ties/find-conflicts.ts";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
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
import { containsText } from "#app/platform/database/sql.ts";
import { readPath } from "../conflicts/read-path.ts";
import { searchConflicts } from "../conflicts/search-conflicts.ts";

export interface CandidateFilter {
  text: string;
  discipline: Discipline | null;
  /** Only those below their limit. */
  free: boolean;
}

export interface CandidateConflict {
  /** Absent while only detected: nobody has judged it yet. */
  id: string | null;
  source: "declared" | "detected" | "office";
  kind: ConflictKind;
  state: "open" | "confirmed" | "dismissed";
  /** Which facts led to it; empty for one that a person recorded. */
  fact: string;
  path: ConflictPath | null;
  /** What was noted with it. */
  note: string;
  /** Grounds of the office's word on it. */
  verdict: string;
}

export interface Candidate {
  personId: string;
  name: string;
  email: string;
  affiliation: string;
  affiliationUscc: string;
  discipline: Discipline;
  expertise: readonly string[];
  load: number;
  maxLoad: number;
  /** State of the assignment to this application, if there has been one. */
  assignment: string | null;
  conflicts: readonly CandidateConflict[];
  blocked: boolean;
}

/** Reviewers an application could go to, the least loaded first, each with what speaks against it. */
export async function listCandidates(
  ctx: Context,
  applicationId: string,
  filter: CandidateFilter,
  cursor: Cursor | null,
): Promise<Page<Candidate>> {
  if (!mayReview(ctx.actor, "read_reviewer_names")) return { rows: [], next: null, previous: null };
  const page = toPage(await fetchReviewers(ctx, applicationId, filter, cursor), cursor, (row) =>
    cursorText(row.load, row.personId),
  );
  const detected = await searchConflicts(
    ctx.db.read,
    ctx,
    applicationId,
    page.rows.map(({ personId }) => personId),
  );
  const recorded = await listRecorded(
    ctx,
    applicationId,
    page.rows.map(({ personId }) => personId),
  );
  const rows = page.rows.map(({ expertise, ...row }): Candidate => {
    const known = recorded
      .filter(({ personId }) => personId === row.personId)
      .map(({ personId: _, ...rest }) => rest);
    const fresh = (detected.get(row.personId) ?? [])
      .filter(({ fact }) => !known.some((conflict) => conflict.fact === fact))
      .map(
        (found) =>
          ({ ...found, id: null, source: "detected", state: "open", note: "", verdict: "" }) as const,
      );
    const conflicts = [...known, ...fresh];
    return { ...row, expertise: readExpertise(expertise), conflicts, blocked: conflicts.some(blocksReview) };
  });
  return { ...page, rows };
}

async function fetchReviewers(
  ctx: Context,
  applicationId: string,
  filter: CandidateFilter,
  cursor: Cursor | null,
) {
  const db = ctx.db.read;
  const upwards = !readsBackwards(cursor);
  let rows = db
    .selectFrom("reviewer_profile as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .leftJoin("assignment as g", (join) =>
      join.onRef("g.reviewer_id", "=", "r.person_id").on("g.application_id", "=", applicationId),
    )
    .select([
      "r.person_id as personId",
      "p.name",
      "p.email",
      "r.affiliation",
      "r.affiliation_uscc as affiliationUscc",
      "r.discipline",
      "r.expertise",
      "r.load",
      "r.max_load as maxLoad",
      "g.state as assignment",
    ])
    .where("p.disabled_at", "is", null)
    .orderBy("r.load", upwards ? "asc" : "desc")
    .orderBy("r.person_id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  const { text, discipline, free } = filter;
  if (discipline) rows = rows.where("r.discipline", "=", discipline);
  if (free) rows = rows.where("r.load", "<", sql.ref<number>("r.max_load"));
  if (text)
    rows = rows.where((eb) =>
      eb.or(["p.name", "r.affiliation", "r.expertise"].map((column) => containsText(db, column, text))),
    );
  if (cursor) {
    const at = { value: Number(cursor.value) || 0, id: cursor.id };
    rows = rows.where(beyondCursor(sql.ref("r.load"), sql.ref("r.person_id"), at, upwards));
  }
  return await rows.execute();
}

async function listRecorded(ctx: Context, applicationId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  const rows = await ctx.db.read
    .selectFrom("conflict")
    .select(["id", "person_id as personId", "source", "kind", "state", "note", "fact", "path", "verdict"])
    .where("application_id", "=", applicationId)
    .where("person_id", "in", personIds)
    .orderBy("created_at")
    .orderBy("id")
    .$narrowType<{ kind: ConflictKind }>()
    .execute();
  return rows.map((row) => ({ ...row, path: readPath(row.path) }));
}

function readExpertise(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
