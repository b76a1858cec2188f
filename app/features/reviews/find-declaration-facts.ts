import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { type Surroundings, surroundingsOf } from "#app/domain/applications/surroundings.ts";
import type { Context } from "#app/features/context.ts";
import { findAssignment, type OwnAssignment } from "./find-assignment.ts";

export interface DeclarationFacts {
  assignment: OwnAssignment;
  title: { zh: string; en: string };
  company: { zh: string; en: string };
  surroundings: Surroundings;
}

/** The names a reviewer needs to judge whether there is a conflict, and nothing else of the application. */
export async function findDeclarationFacts(
  ctx: Context,
  assignmentId: string,
): Promise<DeclarationFacts | undefined> {
  const assignment = await findAssignment(ctx.db.read, ctx, assignmentId);
  if (!assignment || !["assigned", "accepted"].includes(assignment.state) || assignment.subject.blocked)
    return undefined;
  const row = await ctx.db.read
    .selectFrom("application as a")
    .innerJoin("company as c", "c.id", "a.company_id")
    .leftJoin("submission as s", "s.id", "a.current_submission_id")
    .select(["a.title_zh", "a.title_en", "c.name_zh", "c.name_en", "s.snapshot"])
    .where("a.id", "=", assignment.applicationId)
    .executeTakeFirstOrThrow();
  const answers = row.snapshot ? (JSON.parse(row.snapshot) as SubmissionSnapshot).answers : {};
  return {
    assignment,
    title: { zh: row.title_zh, en: row.title_en },
    company: { zh: row.name_zh, en: row.name_en },
    surroundings: surroundingsOf(answers),
  };
}
