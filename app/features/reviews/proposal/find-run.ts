import {
  isLive,
  readRunParameters,
  type RunCertificate,
  type RunKind,
  type RunOutcome,
  type RunParameters,
  type RunState,
} from "#app/domain/reviews/assignment-run.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import type { Read, Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface Run {
  id: string;
  callId: string;
  kind: RunKind;
  parameters: RunParameters;
  seed: number;
  state: RunState;
  round: number;
  progress: number;
  certificate: RunCertificate | null;
  outcome: RunOutcome | null;
  pairs: number;
  value: number;
  createdAt: string;
  updatedAt: string;
  endedAt: string | null;
  version: number;
}

const columns = [
  "r.id",
  "r.call_id as callId",
  "r.kind",
  "r.parameters",
  "r.seed",
  "r.state",
  "r.round",
  "r.progress",
  "r.certificate",
  "r.outcome",
  "r.pairs",
  "r.value",
  "r.created_at as createdAt",
  "r.updated_at as updatedAt",
  "r.ended_at as endedAt",
  "r.version",
] as const;

/** The call's run that is alive, or else the last one. */
export async function findRun(ctx: Context, callId: string): Promise<Run | undefined> {
  if (!mayReview(ctx.actor, "read_proposals")) return undefined;
  return latest(ctx.db.read, callId);
}

export async function latest(db: Read, callId: string): Promise<Run | undefined> {
  const row = await db
    .selectFrom("assignment_run as r")
    .select(columns)
    .where("r.call_id", "=", callId)
    .orderBy((eb) => eb.case().when("r.state", "in", ["queued", "running", "proposed"]).then(0).else(1).end())
    .orderBy("r.created_at", "desc")
    .orderBy("r.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toRun(row);
}

/** The proposal on the table, held until the commit; undefined where there is none or it is another by now. */
export async function lockProposal(trx: Write, callId: string, version: number): Promise<Run | undefined> {
  const row = await trx
    .selectFrom("assignment_run as r")
    .select(columns)
    .where("r.call_id", "=", callId)
    .where("r.state", "=", "proposed")
    .$call(forUpdate(trx))
    .executeTakeFirst();
  return row && row.version === version ? toRun(row) : undefined;
}

/** The same for whatever is alive. */
export async function lockLive(trx: Write, callId: string): Promise<Run | undefined> {
  const row = await trx
    .selectFrom("assignment_run as r")
    .select(columns)
    .where("r.call_id", "=", callId)
    .where("r.state", "in", ["queued", "running", "proposed"])
    .$call(forUpdate(trx))
    .executeTakeFirst();
  return row && isLive(row.state) ? toRun(row) : undefined;
}

interface Row extends Omit<Run, "parameters" | "certificate" | "outcome"> {
  parameters: string;
  certificate: string | null;
  outcome: string | null;
}

const toRun = ({ parameters, certificate, outcome, ...row }: Row): Run => ({
  ...row,
  parameters: readRunParameters(parameters),
  certificate: certificate === null ? null : (JSON.parse(certificate) as RunCertificate),
  outcome: outcome === null ? null : (JSON.parse(outcome) as RunOutcome),
});
