import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import { type CallState, callState } from "#app/domain/calls/call-state.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface CallInput {
  callId: string;
  /** Of the call, as the page had it. */
  version: number;
}

export interface LockedCall {
  id: string;
  opensAt: string | null;
  closesAt: string | null;
  reviewStartedAt: string | null;
  publishedAt: string | null;
  version: number;
  state: CallState;
  /** The public knows of it. */
  listed: boolean;
  ready: boolean;
}

export type CallRefusal =
  "not_found" | "not_allowed" | "wrong_state" | "not_ready" | "times" | "reason" | "notice" | "stale";

export interface CallChange {
  type: EventType;
  set: { opens_at?: string; closes_at?: string; review_started_at?: string; published_at?: string };
  data: { from: string | null; to: string; reason?: string };
}

/** One audited change of a call's moments: `decide` says what becomes of the call it is shown, or refuses. */
export function changeCall(
  ctx: Context,
  input: CallInput,
  decide: (call: LockedCall, trx: Write) => CallChange | CallRefusal | Promise<CallChange | CallRefusal>,
): Promise<{ ok: true } | { ok: false; reason: CallRefusal }> {
  return ctx.db.write(async (trx) => {
    if (!mayOffice(ctx.actor, "run_calls")) return { ok: false, reason: "not_allowed" };
    const call = await lockCall(trx, ctx, input.callId);
    if (!call) return { ok: false, reason: "not_found" };
    if (call.version !== input.version) return { ok: false, reason: "stale" };
    const change = await decide(call, trx);
    if (typeof change === "string") return { ok: false, reason: change };
    await trx
      .updateTable("call")
      .set({ ...change.set, version: call.version + 1 })
      .where("id", "=", call.id)
      .execute();
    await recordEvent(trx, ctx, {
      type: change.type,
      subject: { kind: "call", id: call.id },
      callId: call.id,
      data: change.data,
    });
    return { ok: true };
  });
}

async function lockCall(trx: Write, { now }: Context, id: string): Promise<LockedCall | undefined> {
  const row = await trx
    .selectFrom("call")
    .select([
      "id",
      "opens_at as opensAt",
      "closes_at as closesAt",
      "review_started_at as reviewStartedAt",
      "published_at as publishedAt",
      "form_version_id",
      "rubric_version_id",
      "version",
      "listed",
    ])
    .where("id", "=", id)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  if (!row) return undefined;
  const { form_version_id: form, rubric_version_id: rubric, listed, ...call } = row;
  return {
    ...call,
    listed: listed === 1,
    state: callState(call, now),
    ready: form !== null && rubric !== null,
  };
}
