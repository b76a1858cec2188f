import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import type { Write } from "#app/platform/database/database.ts";
import { lockProposal, type Run } from "./find-run.ts";
import { blockedReviewers, openChoices } from "./find-proposed.ts";

export type ProposalChange =
  | { kind: "pin" | "unpin" | "ban" | "unban"; applicationId: string; reviewerId: string }
  | { kind: "swap"; applicationId: string; reviewerId: string; insteadOf: string }
  | { kind: "add"; applicationId: string; reviewerId: string };

export type ChangeRefusal =
  "not_allowed" | "stale" | "not_found" | "not_proposed" | "conflict" | "full" | "enough" | "oneself";

type Changed = { ok: true; cost: number } | { ok: false; reason: ChangeRefusal };

/**
 * Changes a proposal by hand: keeps a pair whatever is worked out anew, takes one away for good, puts another
 * reviewer in somebody's place or in an empty seat. `cost` is what the sum of matches loses by it.
 */
export function changeProposal(
  ctx: Context,
  callId: string,
  version: number,
  change: ProposalChange,
): Promise<Changed> {
  return ctx.db.write(async (trx) => {
    if (!mayReview(ctx.actor, "propose")) return refuse("not_allowed");
    const run = await lockProposal(trx, callId, version);
    if (!run) return refuse("stale");
    const application = await visibleApplications(trx, ctx.actor)
      .innerJoin("assignment_run_application as p", "p.application_id", "application.id")
      .select(["application.id", "p.assigned", "p.worth", "p.choices"])
      .where("p.run_id", "=", run.id)
      .where("application.id", "=", change.applicationId)
      .executeTakeFirst();
    if (!application) return refuse("not_found");
    const effect = await apply(trx, ctx, run, application, change);
    if (!effect.ok) return effect;
    const { seats, cost } = effect;
    await trx
      .updateTable("assignment_run_application")
      .set({ assigned: application.assigned + seats, worth: application.worth - cost })
      .where("run_id", "=", run.id)
      .where("application_id", "=", application.id)
      .execute();
    await trx
      .updateTable("assignment_run")
      .set({
        ...{ pairs: run.pairs + seats, value: run.value - cost, version: run.version + 1 },
        ...{ outcome: null, updated_at: ctx.now.toISOString() },
      })
      .where("id", "=", run.id)
      .where("version", "=", run.version)
      .execute();
    await recordEvent(trx, ctx, {
      type: "assignment_run.changed",
      subject: { kind: "assignment_run", id: run.id },
      ...{ applicationId: application.id, callId },
      data: {
        ...{ change: change.kind, reviewerId: change.reviewerId, cost },
        ...(change.kind === "swap" ? { insteadOf: change.insteadOf } : {}),
      },
    });
    return { ok: true, cost };
  });
}

type Effect = { ok: true; seats: number; cost: number } | { ok: false; reason: ChangeRefusal };

interface Seated {
  id: string;
  assigned: number;
  choices: string;
}

function apply(
  trx: Write,
  ctx: Context,
  run: Run,
  application: Seated,
  change: ProposalChange,
): Promise<Effect> {
  const pair = { applicationId: application.id, reviewerId: change.reviewerId };
  switch (change.kind) {
    case "pin":
      return mark(trx, run, pair, "", "pinned");
    case "unpin":
      return mark(trx, run, pair, "pinned", "");
    case "ban":
      return takeOut(trx, run, pair, "banned");
    case "unban":
      return forget(trx, run, pair);
    case "swap":
      return swap(trx, ctx, run, application, change.reviewerId, change.insteadOf);
    case "add":
      return application.assigned >= run.parameters.total
        ? Promise.resolve(refuse("enough"))
        : putIn(trx, ctx, run, application, change.reviewerId);
  }
}

interface Pair {
  applicationId: string;
  reviewerId: string;
}

async function mark(
  trx: Write,
  run: Run,
  pair: Pair,
  from: "" | "pinned",
  to: "" | "pinned",
): Promise<Effect> {
  const changed = await pairRow(trx, run, pair).set({ mark: to }).where("mark", "=", from).executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1 ? { ok: true, seats: 0, cost: 0 } : refuse("not_proposed");
}

const pairRow = (trx: Write, run: Run, { applicationId, reviewerId }: Pair) =>
  trx
    .updateTable("assignment_pair")
    .where("run_id", "=", run.id)
    .where("application_id", "=", applicationId)
    .where("reviewer_id", "=", reviewerId);

