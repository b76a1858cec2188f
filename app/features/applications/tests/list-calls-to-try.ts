import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";

export interface CallToTry {
  id: string;
  code: string;
  title: { zh: string; en: string };
  opensAt: string | null;
  hasForm: boolean;
  tests: { id: string; number: string | null; state: ApplicationState; updatedAt: string }[];
}

/** The calls a tester from outside may try until they open, each with the tester's own tests. */
export async function listCallsToTry({ db, actor, now }: Context): Promise<CallToTry[]> {
  if (actor.kind !== "person") return [];
  const { personId } = actor;
  const calls = await db.read
    .selectFrom("call_tester")
    .innerJoin("call", "call.id", "call_tester.call_id")
    .select(["call.id", "code", "title_zh", "title_en", "form_version_id as formId"])
    .select(["opens_at as opensAt", "closes_at as closesAt"])
    .where("person_id", "=", personId)
    .orderBy("code")
    .execute();
  const untried = calls.filter((call) => callState(call, now) === "not_open");
  if (untried.length === 0) return [];
  const tests = await db.read
    .selectFrom("application")
    .select(["id", "call_id as callId", "number", "state", "updated_at as updatedAt"])
    .where("is_test", "=", 1)
    .where("created_by", "=", personId)
    .orderBy("id", "desc")
    .$narrowType<{ state: ApplicationState }>()
    .execute();
  return untried.map(({ id, code, title_zh: zh, title_en: en, formId, opensAt }) => ({
    ...{ id, code, title: { zh, en }, opensAt, hasForm: formId !== null },
    tests: tests.filter(({ callId }) => callId === id).map(({ callId: _call, ...test }) => test),
  }));
}
