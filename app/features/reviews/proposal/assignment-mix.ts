import { type MixWeights, usualMix } from "#app/domain/reviews/assignment-run.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface AssignmentMix {
  weights: MixWeights;
  wishesOpen: boolean;
  /** 0 while nobody has set anything. */
  version: number;
}

/** How the call weighs a match, and whether its reviewers are asked for wishes. */
export async function assignmentMix(db: Read, callId: string): Promise<AssignmentMix> {
  const row = await db
    .selectFrom("assignment_setting")
    .select(["declared_weight", "text_weight", "wish_weight", "wishes_open", "version"])
    .where("call_id", "=", callId)
    .executeTakeFirst();
  if (!row) return { weights: usualMix, wishesOpen: false, version: 0 };
  return {
    weights: { declared: row.declared_weight, text: row.text_weight, wish: row.wish_weight },
    wishesOpen: row.wishes_open === 1,
    version: row.version,
  };
}
