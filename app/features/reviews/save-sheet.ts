import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import { sheetPaths, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Context } from "#app/features/context.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { findAssignment, type OwnAssignment } from "./find-assignment.ts";

/** Field-versioned sheet, the same shape as a draft section. */
export type StoredSheet = Record<string, { v: string; n: number; at: string } | undefined>;

export interface SheetChange {
  path: string;
  value: string;
  /** Version of the field the reviewer's page showed; 0 when it was empty. */
  base: number;
}

export interface SheetConflict {
  path: string;
  /** What the other window saved meanwhile. */
  theirs: string;
  mine: string;
  version: number;
}

export type SaveSheetResult =
  | { ok: true; versions: Record<string, number>; conflicts: SheetConflict[]; savedAt: string }
  | { ok: false; reason: "not_found" | "closed" | "unknown_field" | "too_long" };

const longest = 10_000;

/** Keeps what the reviewer typed, field by field; a field that another window changed meanwhile is reported, not overwritten. */
export async function saveSheet(
  ctx: Context,
  assignmentId: string,
  changes: readonly SheetChange[],
): Promise<SaveSheetResult> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, assignmentId, true);
    if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject))
      return { ok: false, reason: "not_found" };
    if (!canWithAssignment(ctx.actor, "score", assignment.subject)) return { ok: false, reason: "closed" };
    const review = await openReview(trx, ctx, assignment);
    if (!review) return { ok: false, reason: "not_found" };
    const rubric = await rubricOfVersion(trx, review.rubric_version_id);
    const known = new Set(sheetPaths(rubric));
    if (changes.some(({ path }) => !known.has(path))) return { ok: false, reason: "unknown_field" };
    if (changes.some(({ value }) => value.length > longest)) return { ok: false, reason: "too_long" };

    const at = ctx.now.toISOString();
    const { sheet, conflicts } = applyChanges(JSON.parse(review.sheet) as StoredSheet, changes, at);
    const scored = Object.values(sheetScores(rubric, rawSheetOf(JSON.stringify(sheet)))).filter(
      Boolean,
    ).length;
    await trx
      .updateTable("review")
      .set({ sheet: JSON.stringify(sheet), scored, updated_at: at, version: review.version + 1 })
      .where("id", "=", review.id)
      .where("version", "=", review.version)
      .execute();
    const versions = Object.fromEntries(changes.map(({ path }) => [path, sheet[path]?.n ?? 0]));
    return { ok: true, versions, conflicts, savedAt: at };
  });
}

/** Compare and set, field by field. Typing what is there already is no change. */
export function applyChanges(stored: StoredSheet, changes: readonly SheetChange[], at: string) {
  const sheet: StoredSheet = { ...stored };
  const conflicts: SheetConflict[] = [];
  for (const { path, value, base } of changes) {
    const field = sheet[path];
    const version = field?.n ?? 0;
    if ((field?.v ?? "") === value) continue;
    if (version !== base) conflicts.push({ path, theirs: field?.v ?? "", mine: value, version });
    else sheet[path] = { v: value, n: version + 1, at };
  }
  return { sheet, conflicts };
}

/** The review of this assignment, begun by the first thing that is saved. */
async function openReview(trx: Write, ctx: Context, assignment: OwnAssignment) {
  const select = () =>
    trx
      .selectFrom("review")
      .select(["id", "sheet", "version", "rubric_version_id"])
      .where("assignment_id", "=", assignment.id)
      .where("state", "=", "draft")
      .$call(forUpdate(trx))
      .executeTakeFirst();
  const begun = await select();
  if (begun || !assignment.submissionId || !assignment.rubricVersionId) return begun;
  const at = ctx.now.toISOString();
  await trx
    .insertInto("review")
    .values({
      id: newId(),
      assignment_id: assignment.id,
      submission_id: assignment.submissionId,
      rubric_version_id: assignment.rubricVersionId,
      sheet: "{}",
      scored: 0,
      state: "draft",
      total_x100: null,
      advice: null,
      in_scope: null,
      started_at: at,
      updated_at: at,
      submitted_at: null,
      version: 1,
    })
    .execute();
  return select();
}
