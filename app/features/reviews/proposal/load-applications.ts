import type { SubmissionSnapshot } from "#app/domain/applications/submission-snapshot.ts";
import { applicationTopics, type ReviewTopics } from "#app/domain/reviews/review-topics.ts";
import type { Read } from "#app/platform/database/database.ts";

/** An application in review as the match sees it. */
export interface MatchedApplication {
  id: string;
  number: string;
  titleZh: string;
  titleEn: string;
  topics: ReviewTopics;
}

/** Submissions are large: so many are in memory at a time. */
const atOnce = 20;

/** The call's applications in review, by id, or those of them that are named. */
export async function loadApplications(
  db: Read,
  callId: string,
  only?: readonly string[],
): Promise<MatchedApplication[]> {
  if (only?.length === 0) return [];
  const found: MatchedApplication[] = [];
  for (;;) {
    const rows = await db
      .selectFrom("application as a")
      .leftJoin("submission as v", "v.id", "a.current_submission_id")
      .select(["a.id", "a.number", "a.title_zh as titleZh", "a.title_en as titleEn", "v.snapshot"])
      .where("a.call_id", "=", callId)
      .where("a.state", "=", "expert_review")
      .where("a.is_test", "=", 0)
      .where("a.id", ">", found.at(-1)?.id ?? "")
      .$if(only !== undefined, (query) => query.where("a.id", "in", only!))
      .orderBy("a.id")
      .limit(atOnce)
      .execute();
    for (const { snapshot, ...row } of rows) {
      const raw = snapshot === null ? {} : (JSON.parse(snapshot) as SubmissionSnapshot).raw;
      const topics = applicationTopics(raw, [row.titleZh, row.titleEn].filter(Boolean));
      found.push({ ...row, number: row.number ?? "", topics });
    }
    if (rows.length < atOnce) return found;
    // Between two batches whatever else waits has its turn.
    await new Promise((turn) => setImmediate(turn));
  }
}
