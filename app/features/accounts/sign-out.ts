import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

/** Ends the session of this request, whether or not the second factor was given. */
export async function signOut(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") return;
  await ctx.db.write(async (trx) => {
    const ended = await trx.deleteFrom("session").where("id", "=", actor.sessionId).executeTakeFirst();
    if (ended.numDeletedRows === 1n)
      await recordEvent(trx, ctx, {
        type: "person.signed_out",
        subject: { kind: "person", id: actor.personId },
        data: { sessionId: actor.sessionId },
      });
  });
}
