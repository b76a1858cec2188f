import { releaseEvents } from "#app/domain/decisions/decision.ts";
import { type Letter, letterAgreesWithDecision } from "#app/domain/decisions/letter-agrees.ts";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { type ReleaseProblem, releaseProblems } from "#app/domain/decisions/release-decision.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import type { Context } from "#app/features/context.ts";
import {
  changeLocked,
  idsOf,
  type LockedApplication,
  lockApplication,
} from "#app/features/lock-application.ts";
import { recordEvent } from "#app/features/record-event.ts";
import type { Write } from "#app/platform/database/database.ts";
import { forUpdate } from "#app/platform/database/sql.ts";

export interface ReleaseDecision {
  decisionId: string;
  version: number;
  /** The letters exactly as the second person saw them; any that says other than the decision stops the release. */
  letters: readonly Letter[];
}

export type ReleaseRefusal = ReleaseProblem | "not_found" | "not_allowed" | "stale" | "no_letter";

/** The second person's act: decision, state and event in one transaction; the letters follow the event. */
export function releaseDecision(
  ctx: Context,
  input: ReleaseDecision,
): Promise<{ ok: true } | { ok: false; reason: ReleaseRefusal }> {
  return ctx.db.write(async (trx) => {
    const application = await lockApplicationOf(trx, ctx, input.decisionId);
    const decision = application && (await findDecision(trx, input.decisionId));
    if (!decision || ctx.actor.kind !== "person") return refuse("not_found");
    const subject = { state: application.state, recordedBy: decision.recorded_by };
    const [problem] = releaseProblems({
      ...{ state: decision.state, applicationState: application.state, now: ctx.now },
      ...{ recordedBy: decision.recorded_by, releasedBy: ctx.actor.personId },
      disagreements: await disagreements(trx, decision, application, input.letters),
    });
    if (problem) return refuse(problem);
    if (!canDecide(ctx.actor, "release", subject)) return refuse("not_allowed");
    if (decision.version !== input.version) return refuse("stale");
    if (input.letters.length === 0) return refuse("no_letter");
    const to = transition(application.state, releaseEvents[decision.kind], "committee");
    if (to === null) return refuse("application_moved");
    await trx
      .updateTable("decision")
      .set({
        ...{ state: "released", version: decision.version + 1 },
        ...{ released_by: ctx.actor.personId, released_at: ctx.now.toISOString() },
      })
      .where("id", "=", decision.id)
      .execute();
    await changeLocked(trx, ctx, application, { state: to });
    await recordEvent(trx, ctx, {
      type: "decision.released",
      subject: { kind: "decision", id: decision.id },
      ...idsOf(application),
      data: { kind: decision.kind, amountFen: decision.amount_fen, from: application.state, to },
    });
    return { ok: true };
  });
}

/** The application first, then what hangs on it: every command locks in this order. */
async function lockApplicationOf(trx: Write, ctx: Context, decisionId: string) {
  const row = await trx
    .selectFrom("decision")
    .select("application_id")
    .where("id", "=", decisionId)
    .executeTakeFirst();
  return row && (await lockApplication(trx, ctx.actor, row.application_id));
}

const findDecision = (trx: Write, id: string) =>
  trx.selectFrom("decision").selectAll().where("id", "=", id).$call(forUpdate(trx)).executeTakeFirst();

type DecisionRow = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

async function disagreements(
  trx: Write,
  decision: DecisionRow,
  application: LockedApplication,
  letters: readonly Letter[],
) {
  const { number } = await trx
    .selectFrom("application")
    .select("number")
    .where("id", "=", application.id)
    .executeTakeFirstOrThrow();
  const facts = {
    ...{
      id: decision.id,
      kind: decision.kind,
      amountFen: decision.amount_fen,
      conditions: decision.conditions,
    },
    ...{ companyId: application.companyId, applicationNumber: number ?? "" },
  };
  return letters.flatMap((letter) => letterAgreesWithDecision(letter, facts));
}

const refuse = (reason: ReleaseRefusal) => ({ ok: false, reason }) as const;
