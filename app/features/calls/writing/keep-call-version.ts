import type { CallDocument } from "#app/domain/calls/call-document.ts";
import { canonicalJson, type Json } from "#app/domain/shared/canonical-json.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";

interface ToKeep {
  callId: string;
  /** What the public saw until now; the first version where none is kept yet. Undefined while it saw nothing. */
  before: CallDocument | undefined;
  after: CallDocument;
  step: "major" | "minor";
  reason: string;
}

export interface VersionNumber {
  major: number;
  minor: number;
}

/** Puts on record what the public is shown from now on. */
export async function keepCallVersion(
  trx: Write,
  ctx: Pick<Context, "actor" | "now">,
  { callId, before, after, step, reason }: ToKeep,
): Promise<VersionNumber> {
  const at = ctx.now.toISOString();
  const row = (version: VersionNumber, document: CallDocument) => ({
    ...{ call_id: callId, ...version, at },
    document: canonicalJson(document as unknown as Json),
  });
  let last = await trx
    .selectFrom("call_version")
    .select(["major", "minor"])
    .where("call_id", "=", callId)
    .orderBy("major", "desc")
    .orderBy("minor", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last && before) {
    last = { major: 1, minor: 0 };
    await trx
      .insertInto("call_version")
      .values({ ...row(last, before), reason: "", person_id: null })
      .execute();
  }
  const next =
    step === "minor" && last
      ? { major: last.major, minor: last.minor + 1 }
      : { major: (last?.major ?? 0) + 1, minor: 0 };
  await trx
    .insertInto("call_version")
    .values({
      ...row(next, after),
      reason,
      person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .execute();
  return next;
}