const forgetRow = (trx: Write, run: Run, { applicationId, reviewerId }: Pair) =>
  trx
    .deleteFrom("assignment_pair")
    .where("run_id", "=", run.id)
    .where("application_id", "=", applicationId)
    .where("reviewer_id", "=", reviewerId);

async function forget(trx: Write, run: Run, pair: Pair): Promise<Effect> {
  const gone = await forgetRow(trx, run, pair).where("mark", "=", "banned").executeTakeFirst();
  return Number(gone.numDeletedRows) === 1 ? { ok: true, seats: 0, cost: 0 } : refuse("not_proposed");
}

/** What is assigned already is withdrawn where it was assigned, not here. */
async function takeOut(trx: Write, run: Run, pair: Pair, how: "banned" | "gone"): Promise<Effect> {
  const row = await trx
    .selectFrom("assignment_pair")
    .select("worth")
    .where("run_id", "=", run.id)
    .where("application_id", "=", pair.applicationId)
    .where("reviewer_id", "=", pair.reviewerId)
    .where("mark", "in", ["", "pinned"])
    .executeTakeFirst();
  if (!row) return refuse("not_proposed");
  if (how === "banned") await pairRow(trx, run, pair).set({ mark: "banned" }).execute();
  else await forgetRow(trx, run, pair).execute();
  await countReviewer(trx, run, pair.reviewerId, -1, -row.worth);
  return { ok: true, seats: -1, cost: row.worth };
}

async function swap(
  trx: Write,
  ctx: Context,
  run: Run,
  application: Seated,
  reviewerId: string,
  insteadOf: string,
): Promise<Effect> {
  // First whether the new one can: a refusal leaves everything as it is.
  const put = await putIn(trx, ctx, run, application, reviewerId);
  if (!put.ok) return put;
  const out = await takeOut(trx, run, { applicationId: application.id, reviewerId: insteadOf }, "gone");
  if (!out.ok) {
    await takeOut(trx, run, { applicationId: application.id, reviewerId }, "gone");
    return out;
  }
  return { ok: true, seats: 0, cost: out.cost + put.cost };
}

/** Chosen by hand, so it stays when the proposal is worked out anew. */
async function putIn(
  trx: Write,
  { actor }: Context,
  run: Run,
  application: Seated,
  reviewerId: string,
): Promise<Effect> {
  if (actor.kind === "person" && actor.personId === reviewerId) return refuse("oneself");
  const choice = (await openChoices(trx, run.id, application.choices)).find(
    (each) => each.reviewerId === reviewerId,
  );
  if (!choice || (await blockedReviewers(trx, application.id)).has(reviewerId)) return refuse("conflict");
  const known = await trx
    .selectFrom("assignment_pair")
    .select("mark")
    .where("run_id", "=", run.id)
    .where("application_id", "=", application.id)
    .where("reviewer_id", "=", reviewerId)
    .executeTakeFirst();
  if (known) return refuse(known.mark === "banned" ? "conflict" : "not_proposed");
  const reviewer = await trx
    .selectFrom("assignment_run_reviewer")
    .select(["assigned", "room"])
    .where("run_id", "=", run.id)
    .where("reviewer_id", "=", reviewerId)
    .executeTakeFirst();
  if (!reviewer || reviewer.assigned >= reviewer.room) return refuse("full");
  const pair = { run_id: run.id, application_id: application.id, reviewer_id: reviewerId };
  await trx
    .insertInto("assignment_pair")
    .values({ ...pair, mark: "pinned", worth: choice.worth, why: JSON.stringify(choice.why) })
    .execute();
  await countReviewer(trx, run, reviewerId, 1, choice.worth);
  return { ok: true, seats: 1, cost: -choice.worth };
}

const countReviewer = (trx: Write, run: Run, reviewerId: string, seats: number, worth: number) =>
  trx
    .updateTable("assignment_run_reviewer")
    .set(({ eb, ref }) => ({
      assigned: eb(ref("assigned"), "+", seats),
      worth: eb(ref("worth"), "+", worth),
    }))
    .where("run_id", "=", run.id)
    .where("reviewer_id", "=", reviewerId)
    .execute();

const refuse = (reason: ChangeRefusal) => ({ ok: false, reason }) as const;
