import { assignmentTransition } from "#app/domain/reviews/assignment-workflow.ts";
import { type ConflictKind, conflictKinds } from "#app/domain/reviews/conflict-of-interest.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf, type LockedApplication, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { refreshScoreSummary } from "#app/features/refresh-score-summary.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { keepFoundConflicts } from "../conflicts/keep-found-conflicts.ts";
import { searchConflicts } from "../conflicts/search-conflicts.ts";

export interface JudgeConflict {
  applicationId: string;
  personId: string;
  kind: string;
  /** Of a detected one, the facts it is about; without it, whatever of that kind is open. */
  fact?: string;
  verdict: "confirmed" | "dismissed";
  /** What the judgement rests on. */
  note: string;
  /** Whether the portal proposed it or the office found it; a declared one has its row already. */
  source: "detected" | "office";
}

export type JudgeRefusal = "not_found" | "not_allowed" | "kind" | "note" | "already_judged";

/**
 * The office's word on a conflict. Confirmed, the person sees nothing more of the application and their review
 * leaves numerator and denominator; dismissed, it no longer blocks (a declared one always does).
 */
export function judgeConflict(
  ctx: Context,
  input: JudgeConflict,
): Promise<{ ok: true; conflictId: string } | { ok: false; reason: JudgeRefusal }> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    const subject = { state: application.state, personId: input.personId };
    if (!mayReview(ctx.actor, "judge_conflict", subject)) return refuse("not_allowed");
    if (!isConflictKind(input.kind)) return refuse("kind");
    const note = input.note.trim();
    if (note === "" || note.length > 500) return refuse("note");
    const person = await trx
      .selectFrom("person")
      .select("id")
      .where("id", "=", input.personId)
      .executeTakeFirst();
    if (!person) return refuse("not_found");
    if (input.source === "detected") await keepNow(trx, ctx, application, input.personId);
    const known = await findKnown(trx, input);
    if (!known && input.source === "detected") return refuse("kind");
    if (known && known.state !== "open") return refuse("already_judged");
    const conflictId = await writeVerdict(trx, ctx, input, note, known?.id);
    if (input.verdict === "confirmed") await recuse(trx, ctx, application.id, input.personId);
    await recordEvent(trx, ctx, {
      type: "conflict.judged",
      subject: { kind: "conflict", id: conflictId },
      ...idsOf(application),
      data: { personId: input.personId, kind: input.kind, state: input.verdict },
    });
    return { ok: true, conflictId };
  });
}

const isConflictKind = (kind: string): kind is ConflictKind =>
  (conflictKinds as readonly string[]).includes(kind);

/** What is found now may not be on record yet. */
async function keepNow(
  trx: Write,
  ctx: Context,
  application: LockedApplication,
  personId: string,
): Promise<void> {
  const found = await searchConflicts(trx, ctx, application.id, [personId]);
  await keepFoundConflicts(trx, ctx, application, found);
}

/** The open row of this pair, kind and fact, or the latest judged one. */
const findKnown = (trx: Write, { applicationId, personId, kind, fact }: JudgeConflict) =>
  trx
    .selectFrom("conflict")
    .select(["id", "state"])
    .where("application_id", "=", applicationId)
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .$if(fact !== undefined, (query) => query.where("fact", "=", fact!))
    .orderBy((eb) => eb.case().when("state", "=", "open").then(0).else(1).end())
    .orderBy("created_at", "desc")
    .$call(forUpdate(trx))
    .executeTakeFirst();

async function writeVerdict(
  trx: Write,
  { actor, now }: Context,
  { applicationId, personId, kind, verdict, source }: JudgeConflict,
  note: string,
  openId: string | undefined,
): Promise<string> {
  const judged = {
    state: verdict,
    judged_by: actor.kind === "person" ? actor.personId : null,
    judged_at: now.toISOString(),
  };
  if (openId) {
    await trx
      .updateTable("conflict")
      .set({ ...judged, verdict: note })
      .where("id", "=", openId)
      .execute();
    return openId;
  }
  const id = newId();
  await trx
    .insertInto("conflict")
    .values({
      ...{ id, application_id: applicationId, person_id: personId, source, kind, note, verdict: note },
      ...{ created_at: now.toISOString(), created_by: judged.judged_by },
      ...judged,
    })
    .execute();
  return id;
}

async function recuse(trx: Write, { now }: Context, applicationId: string, personId: string): Promise<void> {
  const assignment = await trx
    .selectFrom("assignment")
    .select(["id", "state", "version"])
    .where("application_id", "=", applicationId)
    .where("reviewer_id", "=", personId)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  const to = assignment && assignmentTransition(assignment.state, "recuse", "officer");
  if (!assignment || !to) return;
  await trx
    .updateTable("assignment")
    .set({ state: to, version: assignment.version + 1 })
    .where("id", "=", assignment.id)
    .execute();
  if (assignment.state === "submitted") await refreshScoreSummary(trx, applicationId, now);
}

const refuse = (reason: JudgeRefusal) => ({ ok: false, reason }) as const;
