import { createHash } from "node:crypto";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { ReviewRecord } from "#app/domain/reviews/review-record.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Context } from "#app/features/context.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";

export interface FoundReviewRecord {
  applicationId: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  reviewer: string;
  submittedAt: string | null;
  rubric: Rubric;
  /** The last first; empty for a sheet that came in before records were kept. */
  revisions: readonly KeptRecord[];
}

export interface KeptRecord {
  record: ReviewRecord;
  sha256: string;
  /** The bytes still have this hash, and the event that was recorded with them names it. */
  isIntact: boolean;
}

/** What the author of a sheet could see when it came in: for those who may know who it was. */
export async function findReviewRecord(
  ctx: Context,
  applicationId: string,
  reviewId: string,
): Promise<FoundReviewRecord | undefined> {
  if (!mayReview(ctx.actor, "read_reviewer_names")) return undefined;
  const head = await visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("assignment as g", "g.application_id", "application.id")
    .innerJoin("review as r", "r.assignment_id", "g.id")
    .innerJoin("person as p", "p.id", "g.reviewer_id")
    .select([
      "application.id as applicationId",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "p.name as reviewer",
      "r.submitted_at as submittedAt",
      "r.rubric_version_id as rubricVersionId",
    ])
    .where("application.id", "=", applicationId)
    .where("r.id", "=", reviewId)
    .where("r.state", "=", "submitted")
    .executeTakeFirst();
  if (!head) return undefined;
  const { rubricVersionId, ...facts } = head;
  return {
    ...facts,
    rubric: await rubricOfVersion(ctx.db.read, rubricVersionId),
    revisions: await findRevisions(ctx, applicationId, reviewId),
  };
}

async function findRevisions(
  { db }: Context,
  applicationId: string,
  reviewId: string,
): Promise<KeptRecord[]> {
  const rows = await db.read
    .selectFrom("review_record")
    .select(["content", "sha256"])
    .where("review_id", "=", reviewId)
    .orderBy("revision", "desc")
    .execute();
  const events = await db.read
    .selectFrom("event")
    .select("data")
    .where("application_id", "=", applicationId)
    .where("subject_kind", "=", "review")
    .where("subject_id", "=", reviewId)
    .execute();
  const named = new Set(
    events.map(({ data }) => (JSON.parse(data) as { recordSha256?: string }).recordSha256),
  );
  return rows.map(({ content, sha256 }) => ({
    record: JSON.parse(content) as ReviewRecord,
    sha256,
    isIntact: createHash("sha256").update(content).digest("hex") === sha256 && named.has(sha256),
  }));
}
