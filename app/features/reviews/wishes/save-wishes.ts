import { type WishKind, wishKinds } from "#app/domain/reviews/assignment-run.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { wishableApplications } from "./wishable-applications.ts";
import { wishesPerPage } from "./list-wishes.ts";

export interface SaidWish {
  applicationId: string;
  /** Empty takes the wish back. */
  wish: string;
}

export type WishRefusal = "not_found" | "unknown_wish";

/** Keeps a page of wishes. What the reviewer may no longer see is left out as if it were not there. */
export function saveWishes(
  ctx: Context,
  said: readonly SaidWish[],
): Promise<{ ok: true; changed: number } | { ok: false; reason: WishRefusal }> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    const personId = actor.kind === "person" ? actor.personId : "";
    if (!mayRegistry(actor, "wish", personId)) return { ok: false, reason: "not_found" };
    if (said.length > wishesPerPage || said.some(({ wish }) => wish !== "" && !isWish(wish)))
      return { ok: false, reason: "unknown_wish" };
    await holdName(trx, `reviewer_wish:${personId}`, "alone");
    const ids = said.map(({ applicationId }) => applicationId);
    const known = await wishableApplications(trx, actor)
      .leftJoin("reviewer_wish as w", (join) =>
        join.onRef("w.application_id", "=", "a.id").onRef("w.person_id", "=", "r.person_id"),
      )
      .select(["a.id", "w.wish"])
      .where("a.id", "in", ids.length > 0 ? ids : [""])
      .execute();
    const changes = said.filter(({ applicationId, wish }) =>
      known.some(({ id, wish: before }) => id === applicationId && (before ?? "") !== wish),
    );
    if (known.length === 0) return { ok: false, reason: "not_found" };
    if (changes.length === 0) return { ok: true, changed: 0 };
    for (const { applicationId, wish } of changes) {
      const row = { person_id: personId, application_id: applicationId };
      if (isWish(wish))
        await trx
          .insertInto("reviewer_wish")
          .values({ ...row, wish, updated_at: ctx.now.toISOString() })
          .onConflict((conflict) =>
            conflict
              .columns(["person_id", "application_id"])
              .doUpdateSet({ wish, updated_at: ctx.now.toISOString() }),
          )
          .execute();
      else
        await trx
          .deleteFrom("reviewer_wish")
          .where("person_id", "=", personId)
          .where("application_id", "=", applicationId)
          .execute();
    }
    await recordEvent(trx, ctx, {
      type: "reviewer.wishes_changed",
      subject: { kind: "person", id: personId },
      data: { wishes: Object.fromEntries(changes.map(({ applicationId, wish }) => [applicationId, wish])) },
    });
    return { ok: true, changed: changes.length };
  });
}

const isWish = (text: string): text is WishKind => (wishKinds as readonly string[]).includes(text);
