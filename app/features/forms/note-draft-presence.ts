import { builderPresentSince } from "#app/domain/forms/edit/draft-presence.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface DraftPresence {
  name: string;
  /** What they have open; empty for the outline. */
  node: string;
}

/** Says that the actor has a part of a draft open; false where they have no business there. */
export function noteDraftPresence(
  ctx: Context,
  { draftId, node, leaving }: { draftId: string; node: string; leaving: boolean },
): Promise<boolean> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayForm(actor, "edit") || actor.kind !== "person") return false;
    const draft = await trx
      .selectFrom("form_draft")
      .select("id")
      .where("id", "=", draftId)
      .executeTakeFirst();
    if (!draft) return false;
    const mine = { draft_id: draftId, person_id: actor.personId };
    if (leaving) {
      await trx
        .deleteFrom("form_draft_presence")
        .where("draft_id", "=", draftId)
        .where("person_id", "=", actor.personId)
        .where("node", "=", node)
        .execute();
      return true;
    }
    const seen = { node, seen_at: ctx.now.toISOString() };
    await trx
      .insertInto("form_draft_presence")
      .values({ ...mine, ...seen })
      .onConflict((conflict) => conflict.columns(["draft_id", "person_id"]).doUpdateSet(seen))
      .execute();
    return true;
  });
}

/** The others who have the draft open now. */
export async function listDraftPresence(ctx: Context, draftId: string): Promise<DraftPresence[]> {
  const { actor } = ctx;
  if (!mayForm(actor, "read") || actor.kind !== "person") return [];
  return await ctx.db.read
    .selectFrom("form_draft_presence as present")
    .innerJoin("person", "person.id", "present.person_id")
    .select(["person.name", "present.node"])
    .where("present.draft_id", "=", draftId)
    .where("present.person_id", "<>", actor.personId)
    .where("present.seen_at", ">", builderPresentSince(ctx.now))
    .orderBy("person.name")
    .execute();
}
