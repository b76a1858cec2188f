import { mayOffice } from "#app/domain/applications/office-policy.ts";
import type { ApplicationState } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";

/** Steps on the way, in their order; what has left it (withdrawn, refused) is in the lists only. */
export const funnelStates = [
  "draft",
  "submitted",
  "formal_review",
  "supplement_required",
  "expert_review",
  "panel",
  "reserve",
  "initiated",
  "due_diligence",
  "proposal",
  "ic_review",
  "public_notice",
] as const satisfies readonly ApplicationState[];
export type FunnelState = (typeof funnelStates)[number];

export interface FunnelStep {
  state: FunnelState;
  count: number;
  byCall: ReadonlyMap<string, number>;
  /** When the middle one of them entered the step; null when there is none. */
  medianSince: string | null;
}

/** How many stand at each step, and for how long: two statements, the second by index alone. */
export async function readFunnel(ctx: Context): Promise<FunnelStep[]> {
  if (!mayOffice(ctx.actor, "list")) return [];
  const tallied = await ctx.db.read
    .selectFrom("application_tally")
    .select((eb) => ["state", "call_id as callId", eb.fn.sum<number>("n").as("n")])
    .where("state", "in", funnelStates)
    .groupBy(["state", "call_id"])
    .having((eb) => eb.fn.sum("n"), ">", 0)
    .execute();
  const steps = funnelStates.map((state) => {
    const rows = tallied.filter((row) => row.state === state);
    const byCall = new Map(rows.map((row) => [row.callId, Number(row.n)]));
    return { state, count: [...byCall.values()].reduce((sum, n) => sum + n, 0), byCall };
  });
  const medians = await readMedians(ctx, steps);
  return steps.map((step) => ({ ...step, medianSince: medians[step.state] ?? null }));
}

async function readMedians(ctx: Context, steps: readonly { state: FunnelState; count: number }[]) {
  const waiting = steps.filter(({ state, count }) => count > 0 && state !== "draft");
  if (waiting.length === 0) return {};
  const middle = ({ state, count }: { state: FunnelState; count: number }) =>
    ctx.db.read
      .selectFrom("application")
      .select("state_since")
      .where("state", "=", state)
      .where("is_test", "=", 0)
      .orderBy("state_since")
      .limit(1)
      .offset(Math.floor((count - 1) / 2))
      .as(state);
  const row = await ctx.db.read.selectNoFrom(waiting.map(middle)).executeTakeFirstOrThrow();
  return row as Partial<Record<FunnelState, string | null>>;
}
