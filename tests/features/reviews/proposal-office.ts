import { type Actor, type PersonActor, system } from "#app/domain/accounts/actor.ts";
import { usualReviewers } from "#app/domain/calls/wanted-reviewers.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import { changeMix } from "#app/features/reviews/proposal/change-mix.ts";
import type { CallToAssign } from "#app/features/reviews/proposal/find-call.ts";
import { findRun, type Run } from "#app/features/reviews/proposal/find-run.ts";
import { startRun } from "#app/features/reviews/proposal/start-run.ts";
import { workRuns } from "#app/features/reviews/proposal/work-runs.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { FROZEN_NOW, type TestDatabase } from "#tests/support/database.ts";

export const dueOn = "2026-12-14";

/** A fund office with a call whose reviewers are to be found. */
export interface ProposalOffice extends FundOffice {
  call: CallToAssign;
  start(input?: Partial<Parameters<typeof startRun>[2]>, who?: Actor): ReturnType<typeof startRun>;
  work(): Promise<boolean>;
  run(): Promise<Run>;
  /** Started and worked out: the proposal on the table. */
  propose(input?: Partial<Parameters<typeof startRun>[2]>): Promise<Run>;
  /** Two of technology and one of every other discipline. */
  addPanel(maxLoad?: number): Promise<PersonActor[]>;
  openWishes(): Promise<void>;
  pairs(runId: string): Promise<{ application_id: string; reviewer_id: string; mark: string }[]>;
  /** As if nothing had been: no application in review, no reviewer, no run. */
  clear(): Promise<void>;
  record(
    applicationId: string,
    personId: string,
    state: "open" | "confirmed" | "dismissed",
    source?: "declared" | "detected" | "office",
  ): Promise<void>;
}

export async function proposalOffice(db: TestDatabase): Promise<ProposalOffice> {
  const office = await fundOffice(db);
  const call = {
    ...{ id: office.callId, code: "C5", year: 2026, titleZh: "示例专题", titleEn: "A call" },
    wanted: usualReviewers,
  };
  const start: ProposalOffice["start"] = (input = {}, who = office.officer) =>
    startRun(office.as(who), call, {
      ...{ kind: "max_sum", seed: "1", least: "0", dueOn, withoutAbsent: true, ...input },
    });
  const work = () => workRuns(office.as(system), () => FROZEN_NOW);
  const run = async () => (await findRun(office.as(office.officer), call.id))!;
  return {
    ...office,
    ...{ call, start, work, run },
    async propose(input) {
      const started = await start(input);
      if (!started.ok) throw new Error(started.reason);
      await work();
      return run();
    },
    async addPanel(maxLoad = 10) {
      const panel: PersonActor[] = [];
      for (const discipline of ["technology", ...disciplines] as const)
        panel.push(
          await office.addReviewer(`专家${panel.length + 1}`, {
            ...{ discipline, max_load: maxLoad, affiliation: `示例单位${panel.length}` },
          }),
        );
      return panel;
    },
    async openWishes() {
      const mix = { declared: "50", text: "40", wish: "10", wishesOpen: true, version: 0 };
      await changeMix(office.as(office.officer), { callId: call.id, ...mix });
    },
    pairs: (runId) =>
      db.read
        .selectFrom("assignment_pair")
        .select(["application_id", "reviewer_id", "mark"])
        .where("run_id", "=", runId)
        .orderBy("application_id")
        .orderBy("reviewer_id")
        .execute(),
    async clear() {
      await db.write(async (trx) => {
        await trx.updateTable("application").set({ state: "withdrawn" }).execute();
        await trx.deleteFrom("staff_role").where("role", "=", "reviewer").execute();
        await trx
          .updateTable("assignment_run")
          .set({ state: "discarded" })
          .where("state", "in", ["queued", "running", "proposed"])
          .execute();
      });
    },
    async record(applicationId, personId, state, source = "office") {
      await db.write((trx) =>
        trx
          .insertInto("conflict")
          .values({
            ...{ id: crypto.randomUUID(), application_id: applicationId, person_id: personId, state },
            ...{ source, kind: "other", note: "示例", created_at: FROZEN_NOW.toISOString() },
          })
          .execute(),
      );
    },
  };
}
