import { reviewerCode, type ReviewReader, reviewVisibility } from "#app/domain/reviews/anonymity.ts";
import {
  type AggregateScore,
  aggregateScores,
  type SheetScores,
} from "#app/domain/reviews/aggregate-scores.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { type Advice, type RawSheet, sheetFlags, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Context } from "#app/features/context.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface SheetRecord {
  reviewId: string;
  /** A name for the office and the auditor, a code for the committee. */
  reviewer: string;
  discipline: string | null;
  submittedAt: string;
  scores: SheetScores["scores"];
  comments: Readonly<Record<string, string>>;
  overall: string;
  strengths: string;
  weaknesses: string;
  questions: string;
  advice: Advice;
  inScope: boolean;
  flags: readonly string[];
  /** Left out of the trimmed mean as the highest or the lowest. */
  dropped: "highest" | "lowest" | null;
}

export interface ScoreRecord {
  rubric: Rubric;
  sheets: readonly SheetRecord[];
  sum: AggregateScore;
}

/** Every sheet that counts and what they add up to: the arithmetic behind a row of the ranking. */
export async function findScoreRecord(ctx: Context, applicationId: string): Promise<ScoreRecord | undefined> {
  if (!mayReview(ctx.actor, "read_scores")) return undefined;
  const rows = await submittedSheets(ctx, applicationId);
  const rubricVersionId = rows[0]?.rubricVersionId;
  if (!rubricVersionId) return undefined;
  const rubric = await rubricOfVersion(ctx.db.read, rubricVersionId);
  const named = reviewVisibility(readerOf(ctx.actor), false).reviewers === "name";
  const sheets = rows
    .filter((row) => row.rubricVersionId === rubricVersionId)
    .map((row, index) => toSheet(rubric, row, named ? row.reviewer : reviewerCode(index + 1)));
  const sum = aggregateScores(rubric, sheets);
  return { rubric, sheets: markDropped(sheets, sum), sum };
}

const readerOf = (actor: Actor): ReviewReader =>
  mayReview(actor, "read_reviewer_names") ? { kind: "office" } : { kind: "committee" };

const submittedSheets = (ctx: Context, applicationId: string) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment as g", "g.application_id", "application.id")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .leftJoin("reviewer_profile as f", "f.person_id", "g.reviewer_id")
    .select([
      "r.id as reviewId",
      "r.rubric_version_id as rubricVersionId",
      "r.sheet",
      "r.advice",
      "r.in_scope as inScope",
      "r.submitted_at as submittedAt",
      "p.name as reviewer",
      "f.discipline",
    ])
    .where("application.id", "=", applicationId)
    .where("g.state", "=", "submitted")
    .where("r.state", "=", "submitted")
    // The order of assignment, which is also the order of the codes.
    .orderBy("g.id")
    .execute();

type SubmittedSheet = Awaited<ReturnType<typeof submittedSheets>>[number];

function toSheet(rubric: Rubric, row: SubmittedSheet, reviewer: string): SheetRecord {
  const raw: RawSheet = rawSheetOf(row.sheet);
  const text = (path: string) => (raw[path] ?? "").trim();
  return {
    reviewId: row.reviewId,
    reviewer,
    discipline: row.discipline,
    submittedAt: row.submittedAt ?? "",
    scores: sheetScores(rubric, raw) as SheetScores["scores"],
    comments: Object.fromEntries(rubric.criteria.map(({ key }) => [key, text(`${key}.comment`)])),
    overall: text("overall"),
    strengths: text("strengths"),
    weaknesses: text("weaknesses"),
    questions: text("questions"),
    advice: row.advice ?? "not_recommend",
    inScope: row.inScope === 1,
    flags: sheetFlags.filter((flag) => raw[`flag.${flag}`] === "yes"),
    dropped: null,
  };
}

/** The trimmed mean leaves out one highest and one lowest total; of equal ones the first. */
function markDropped(sheets: readonly SheetRecord[], sum: AggregateScore): SheetRecord[] {
  if (sum.method !== "trimmed") return [...sheets];
  const totals = sum.totals.map((total) => total.units);
  const highest = totals.reduce((best, units, index) => (units > (totals[best] ?? 0n) ? index : best), 0);
  const lowest = totals.reduce(
    (best, units, index) =>
      index !== highest && (best === highest || units < (totals[best] ?? 0n)) ? index : best,
    highest,
  );
  const mark = (index: number) => (index === highest ? "highest" : index === lowest ? "lowest" : null);
  return sheets.map((sheet, index) => ({ ...sheet, dropped: mark(index) }));
}
