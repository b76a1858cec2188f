import { assignmentTransition } from "#app/domain/reviews/assignment-workflow.ts";
import { blocksReview } from "#app/domain/reviews/conflict-of-interest.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { beijingInstant, isBefore, isCalendarDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { idsOf, lockApplication } from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";
import { searchConflicts } from "../conflicts/search-conflicts.ts";

export interface AssignReviewer {
  applicationId: string;
  reviewerId: string;
  /** The review is due at the end of this working day. */
  dueOn: string;
}

export type AssignRefusal =
  | "not_found"
  | "not_allowed"
  | "wrong_state"
  | "due"
  | "no_such_reviewer"
  | "full"
  | "conflict"
  | "already_assigned";

/** Gives an application to a reviewer, or again to one who had declined. A conflict nobody dismissed blocks. */
export function assignReviewer(
  ctx: Context,
  input: AssignReviewer,
): Promise<{ ok: true; assignmentId: string } | { ok: false; reason: AssignRefusal }> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplication(trx, ctx.actor, input.applicationId);
    if (!application) return refuse("not_found");
    if (application.state !== "expert_review") return refuse("wrong_state");
    const subject = { state: application.state, personId: input.reviewerId };
    if (!mayReview(ctx.actor, "assign", subject)) return refuse("not_allowed");
    const dueAt = readDue(input.dueOn, ctx.now);
    if (dueAt === null) return refuse("due");
    const reviewer = await findReviewer(trx, input.reviewerId);
    if (!reviewer) return refuse("no_such_reviewer");
    if (await isBlocked(trx, ctx, application.id, input.reviewerId)) return refuse("conflict");
    if (reviewer.load >= reviewer.maxLoad) return refuse("full");
    const earlier = await findEarlier(trx, application.id, input.reviewerId);
    if (earlier && assignmentTransition(earlier.state, "reassign", "officer") === null)
      return refuse("already_assigned");
    const assignmentId = await writeAssignment(trx, ctx, input, dueAt, earlier);
    await recordEvent(trx, ctx, {
      type: "assignment.made",
      subject: { kind: "assignment", id: assignmentId },
      ...idsOf(application),
      data: { reviewerId: input.reviewerId, dueAt, again: earlier !== undefined },
    });
    return { ok: true, assignmentId };
  });
}

function readDue(dueOn: string, now: Date): string | null {
  if (!isCalendarDay(dueOn)) return null;
  const due = beijingInstant(dueOn, "17:00");
  return isBefore(now, due) ? due.toISOString() : null;
}

/** The profile is held, so that two officers cannot fill the last place together. */
async function findReviewer(trx: Write, personId: string) {
  const profile = await trx
    .selectFrom("reviewer_profile")
    .select(["load", "max_load as maxLoad"])
    .where("person_id", "=", personId)
    .$call(forUpdate(trx))
    .executeTakeFirst();
  const person = await trx
    .selectFrom("person as p")
    .innerJoin("staff_role as s", (join) =>
      join.onRef("s.person_id", "=", "p.id").on("s.role", "=", "reviewer"),
    )
    .select("p.id")
    .where("p.id", "=", personId)
    .where("p.disabled_at", "is", null)
    .executeTakeFirst();
  return profile && person && profile;
}

/** A conflict on record that nobody dismissed, or one that is found only now. */
async function isBlocked(
  trx: Write,
  ctx: Context,
  applicationId: string,
  reviewerId: string,
): Promise<boolean> {
  const recorded = await trx
    .selectFrom("conflict")
    .select(["source", "state", "fact"])
    .where("application_id", "=", applicationId)
    .where("person_id", "=", reviewerId)
    .execute();
  if (recorded.some(blocksReview)) return true;
  const found = (await searchConflicts(trx, ctx, applicationId, [reviewerId])).get(reviewerId) ?? [];
  return found.some(({ fact }) => !recorded.some((conflict) => conflict.fact === fact));
}

const findEarlier = (trx: Write, applicationId: string, reviewerId: string) =>
  trx
    .selectFrom("assignment")
    .select(["id", "state", "version"])
    .where("application_id", "=", applicationId)
    .where("reviewer_id", "=", reviewerId)
    .$call(forUpdate(trx))
    .executeTakeFirst();

async function writeAssignment(
  trx: Write,
  { actor, now }: Context,
  input: AssignReviewer,
  dueAt: string,
  earlier: { id: string; version: number } | undefined,
): Promise<string> {
  const fresh = {
    state: "assigned",
    due_at: dueAt,
    assigned_by: actor.kind === "person" ? actor.personId : "system",
    assigned_at: now.toISOString(),
    declared_at: null,
    declaration: null,
    decline_reason: "",
  } as const;
  if (earlier) {
    const again = { ...fresh, version: earlier.version + 1 };
    await trx.updateTable("assignment").set(again).where("id", "=", earlier.id).execute();
    return earlier.id;
  }
  const id = newId();
  const pair = { application_id: input.applicationId, reviewer_id: input.reviewerId };
  await trx
    .insertInto("assignment")
    .values({ id, ...pair, ...fresh, version: 1 })
    .execute();
  return id;
}

const refuse = (reason: AssignRefusal) => ({ ok: false, reason }) as const;
