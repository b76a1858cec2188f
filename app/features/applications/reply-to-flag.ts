import { companyRole } from "#app/domain/accounts/actor.ts";
import { longestReply } from "#app/domain/applications/correction.ts";
import { can } from "#app/domain/applications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";

interface ReplyToFlag {
  applicationId: string;
  itemId: string;
  /** Empty takes the reply back. */
  reply: string;
  /** As the page showed it: a colleague's words are not written over unseen. */
  seen: string;
}

export type RepliedToFlag =
  { ok: true } | { ok: false; reason: "not_found" | "not_editable" | "too_long" | "stale" };

/** The company's own words on one flag of the running correction: an explanation, or a note to what it changed. */
export function replyToFlag(ctx: Context, input: ReplyToFlag): Promise<RepliedToFlag> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    const item = application && (await findItem(trx, application, input.itemId));
    // The fund reads these pages elsewhere: to its own people this one does not exist.
    if (!item || companyRole(ctx.actor, application.companyId) === undefined)
      return { ok: false, reason: "not_found" };
    if (!can(ctx.actor, "edit", application, ctx.now)) return { ok: false, reason: "not_editable" };
    const reply = input.reply.replaceAll("\r\n", "\n").trim();
    if ([...reply].length > longestReply) return { ok: false, reason: "too_long" };
    if (item.reply === reply) return { ok: true };
    if (item.reply !== input.seen.replaceAll("\r\n", "\n").trim()) return { ok: false, reason: "stale" };
    await trx
      .updateTable("correction_item")
      .set({
        reply,
        replied_at: ctx.now.toISOString(),
        replied_by: ctx.actor.kind === "person" ? ctx.actor.personId : "system",
      })
      .where("id", "=", item.id)
      .where("reply", "=", item.reply)
      .execute();
    await recordEvent(trx, ctx, {
      type: "correction.replied",
      subject: { kind: "correction_item", id: item.id },
      ...idsOf(application),
      data: { round: application.round },
    });
    return { ok: true };
  });
}

const findItem = (
  trx: Parameters<typeof lockApplication>[0],
  { id, round }: { id: string; round: number },
  itemId: string,
) =>
  trx
    .selectFrom("correction_item")
    .select(["id", "reply"])
    .where("id", "=", itemId)
    .where("application_id", "=", id)
    .where("round", "=", round)
    .executeTakeFirst();
