import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { type ApplicationHead, applicationHeads, standingOf, subjectOf } from "./application-head.ts";

export interface FoundApplication extends ApplicationHead {
  /** Whether the reader may see export-control answers and other restricted questions. */
  mayReadRestricted: boolean;
}

/**
 * The application, when the reader may read it; undefined exactly as if it did not exist otherwise. Test applications
 * only for those who ask for them: the pages on which they are filled in.
 */
export async function findApplication(
  ctx: Context,
  id: string,
  { tests = false }: { tests?: boolean } = {},
): Promise<FoundApplication | undefined> {
  const head = await applicationHeads(ctx.db.read, ctx.actor)
    .where("application.id", "=", id)
    .executeTakeFirst();
  if (!head || (head.isTest === 1 && !tests)) return undefined;
  const subject = subjectOf(head, await standingOf(ctx.db.read, ctx.actor, id));
  if (!can(ctx.actor, "read", subject, ctx.now)) return undefined;
  return { ...head, mayReadRestricted: can(ctx.actor, "read_restricted", subject, ctx.now) };
}
