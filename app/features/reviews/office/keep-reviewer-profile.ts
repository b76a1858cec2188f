import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

export interface ReviewerProfile {
  personId: string;
  affiliation: string;
  /** Empty where the employer has no code. */
  affiliationUscc: string;
  discipline: Discipline;
  expertise: readonly string[];
  maxLoad: number;
}

export type KeepProfileRefusal = "not_allowed" | "not_a_reviewer";

/** Sets what the office knows of a reviewer; only with this can applications be assigned to them. */
export function keepReviewerProfile(
  ctx: Context,
  input: ReviewerProfile,
): Promise<{ ok: true } | { ok: false; reason: KeepProfileRefusal }> {
  return ctx.db.write(async (trx) => {
    const { personId } = input;
    if (!mayReview(ctx.actor, "keep_profile", { state: "", personId }))
      return { ok: false, reason: "not_allowed" };
    const reviewer = await trx
      .selectFrom("staff_role")
      .select("person_id")
      .where("person_id", "=", personId)
      .where("role", "=", "reviewer")
      .executeTakeFirst();
    if (!reviewer) return { ok: false, reason: "not_a_reviewer" };
    const facts = {
      affiliation: input.affiliation.trim(),
      affiliation_uscc: input.affiliationUscc,
      discipline: input.discipline,
      expertise: JSON.stringify(input.expertise),
      max_load: input.maxLoad,
    };
    await trx
      .insertInto("reviewer_profile")
      .values({ person_id: personId, ...facts })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(facts))
      .execute();
    await recordEvent(trx, ctx, {
      type: "person.profile_changed",
      subject: { kind: "person", id: personId },
      data: { profile: "reviewer", discipline: input.discipline, maxLoad: input.maxLoad },
    });
    return { ok: true };
  });
}
