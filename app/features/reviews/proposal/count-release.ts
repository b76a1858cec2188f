import type { Context } from "#app/features/context.ts";
import type { Run } from "./find-run.ts";

export interface ReleaseCounts {
  pairs: number;
  applications: number;
  reviewers: number;
  /** Applications with fewer seats taken than wanted. */
  short: number;
}

/** What releasing the proposal would do, in numbers. */
export async function countRelease({ db }: Context, run: Run): Promise<ReleaseCounts> {
  const counts = await db.read
    .selectFrom("assignment_pair")
    .select((eb) => [
      eb.fn.countAll<number>().as("pairs"),
      eb.fn.count<number>("application_id").distinct().as("applications"),
      eb.fn.count<number>("reviewer_id").distinct().as("reviewers"),
    ])
    .where("run_id", "=", run.id)
    .where("mark", "in", ["", "pinned"])
    .executeTakeFirstOrThrow();
  const short = await db.read
    .selectFrom("assignment_run_application")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("run_id", "=", run.id)
    .where("assigned", "<", run.parameters.total)
    .executeTakeFirstOrThrow();
  return {
    pairs: Number(counts.pairs),
    applications: Number(counts.applications),
    reviewers: Number(counts.reviewers),
    short: Number(short.n),
  };
}
