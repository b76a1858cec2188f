import { type Rubric, rubricSchema } from "#app/domain/reviews/rubric.ts";
import type { Read } from "#app/platform/database/database.ts";

// A version never changes once written, and there are few of them.
const parsed = new Map<string, Rubric>();

/** The rubric a call froze at its opening. */
export async function rubricOfVersion(db: Read, versionId: string): Promise<Rubric> {
  const known = parsed.get(versionId);
  if (known) return known;
  const row = await db
    .selectFrom("rubric_version")
    .select("definition")
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  const rubric = rubricSchema.parse(JSON.parse(row.definition));
  parsed.set(versionId, rubric);
  return rubric;
}
