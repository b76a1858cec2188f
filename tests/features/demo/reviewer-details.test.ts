import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveDetails, takeFewer } from "#app/cli/demo/reviewer-registry.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import { listReviewers } from "#app/features/reviews/registry/list-reviewers.ts";
import { demoReviewerDetails } from "#db/demo/reviewer-details.ts";
import { demoReviewers } from "#db/demo/reviewers.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";

describe("the demonstration's reviewers", () => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase("sqlite");
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  it("give details that the office can confirm; all but one stay as confirmed", async () => {
    for (const [index, details] of demoReviewerDetails.entries()) {
      const reviewer = demoReviewers[index]!;
      const actor = await office.addReviewer(reviewer.name);
      const { usccStem } = reviewer;
      const affiliationUscc = usccStem === "" ? "" : usccStem + usccCheckCharacter(usccStem);
      const stage = office.as(actor);
      const { officer } = office;
      await giveDetails(stage, FROZEN_NOW, { actor, officer }, { reviewer, affiliationUscc, details });
      if (details.fewerLater) await takeFewer(stage, FROZEN_NOW, actor, details.fewerLater);
    }
    const all = { text: "", discipline: null, state: null };
    const { rows } = await listReviewers(office.as(office.officer), all, null);
    expect(rows.map(({ state }) => state).sort()).toEqual([
      ...demoReviewerDetails.slice(1).map(() => "confirmed"),
      "waiting",
    ]);
  });
});
