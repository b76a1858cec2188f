import { createHash } from "node:crypto";
import { sql } from "kysely";
import { reviewerCode } from "#app/domain/reviews/anonymity.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { canWithAssignment } from "#app/domain/reviews/policy.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { RawSheet } from "#app/domain/reviews/score-sheet.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { findAssignment } from "./find-assignment.ts";

/** One reviewer's 评审打分表 (domain.md §5.4). */
export interface ScorePaper {
  number: string;
  version: number;
  callCode: string;
  callTitle: { zh: string; en: string };
  title: { zh: string; en: string };
  company: { zh: string; en: string };
  /** E-001, in the order of assignment among what was submitted; undefined for a draft. */
  code: string | undefined;
  /** For the reviewer and the office; the committee reads codes. */
  reviewer: string | undefined;
  declaredAt: string | null;
  submittedAt: string | null;
  rubric: Rubric;
  sheet: RawSheet;
  totalX100: number | null;
  /** Of what was scored and said, under which rubric and about which submitted bytes. */
  sha256: string;
}

/** The actor's own sheet, a draft too; empty wherever the application is not open to them. */
export async function listOwnScorePaper(ctx: Context, assignmentId: string): Promise<ScorePaper[]> {
  const assignment = await findAssignment(ctx.db.read, ctx, assignmentId);
  if (!assignment || !canWithAssignment(ctx.actor, "read_application", assignment.subject)) return [];
  return toPapers(ctx, await sheetsOf(ctx).where("g.id", "=", assignmentId).execute(), true);
}

/** Every submitted sheet of an application for whoever reads scores. */
export async function listScorePapers(ctx: Context, applicationId: string): Promise<ScorePaper[]> {
  if (!mayReview(ctx.actor, "read_scores")) return [];
  const rows = await sheetsOf(ctx)
    .where("application.id", "=", applicationId)
    .where("g.state", "=", "submitted")
    .where("r.state", "=", "submitted")
    .orderBy("g.id")
    .execute();
  return toPapers(ctx, rows, mayReview(ctx.actor, "read_reviewer_names"));
}

const sheetsOf = (ctx: Context) =>
  visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("call as c", "c.id", "application.call_id")
    .innerJoin("company as o", "o.id", "application.company_id")
    .innerJoin("assignment as g", "g.application_id", "application.id")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .innerJoin("submission as s", "s.id", "r.submission_id")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .select([
      "application.number",
      "application.title_zh",
      "application.title_en",
      "c.code as call_code",
      "c.title_zh as call_zh",
      "c.title_en as call_en",
      "o.name_zh as company_zh",
      "o.name_en as company_en",
      "p.name as reviewer",
      "g.declared_at",
      "r.rubric_version_id",
      "r.sheet",
      "r.state",
      "r.total_x100",
      "r.submitted_at",
      "s.version",
      "s.sha256",
    ])
    .select(
      sql<number>`(select count(*) from assignment e join review f on f.assignment_id = e.id
        where e.application_id = g.application_id and e.state = 'submitted' and f.state = 'submitted'
        and e.id <= g.id)`.as("ordinal"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof sheetsOf>["execute"]>>[number];

async function toPapers(ctx: Context, rows: readonly Row[], named: boolean): Promise<ScorePaper[]> {
  const papers: ScorePaper[] = [];
  for (const row of rows)
    papers.push(toPaper(row, await rubricOfVersion(ctx.db.read, row.rubric_version_id), named));
  return papers;
}

function toPaper(row: Row, rubric: Rubric, named: boolean): ScorePaper {
  const sheet = rawSheetOf(row.sheet);
  const { code, version } = rubric;
  const covered = { submission: row.sha256, rubric: { code, version }, sheet: { ...sheet } };
  return {
    number: row.number ?? "",
    version: row.version,
    callCode: row.call_code,
    callTitle: { zh: row.call_zh, en: row.call_en },
    title: { zh: row.title_zh, en: row.title_en },
    company: { zh: row.company_zh, en: row.company_en },
    code: row.state === "submitted" ? reviewerCode(Number(row.ordinal)) : undefined,
    reviewer: named ? row.reviewer : undefined,
    declaredAt: row.declared_at,
    submittedAt: row.submitted_at,
    rubric,
    sheet,
    totalX100: row.total_x100,
    sha256: createHash("sha256")
      .update(canonicalJson(covered as Parameters<typeof canonicalJson>[0]))
      .digest("hex"),
  };
}
