import { registryFacts } from "#app/domain/reviews/registry-facts.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { countProblems, readAnswers, registryForm } from "./registry-form.ts";
import { registryColumns, visibleReviewers } from "./visible-reviewers.ts";

type Answer =
  { ok: true } | { ok: false; reason: "not_found" | "not_allowed" | "stale" | "nothing_new" | "incomplete" };

/**
 * The office takes over what the reviewer has given; from then on assignment and the search for conflicts go by it.
 * `version` is the one the office has read: what the reviewer changed since has to be read first.
 */
export async function confirmRegistry(
  ctx: Context,
  { personId, version }: { personId: string; version: number },
): Promise<Answer> {
  return ctx.db.write(async (trx): Promise<Answer> => {
    await holdName(trx, `reviewer_registry:${personId}`, "alone");
    const reviewer = await visibleReviewers(trx, ctx.actor)
      .select(registryColumns)
      .where("p.id", "=", personId)
      .executeTakeFirst();
    if (!reviewer) return { ok: false, reason: "not_found" };
    if (ctx.actor.kind !== "person" || !mayRegistry(ctx.actor, "confirm", personId))
      return { ok: false, reason: "not_allowed" };
    const { answers } = reviewer;
    if (answers === null || reviewer.version === reviewer.confirmedVersion)
      return { ok: false, reason: "nothing_new" };
    if (reviewer.version !== version) return { ok: false, reason: "stale" };
    const raw = readAnswers(answers);
    const facts = registryFacts(registryForm, raw);
    if (!facts || countProblems(raw, ctx.now) > 0) return { ok: false, reason: "incomplete" };
    await trx
      .updateTable("reviewer_registry")
      .set({
        confirmed_answers: answers,
        confirmed_version: version,
        confirmed_by: ctx.actor.personId,
        confirmed_at: ctx.now.toISOString(),
      })
      .where("person_id", "=", personId)
      .execute();
    const profile = {
      affiliation: facts.affiliation,
      affiliation_uscc: facts.affiliationUscc,
      discipline: facts.discipline,
      expertise: JSON.stringify(facts.expertise),
      max_load: facts.maxLoad,
    };
    await trx
      .insertInto("reviewer_profile")
      .values({ person_id: personId, ...profile })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(profile))
      .execute();
    await recordEvent(trx, ctx, {
      type: "reviewer.registry_confirmed",
      subject: { kind: "person", id: personId },
      data: { version, discipline: facts.discipline, maxLoad: facts.maxLoad },
    });
    return { ok: true };
  });
}
