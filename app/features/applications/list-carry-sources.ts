import { fromApplication, type CarrySource } from "#app/domain/applications/draft/carry-over.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { HashedFile } from "#app/domain/forms/snapshot.ts";
import type { Context } from "#app/features/context.ts";
import { type ApplicationHead, applicationHeads, roleIn } from "./application-head.ts";
import { findDraft } from "./find-draft.ts";
import { findSubmission } from "./find-submission.ts";

/** The company's other applications, to any call, the newest first. */
export async function listCarrySources(
  ctx: Context,
  { id, companyId }: Pick<ApplicationHead, "id" | "companyId">,
): Promise<ApplicationHead[]> {
  if (!roleIn(ctx.actor, { companyId })) return [];
  return await applicationHeads(ctx.db.read, ctx.actor)
    .where("application.company_id", "=", companyId)
    .where("application.id", "!=", id)
    .where("application.is_test", "=", 0)
    .orderBy("application.updated_at", "desc")
    .limit(50)
    .execute();
}

export interface EarlierApplication {
  head: ApplicationHead;
  /** Version of the submission that is taken; null for a draft that was never submitted. */
  version: number | null;
  definition: FormDefinition;
  source: CarrySource;
  files: Readonly<Record<string, readonly HashedFile[]>>;
  mayReadRestricted: boolean;
}

/** An application of the same company, as it was last submitted, or as its draft stands. */
export async function findEarlierApplication(
  ctx: Context,
  { id, companyId }: { id: string; companyId: string },
): Promise<EarlierApplication | undefined> {
  const draft = await findDraft(ctx, id);
  if (!draft || draft.head.companyId !== companyId) return undefined;
  const { head } = draft;
  const submitted = head.currentSubmissionId ? await findSubmission(ctx, { applicationId: id }) : undefined;
  const { definition, env, mayReadRestricted } = submitted ?? draft;
  return {
    head,
    version: submitted?.version ?? null,
    definition,
    source: fromApplication(definition, submitted?.snapshot.raw ?? draft.raw),
    files: env.files,
    mayReadRestricted,
  };
}
