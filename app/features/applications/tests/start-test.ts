import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { refreshApplication } from "../refresh-application.ts";
import { insertDraft } from "../start-application.ts";
import { isTester } from "./is-tester.ts";
import { joinTestCompany } from "./test-company.ts";

export type StartedTest =
  | { ok: true; applicationId: string }
  | { ok: false; reason: "not_allowed" | "not_found" | "opened" | "no_form" };

/**
 * A test application to the form of a call that has not opened, filled in on the applicants' own pages: by the office
 * and by whom it invited to try this call.
 */
export function startTest(ctx: Context, { callId }: { callId: string }): Promise<StartedTest> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = await trx
      .selectFrom("call")
      .select(["form_version_id as formId", "opens_at as opensAt", "closes_at as closesAt"])
      .where("id", "=", callId)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!mayCall(actor, "test") && !(await isTester(trx, actor, callId)))
      return { ok: false, reason: "not_allowed" };
    if (!call) return { ok: false, reason: "not_found" };
    if (callState(call, ctx.now) !== "not_open") return { ok: false, reason: "opened" };
    if (call.formId === null) return { ok: false, reason: "no_form" };
    const companyId = await joinTestCompany(trx, ctx, actor);
    const applicationId = await insertDraft(trx, ctx, callId, companyId, call.formId, 1);
    await refreshApplication(trx, ctx, applicationId, await formOfVersion(trx, call.formId));
    await recordEvent(trx, ctx, {
      type: "application.test_started",
      subject: { kind: "application", id: applicationId },
      ...{ applicationId, companyId, callId },
    });
    return { ok: true, applicationId };
  });
}
