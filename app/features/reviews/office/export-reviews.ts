import { reviewerCode } from "#app/domain/reviews/anonymity.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { type Advice, type RawSheet, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import type { Score } from "#app/domain/reviews/reviewer-total.ts";
import type { Context } from "#app/features/context.ts";
import { keysetBatches } from "#app/features/keyset-batches.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findRankedCall, type RankedCall } from "./find-ranked-call.ts";

export interface ExportedReview {
  id: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  /** A name for the office and the auditor, a code for the committee. */
  reviewer: string;
  discipline: string | null;
  submittedAt: string | null;
  scores: Readonly<Record<string, Score | undefined>>;
  totalX100: number | null;
  advice: Advice | null;
  inScope: boolean;
  sheet: RawSheet;
}

export interface ReviewExport {
  call: RankedCall;
  rubric: Rubric;
  rows: AsyncIterable<ExportedReview>;
}

/** Every valid sheet of a call with all that was written on it; undefined for those who may not take it. */
export async function exportReviews(ctx: Context, code: string): Promise<ReviewExport | undefined> {
  if (!mayReview(ctx.actor, "export_scores")) return undefined;
  const call = await findRankedCall(ctx, code);
  if (!call) return undefined;
  const rubric = await rubricOfVersion(ctx.db.read, call.rubricVersionId);
  return { call, rubric, rows: submittedSheets(ctx, call, rubric) };
}

async function* submittedSheets(
  ctx: Context,
  call: RankedCall,
  rubric: Rubric,
): AsyncGenerator<ExportedReview> {
  const named = mayReview(ctx.actor, "read_reviewer_names");
  let ordinal = 0;
  let above = "";
  for await (const row of keysetBatches<SheetRow>((last, limit) => fetchBatch(ctx, call.id, last, limit))) {
    ordinal = row.applicationId === above ? ordinal + 1 : 1;
    above = row.applicationId;
    const { sheet, inScope, applicationId: _, rubricVersionId, assignmentId: __, ...rest } = row;
    if (rubricVersionId !== call.rubricVersionId) continue;
    const raw = rawSheetOf(sheet);
    const reviewer = named ? row.reviewer : reviewerCode(ordinal);
    yield { ...rest, reviewer, inScope: inScope === 1, scores: sheetScores(rubric, raw), sheet: raw };
  }
}

type SheetRow = Awaited<ReturnType<typeof fetchBatch>>[number];

function fetchBatch(
  ctx: Context,
  callId: string,
  last: { applicationId: string; assignmentId: string } | undefined,
  limit: number,
) {
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment as g", "g.application_id", "application.id")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .leftJoin("reviewer_profile as f", "f.person_id", "g.reviewer_id")
    .select([
      "r.id",
      "application.id as applicationId",
      "application.number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "g.id as assignmentId",
      "p.name as reviewer",
      "f.discipline",
      "r.submitted_at as submittedAt",
      "r.sheet",
      "r.rubric_version_id as rubricVersionId",
      "r.total_x100 as totalX100",
      "r.advice",
      "r.in_scope as inScope",
    ])
    .where("application.call_id", "=", callId)
    .where("g.state", "=", "submitted")
    .where("r.state", "=", "submitted")
    .orderBy("application.id")
    .orderBy("g.id")
    .limit(limit);
  if (last)
    rows = rows.where((eb) =>
      eb(eb.refTuple("application.id", "g.id"), ">", eb.tuple(last.applicationId, last.assignmentId)),
    );
  return rows.execute();
}
