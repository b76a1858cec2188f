import { after } from "#app/domain/accounts/lifetimes.ts";
import { callState } from "#app/domain/calls/call-state.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { emailKey } from "#app/domain/shared/email.ts";
import type { Context } from "#app/features/context.ts";
import { queueMail } from "#app/features/queue-mail.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { newToken } from "#app/platform/secret-token.ts";

type Answer =
  | { ok: true; token: string }
  | {
      ok: false;
      reason:
        "not_allowed" | "not_found" | "opened" | "no_form" | "already_invited" | "has_role" | "too_many";
    };

interface TesterInvitation {
  callId: string;
  email: string;
  /** Language of the mail, until the person has a setting of their own. */
  locale: "zh" | "en";
}

/** At once, per call: a call is tried by a few, not announced to all. */
export const mostTesters = 20;

/** A link by mail that lets its receiver try a call before it opens, and nothing else of it. */
export function inviteTester(ctx: Context, input: TesterInvitation): Promise<Answer> {
  return ctx.db.write(async (trx): Promise<Answer> => {
    const call = await callToTry(trx, ctx, input.callId);
    if (!call.ok) return call;
    const email = emailKey(input.email);
    const testers = await trx
      .selectFrom("call_tester")
      .select("email")
      .where("call_id", "=", input.callId)
      .execute();
    if (testers.some((tester) => tester.email === email)) return { ok: false, reason: "already_invited" };
    if (testers.length >= mostTesters) return { ok: false, reason: "too_many" };
    if (await holdsRole(trx, email)) return { ok: false, reason: "has_role" };
    return sendInvitation(trx, ctx, call, { id: newId(), email, locale: input.locale });
  });
}

/** The same invitation with a new link, until it is accepted; the old link stops working. */
export function resendTestInvitation(
  ctx: Context,
  { callId, testerId }: { callId: string; testerId: string },
): Promise<Answer> {
  return ctx.db.write(async (trx): Promise<Answer> => {
    const call = await callToTry(trx, ctx, callId);
    if (!call.ok) return call;
    const tester = await trx
      .deleteFrom("call_tester")
      .where("id", "=", testerId)
      .where("call_id", "=", callId)
      .where("accepted_at", "is", null)
      .returning(["id", "email", "locale"])
      .executeTakeFirst();
    return tester ? sendInvitation(trx, ctx, call, tester) : { ok: false, reason: "not_found" };
  });
}

interface CallToTry {
  ok: true;
  id: string;
  code: string;
  title_zh: string;
  title_en: string;
  opensAt: string | null;
}

async function callToTry(
  trx: Write,
  { actor, now }: Context,
  callId: string,
): Promise<CallToTry | Extract<Answer, { ok: false }>> {
  if (!mayCall(actor, "invite_testers")) return { ok: false, reason: "not_allowed" };
  const call = await trx
    .selectFrom("call")
    .select(["id", "code", "title_zh", "title_en", "form_version_id as formId"])
    .select(["opens_at as opensAt", "closes_at as closesAt"])
    .where("id", "=", callId)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  if (!call) return { ok: false, reason: "not_found" };
  if (callState(call, now) !== "not_open") return { ok: false, reason: "opened" };
  if (call.formId === null) return { ok: false, reason: "no_form" };
  return { ok: true, ...call };
}

/** Whoever works for the fund tries a call without an invitation; reviewers are not to know it before it opens. */
async function holdsRole(trx: Write, email: string): Promise<boolean> {
  const role = await trx
    .selectFrom("person")
    .innerJoin("staff_role", "staff_role.person_id", "person.id")
    .select("role")
    .where("email", "=", email)
    .executeTakeFirst();
  return role !== undefined;
}

async function sendInvitation(
  trx: Write,
  ctx: Context,
  call: CallToTry,
  tester: { id: string; email: string; locale: "zh" | "en" },
): Promise<Answer> {
  if (ctx.actor.kind !== "person") return { ok: false, reason: "not_allowed" };
  const { token, hash } = newToken();
  const expiresAt = after(ctx.now, "testInvitation");
  await trx
    .insertInto("call_tester")
    .values({
      ...tester,
      ...{ call_id: call.id, token_hash: hash, expires_at: expiresAt },
      ...{ invited_by: ctx.actor.personId, invited_at: ctx.now.toISOString() },
      ...{ person_id: null, accepted_at: null },
    })
    .execute();
  const person = await trx
    .selectFrom("person")
    .select(["id", "name", "locale"])
    .where("email", "=", tester.email)
    .executeTakeFirst();
  const { id: eventId } = await recordEvent(trx, ctx, {
    type: "call.tester_invited",
    subject: { kind: "call_tester", id: tester.id },
    callId: call.id,
  });
  await queueMail(trx, ctx, {
    ...{ eventId, template: "invite-call-tester", email: tester.email },
    ...{ recipientId: person?.id ?? null, name: person?.name ?? "", locale: person?.locale ?? tester.locale },
    fields: {
      ...{ token, expiresAt, opensAt: call.opensAt, invitedBy: ctx.actor.name },
      call: { code: call.code, title: { zh: call.title_zh, en: call.title_en } },
    },
  });
  return { ok: true, token };
}
