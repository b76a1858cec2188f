import { can } from "#app/domain/applications/policy.ts";
import { type Checklist, readChecklist } from "#app/domain/applications/formal-check.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { isBefore } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import {
  changeApplication,
  idsOf,
  type LockedApplication,
  lockApplication,
} from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";

export interface StartFormalCheck {
  applicationId: string;
  version: number;
  /** While the call is open the company may still send a better version; the officer says so knowingly. */
  evenThoughOpen: boolean;
}

export type StartRefusal =
  "not_found" | "not_allowed" | "wrong_state" | "call_open" | "already_started" | "stale";

/** Takes a submitted application, or one that came back from correction, into the formal check. */
export function startFormalCheck(
  ctx: Context,
  input: StartFormalCheck,
): Promise<{ ok: true; checkId: string } | { ok: false; reason: StartRefusal }> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    if (!can(ctx.actor, "check", application, ctx.now)) return refuse("not_allowed");
    const returned = application.state === "formal_review";
    const to = returned ? application.state : transition(application.state, "start_formal_check", "officer");
    if (to === null || !application.submissionId) return refuse("wrong_state");
    const open = !returned && application.closesAt !== null && isBefore(ctx.now, application.closesAt);
    if (open && !input.evenThoughOpen) return refuse("call_open");
    if (application.version !== input.version) return refuse("stale");
    const earlier = await lastCheck(trx, application.id);
    if (earlier?.result === "open") return refuse("already_started");
    const officerId = application.officerId ?? (ctx.actor.kind === "person" ? ctx.actor.personId : null);
    if (!(await changeApplication(trx, ctx, application, { state: to, officerId }))) return refuse("stale");
    const checkId = await insertCheck(trx, ctx, application, application.submissionId, earlier?.checklist);
    await recordEvent(trx, ctx, {
      type: "formal_check.started",
      subject: { kind: "formal_check", id: checkId },
      ...idsOf(application),
      data: { round: application.round, submissionId: application.submissionId },
    });
    return { ok: true, checkId };
  });
}

const lastCheck = (trx: Write, applicationId: string) =>
  trx
    .selectFrom("formal_check")
    .select(["id", "result", "checklist"])
    .where("application_id", "=", applicationId)
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

async function insertCheck(
  trx: Write,
  ctx: Context,
  application: LockedApplication,
  submissionId: string,
  earlier: string | undefined,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto("formal_check")
    .values({
      ...{ id, application_id: application.id, submission_id: submissionId, version: 1 },
      officer_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      checklist: JSON.stringify(stillGood(readChecklist(earlier === undefined ? {} : JSON.parse(earlier)))),
      ...{ result: "open", reason_code: null, reason_text: "", decided_at: null },
      opened_at: ctx.now.toISOString(),
    })
    .execute();
  return id;
}

/** After a correction only what was wrong is looked at again. */
const stillGood = (checklist: Checklist): Checklist =>
  Object.fromEntries(Object.entries(checklist).filter(([, item]) => item?.result === "ok"));

const refuse = (reason: StartRefusal) => ({ ok: false, reason }) as const;
