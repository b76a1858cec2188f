import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";

export interface SubmissionSummary {
  id: string;
  version: number;
  sha256: string;
  signedName: string;
  submittedAt: string;
}

/** Every version of an application, newest first. */
export async function listSubmissions(ctx: Context, applicationId: string): Promise<SubmissionSummary[]> {
  return await visibleWithTests(ctx.db.read, ctx.actor)
    .innerJoin("submission as s", "s.application_id", "application.id")
    .select(["s.id", "s.version", "s.sha256", "s.signed_name as signedName", "s.submitted_at as submittedAt"])
    .where("application.id", "=", applicationId)
    .orderBy("s.version", "desc")
    .execute();
}
