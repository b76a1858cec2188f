import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import type { Context } from "#app/features/context.ts";

export interface TestApplication {
  id: string;
  number: string | null;
  state: ApplicationState;
  answered: number;
  required: number;
  by: string;
  updatedAt: string;
}

export interface TestsOfCall {
  call: { id: string; code: string; year: number; title: { zh: string; en: string } };
  /** Another may be started: the call has a form and has not opened. */
  mayStart: boolean;
  hasForm: boolean;
  opened: boolean;
  tests: TestApplication[];
  /** Those of them that are the reader's to fill in. */
  own: readonly string[];
}

/** A call with its test applications, the newest first; for those who make them. */
export async function listTests(ctx: Context, callId: string): Promise<TestsOfCall | undefined> {
  const { actor } = ctx;
  if (!mayCall(actor, "test") || actor.kind !== "person") return undefined;
  const { read } = ctx.db;
  const call = await read
    .selectFrom("call")
    .select(["id", "code", "year", "title_zh", "title_en", "form_version_id as formId"])
    .select(["opens_at as opensAt", "closes_at as closesAt"])
    .where("id", "=", callId)
    .executeTakeFirst();
  if (!call) return undefined;
  const rows = await read
    .selectFrom("application")
    .innerJoin("person", "person.id", "application.created_by")
    .select(["application.id", "number", "state", "answered", "required", "company_id as companyId"])
    .select(["application.updated_at as updatedAt", "person.name as by"])
    .where("call_id", "=", callId)
    .where("is_test", "=", 1)
    .orderBy("application.id", "desc")
    .$narrowType<{ state: ApplicationState }>()
    .execute();
  const opened = callState(call, ctx.now) !== "not_open";
  const mine = actor.memberships.map(({ companyId }) => companyId);
  return {
    call: { id: call.id, code: call.code, year: call.year, title: { zh: call.title_zh, en: call.title_en } },
    mayStart: !opened && call.formId !== null,
    hasForm: call.formId !== null,
    opened,
    tests: rows.map(({ companyId: _company, ...test }) => test),
    own: rows.filter(({ companyId }) => mine.includes(companyId)).map(({ id }) => id),
  };
}
