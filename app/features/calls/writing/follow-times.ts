import { wallClock } from "#app/domain/calls/call-of-content.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { lockDraftOfCall, writeGroups } from "./call-draft.ts";
import { keepCallVersion } from "./keep-call-version.ts";
import { documentOfStanding, lockStandingCall } from "./standing-call.ts";

/** A draft keeps the times that were set outside it, so that publishing it does not set them back. */
export async function followTimes(
  trx: Write,
  ctx: Context,
  callId: string,
  { opens, closes }: { opens: Date; closes: Date | null },
): Promise<void> {
  const call = await lockStandingCall(trx, ctx, callId);
  const draft = call && (await lockDraftOfCall(trx, call));
  if (!draft || draft.version === 0 || ctx.actor.kind !== "person") return;
  const standing = draft.document.times;
  const times = {
    ...standing,
    opensAt: wallClock(opens.toISOString()),
    ...(closes && { closesAt: wallClock(closes.toISOString()) }),
  };
  if (canonicalJson(times as Json) === canonicalJson(standing as Json)) return;
  await writeGroups(trx, ctx, { callId, personId: ctx.actor.personId, draft, values: { times } });
}

/** Another closing time is a minor version of what the public reads. */
export async function keepExtension(
  trx: Write,
  ctx: Context,
  callId: string,
  closesAt: Date,
  reason: string,
): Promise<void> {
  const call = await lockStandingCall(trx, ctx, callId);
  if (!call?.content) return;
  const before = await documentOfStanding(trx, call);
  const after = { ...before, times: { ...before.times, closesAt: wallClock(closesAt.toISOString()) } };
  await keepCallVersion(trx, ctx, { callId, before, after, step: "minor", reason });
}
