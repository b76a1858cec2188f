import type { Write } from "#app/platform/database/database.ts";
import { newId } from "#app/platform/new-id.ts";
import type { ApplicationName, WorldApplication } from "./world-applications.ts";
import type { PersonName } from "./world-people.ts";

interface Ground {
  people: Record<PersonName, string>;
  applications: Record<ApplicationName, WorldApplication>;
  callId: string;
}

const at = "2026-11-13T01:00:00.000Z";

/** A proposal on the table of the open call: one pair that stands, and one that would be new. */
export async function addProposal(trx: Write, { people, applications, callId }: Ground): Promise<void> {
  const run = newId();
  const reviewers = [people.reviewerSubmitted, people.reviewerExtraOne];
  const parameters = {
    ...{ total: 5, composition: { technology: 2, industry: 1, finance: 1, investment_legal: 1 }, least: 0 },
    ...{ dueOn: "2026-12-10", withoutAbsent: true, weights: { declared: 50, text: 40, wish: 10 } },
    ...{ fewerSeats: {}, fewerOf: {}, beyondLimit: {}, price: 10 },
  };
  const certificate = {
    ...{ value: 1_000_000_000, bound: 1_000_000_000, worst: 0, isFairest: false, parts: 1, breaches: 0 },
    prices: null,
  };
  await trx
    .insertInto("assignment_run")
    .values({
      ...{ id: run, call_id: callId, kind: "max_sum", seed: 1, state: "proposed", round: 1, progress: 100 },
      ...{ parameters: JSON.stringify(parameters), certificate: JSON.stringify(certificate) },
      ...{ input_hash: "0".repeat(64), reviewers: JSON.stringify(reviewers), pairs: 2, value: 1_000_000_000 },
      ...{ created_by: people.officer, created_at: at, updated_at: at, version: 1 },
    })
    .execute();
  const pairs = [
    ["scoring", people.reviewerSubmitted, "standing"],
    ["otherScoring", people.reviewerExtraOne, ""],
  ] as const;
  for (const [name, reviewerId, mark] of pairs) {
    const own = { run_id: run, application_id: applications[name].id };
    const worth = 500_000_000;
    await trx
      .insertInto("assignment_pair")
      .values({ ...own, reviewer_id: reviewerId, mark, worth, why: "[50,null,null]" })
      .execute();
    await trx
      .insertInto("assignment_run_application")
      .values({ ...own, worth, assigned: 1, choices: "" })
      .execute();
  }
  for (const [place, reviewerId] of reviewers.entries())
    await trx
      .insertInto("assignment_run_reviewer")
      .values({ run_id: run, reviewer_id: reviewerId, place, assigned: 1, worth: 500_000_000, room: 10 })
      .execute();
}
