import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import type { Context } from "#app/features/context.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate, holdName } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { refreshApplication } from "../refresh-application.ts";
import { insertDraft } from "../start-application.ts";

export type StartedTest =
  | { ok: true; applicationId: string }
  | { ok: false; reason: "not_allowed" | "not_found" | "opened" | "no_form" };

/** A test application to the form of a call that has not opened, filled in on the applicants' own pages. */
export function startTest(ctx: Context, { callId }: { callId: string }): Promise<StartedTest> {
  return ctx.db.write(async (trx) => {
    const { actor } = ctx;
    if (!mayCall(actor, "test") || actor.kind !== "person") return { ok: false, reason: "not_allowed" };
    const call = await trx
      .selectFrom("call")
      .select(["form_version_id as formId", "opens_at as opensAt", "closes_at as closesAt"])
      .where("id", "=", callId)
      .$call(forUpdate(trx))
      .executeTakeFirst();
    if (!call) return { ok: false, reason: "not_found" };
    if (callState(call, ctx.now) !== "not_open") return { ok: false, reason: "opened" };
    if (call.formId === null) return { ok: false, reason: "no_form" };
    const companyId = await joinTestCompany(trx, ctx, actor.personId);
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

/** Held by whoever founds or dissolves the company of the tests. */
export const testCompanyName = "test_company";

const body = "91149900MA0TE5T00";
/** Passes every check of a code and is nobody's. */
export const testUscc = body + usccCheckCharacter(body);

/** The one company that tests are made for, with everybody who makes them as an owner. */
async function joinTestCompany(trx: Write, { now }: Context, personId: string): Promise<string> {
  const at = now.toISOString();
  await holdName(trx, testCompanyName, "alone");
  const standing = await trx.selectFrom("company").select("id").where("is_test", "=", 1).executeTakeFirst();
  const id = standing?.id ?? newId();
  if (!standing)
    await trx
      .insertInto("company")
      .values({
        ...{ id, uscc: testUscc, uscc_state: "valid", licence_file_id: null, profile: "{}", is_test: 1 },
        ...{ name_zh: "测试企业（非真实）", name_en: "Test company (not real)" },
        ...{ created_at: at, created_by: personId, version: 1 },
      })
      .execute();
  await trx
    .insertInto("company_member")
    .values({ company_id: id, person_id: personId, role: "owner", added_by: null, added_at: at })
    .onConflict((conflict) => conflict.columns(["company_id", "person_id"]).doNothing())
    .execute();
  return id;
}
