import { type FoundConflict, findConflicts } from "#app/domain/reviews/ties/find-conflicts.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import type { Read } from "#app/platform/database/database.ts";
import { loadReviewerTies } from "./load-reviewer-ties.ts";
import { loadNeighbourhood } from "./load-tied-applications.ts";

/** What is found now between one application and these reviewers (all of them when none are named). */
export async function searchConflicts(
  db: Read,
  { now }: Pick<Context, "now">,
  applicationId: string,
  personIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly FoundConflict[]>> {
  const reviewers = await loadReviewerTies(db, personIds);
  const around = await loadNeighbourhood(db, applicationId, reviewers);
  if (!around) return new Map();
  const today = beijingDay(now);
  return new Map(
    reviewers.map((reviewer) => [
      reviewer.personId,
      findConflicts(around.graph, reviewer, around.application, today),
    ]),
  );
}
