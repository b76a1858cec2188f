import type { Insertable } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { RunCertificate, RunOutcome } from "#app/domain/reviews/assignment-run.ts";
import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { type ClaimedRun, key, type LoadedTask } from "./load-task.ts";
import type { FoundProposal } from "./tabulate.ts";

/** Writes a proposal down, unless the run was taken away meanwhile. Bans by hand stay. */
export async function keepProposal(
  ctx: Context,
  run: ClaimedRun,
  loaded: LoadedTask,
  found: FoundProposal,
  hash: string,
): Promise<void> {
  const rows = rowsOf(run.id, loaded, found);
  await ctx.db.write(async (trx) => {
    const certificate: RunCertificate = found.proof;
    const kept = await trx
      .updateTable("assignment_run")
      .set(({ ref, eb }) => ({
        ...{ state: "proposed", progress: 100, input_hash: hash, certificate: JSON.stringify(certificate) },
        ...{ outcome: null, reviewers: JSON.stringify(loaded.reviewerIds), lease: null, lease_until: null },
        ...{ pairs: rows.pairs.length, value: found.proof.value, updated_at: ctx.now.toISOString() },
        version: eb(ref("version"), "+", 1),
      }))
      .where("id", "=", run.id)
      .where("state", "=", "running")
      .where("lease", "=", run.lease)
      .executeTakeFirst();
    if (Number(kept.numUpdatedRows) === 0) return;
    await trx
      .deleteFrom("assignment_pair")
      .where("run_id", "=", run.id)
      .where("mark", "!=", "banned")
      .execute();
    await trx.deleteFrom("assignment_run_application").where("run_id", "=", run.id).execute();
    await trx.deleteFrom("assignment_run_reviewer").where("run_id", "=", run.id).execute();
    await insert(trx, "assignment_pair", rows.pairs);
    await insert(trx, "assignment_run_application", rows.applications);
    await insert(trx, "assignment_run_reviewer", rows.reviewers);
    await recordEvent(trx, ctx, {
      type: "assignment_run.proposed",
      subject: { kind: "assignment_run", id: run.id },
      callId: run.callId,
      data: { round: run.round, pairs: rows.pairs.length, inputHash: hash, value: found.proof.value },
    });
  });
}

/** A first round has failed; a later one leaves the proposal before it on the table. */
export async function keepFailure(ctx: Context, run: ClaimedRun, outcome: RunOutcome): Promise<void> {
  await ctx.db.write(async (trx) => {
    const kept = await trx
      .updateTable("assignment_run")
      .set(({ ref, eb }) => ({
        ...{ state: run.round > 1 ? "proposed" : "failed", progress: 0, outcome: JSON.stringify(outcome) },
        ...{ lease: null, lease_until: null, updated_at: ctx.now.toISOString() },
        ...(run.round > 1 ? {} : { ended_at: ctx.now.toISOString() }),
        version: eb(ref("version"), "+", 1),
      }))
      .where("id", "=", run.id)
      .where("state", "=", "running")
      .where("lease", "=", run.lease)
      .executeTakeFirst();
    if (Number(kept.numUpdatedRows) === 0) return;
    await recordEvent(trx, ctx, {
      type: "assignment_run.failed",
      subject: { kind: "assignment_run", id: run.id },
      callId: run.callId,
      data: { round: run.round, why: outcome.why },
    });
  });
}

type Tables = "assignment_pair" | "assignment_run_application" | "assignment_run_reviewer";
const perStatement = 200;

async function insert<T extends Tables>(
  trx: Write,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += perStatement) {
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + perStatement) as never)
      .execute();
    // Between two statements whatever else waits has its turn.
    await new Promise((turn) => setImmediate(turn));
  }
}

function rowsOf(runId: string, loaded: LoadedTask, { pairs: found, choices }: FoundProposal) {
  const { applicationIds, reviewerIds, task, standing, pinned } = loaded;
  const load = new Int32Array(reviewerIds.length);
  const gained = new Float64Array(reviewerIds.length);
  const pairs: Insertable<Schema["assignment_pair"]>[] = [];
  const applications = found.map((each, application) => {
    const own = { run_id: runId, application_id: applicationIds[application]! };
    for (const { reviewer, worth, why } of each) {
      load[reviewer]! += 1;
      gained[reviewer]! += worth;
      const pair = key([application, reviewer]);
      const mark = standing.has(pair) ? "standing" : pinned.has(pair) ? "pinned" : "";
      const reviewerId = reviewerIds[reviewer]!;
      pairs.push({ ...own, reviewer_id: reviewerId, mark, worth, why: JSON.stringify(why) });
    }
    const worth = each.reduce((sum, pair) => sum + pair.worth, 0);
    return { ...own, assigned: each.length, worth, choices: choices[application]! };
  });
  const reviewers = reviewerIds.map((id, place) => ({
    ...{ run_id: runId, reviewer_id: id, place, assigned: load[place]!, worth: gained[place]! },
    room: task.loadMax[place]!,
  }));
  return { pairs, applications, reviewers };
}
