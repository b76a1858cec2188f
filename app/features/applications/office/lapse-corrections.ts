import { lapsedReasonCode } from "#app/domain/applications/correction.ts";
import { can } from "#app/domain/applications/policy.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { changeApplication, idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";

/** Run by the worker: corrections that were not answered in time end the application. Returns how many. */
export async function lapseCorrections(ctx: Context): Promise<number> {
  const overdue = await ctx.db.read
    .selectFrom("application")
    .select("id")
    .where("state", "=", "supplement_required")
    .where("due_at", "<=", ctx.now.toISOString())
    .orderBy("due_at")
    .limit(500)
    .execute();
  const lapsed = await Promise.all(overdue.map(({ id }) => lapseCorrection(ctx, id)));
  return lapsed.filter(Boolean).length;
}

/** The company may have answered since the list was read: everything is asked again, under the lock. */
const lapseCorrection = (ctx: Context, id: string): Promise<boolean> =>
  ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, id);
    if (!application || !can(ctx.actor, "lapse", application, ctx.now)) return false;
    const { dueAt, round } = application;
    if (dueAt === null || isBefore(ctx.now, dueAt)) return false;
    const to = transition(application.state, "lapse", "system");
    if (to === null || !(await changeApplication(trx, ctx, application, { state: to }))) return false;
    await recordEvent(trx, ctx, {
      type: "application.lapsed",
      subject: { kind: "application", id: application.id },
      ...idsOf(application),
      data: { round, dueAt, reasonCode: lapsedReasonCode },
    });
    return true;
  });
