import { applyOperations } from "#app/domain/applications/draft/apply-operations.ts";
import type { DraftOperation, OperationOutcome } from "#app/domain/applications/draft/draft-operation.ts";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import { wantedHistory } from "#app/domain/applications/draft/wanted-history.ts";
import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { isSheetText, notesPath, sheetPaths, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Context } from "#app/features/context.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { findAssignment, type OwnAssignment } from "./find-assignment.ts";
import { earlierSheetDeliveries, keepSheetHistory, sheetHistory } from "./sheet-history.ts";

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

type Refused = { ok: false; reason: "not_found" | "closed" | "unknown_field" | "too_long" };

export type SaveSheetResult =
  { ok: true; versions: Record<string, number>; conflicts: SheetConflict[]; savedAt: string } | Refused;

export type SavedOperations =
  /** `later`: the number of a version of the application that came in since the sheet was begun. */
  { ok: true; savedAt: string; outcomes: OperationOutcome[]; later: number | undefined } | Refused;

const longest = 10_000;

/**
 * Keeps what the reviewer typed, field by field, as a whole form carries it; a field that another window changed
 * meanwhile is reported, not overwritten.
 */
export async function saveSheet(
  ctx: Context,
  assignmentId: string,
  changes: readonly SheetChange[],
): Promise<SaveSheetResult> {
  const typed = new Map(changes.map((change) => [newId(), change] as const));
  const saved = await saveSheetOperations(
    ctx,
    assignmentId,
    [...typed].map(([opId, { path, value, base }]) => ({
      kind: "set",
      opId,
      path,
      value,
      baseVersion: base,
    })),
  );
  if (!saved.ok) return saved;
  return {
    ok: true,
    savedAt: saved.savedAt,
    versions: Object.fromEntries(saved.outcomes.map(({ path, version }) => [path, version])),
    conflicts: saved.outcomes.flatMap((outcome) =>
      outcome.status === "conflict"
        ? [
            {
              path: outcome.path,
              theirs: String(outcome.theirs.value ?? ""),
              mine: typed.get(outcome.opId)?.value ?? "",
              version: outcome.version,
            },
          ]
        : [],
    ),
  };
}

/**
 * The same as a page sends it while somebody types, with the guarantees of a draft: each operation once, in any order
 * of arrival; changes of one text in two windows merge where they do not overlap, anything else is asked about.
 */
export async function saveSheetOperations(
  ctx: Context,
  assignmentId: string,
  operations: readonly DraftOperation[],
): Promise<SavedOperations> {
  return ctx.db.write(async (trx) => {
    const assignment = await findAssignment(trx, ctx, assignmentId, true);
    if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject))
      return { ok: false, reason: "not_found" };
    if (!canWithAssignment(ctx.actor, "score", assignment.subject)) return { ok: false, reason: "closed" };
    const review = await openReview(trx, ctx, assignment);
    if (!review) return { ok: false, reason: "not_found" };
    const rubric = await rubricOfVersion(trx, review.rubric_version_id);
    const refused = refusal(new Set(sheetPaths(rubric)), operations);
    if (refused) return { ok: false, reason: refused };

    const at = ctx.now.toISOString();
    // Sheets of earlier days carry no name: there is only one who writes.
    const before: DraftSection = { ...JSON.parse(review.sheet), ...JSON.parse(review.notes) };
    const applied = applyOperations(before, operations, {
      ...{ by: assignment.subject.reviewerId, at },
      seen: await earlierSheetDeliveries(trx, review.id, operations),
      history: await sheetHistory(trx, review.id, wantedHistory(before, operations)),
      fixedTables: new Set(),
      isText: isSheetText,
    });
    const changes = [...applied.changes, ...applied.refusals];
    if (changes.length > 0) {
      await writeSheet(trx, review, rubric, { section: applied.section, at });
      await keepSheetHistory(trx, review.id, at, changes);
    }
    const later = await laterVersion(trx, assignment, review.submission_id);
    return { ok: true, savedAt: at, outcomes: applied.outcomes, later };
  });
}

function refusal(
  known: ReadonlySet<string>,
  operations: readonly DraftOperation[],
): "unknown_field" | "too_long" | undefined {
  for (const operation of operations) {
    if (operation.kind !== "set" || typeof operation.value !== "string" || !known.has(operation.path))
      return "unknown_field";
    if (operation.value.length > longest) return "too_long";
  }
  return undefined;
}

async function writeSheet(
  trx: Write,
  review: { id: string; version: number },
  rubric: Rubric,
  { section, at }: { section: DraftSection; at: string },
): Promise<void> {
  const { [notesPath]: notes, ...fields } = section;
  const sheet = JSON.stringify(fields);
  const scored = Object.values(sheetScores(rubric, rawSheetOf(sheet))).filter(Boolean).length;
  await trx
    .updateTable("review")
    .set({
      sheet,
      notes: JSON.stringify(notes ? { [notesPath]: notes } : {}),
      scored,
      updated_at: at,
      version: review.version + 1,
    })
    .where("id", "=", review.id)
    .where("version", "=", review.version)
    .execute();
}

async function laterVersion(
  trx: Write,
  { submissionId }: OwnAssignment,
  reviewed: string,
): Promise<number | undefined> {
  if (submissionId === null || submissionId === reviewed) return undefined;
  const standing = await trx
    .selectFrom("submission")
    .select("version")
    .where("id", "=", submissionId)
    .executeTakeFirst();
  return standing?.version;
}

/** The review of this assignment, begun by the first thing that is saved. */
async function openReview(trx: Write, ctx: Context, assignment: OwnAssignment) {
  const select = () =>
    trx
      .selectFrom("review")
      .select(["id", "sheet", "notes", "version", "rubric_version_id", "submission_id"])
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
