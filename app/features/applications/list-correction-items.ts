import type { FlaggedPlace } from "#app/domain/applications/correction.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface CorrectionItem extends FlaggedPlace {
  id: string;
  round: number;
  reason: string;
  wanted: string;
  createdAt: string;
  /** When the company last changed something there; null while it has not. */
  answeredAt: string | null;
  /** Empty for the question itself. */
  fileId: string;
  /** The company's own words on it; empty while there are none. */
  reply: string;
}

/** What the office flagged, in the order it was listed; one round, or all of them. */
export async function listCorrectionItems(
  db: Read,
  applicationId: string,
  round?: number,
): Promise<CorrectionItem[]> {
  let items = db
    .selectFrom("correction_item")
    .select([
      "id",
      "round",
      "section_key as sectionKey",
      "question_key as questionKey",
      "reason",
      "wanted",
      "created_at as createdAt",
      "answered_at as answeredAt",
      "file_id as fileId",
      "reply",
    ])
    .where("application_id", "=", applicationId)
    .orderBy("round")
    .orderBy("created_at")
    .orderBy("id");
  if (round !== undefined) items = items.where("round", "=", round);
  return await items.execute();
}
