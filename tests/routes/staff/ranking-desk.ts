import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { startSession } from "#app/features/accounts/start-session.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { device } from "#tests/support/people.ts";
import { TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

/** A fund office with a browser for each of its people. */
export interface RankingDesk {
  portal: TestPortal;
  office: FundOffice;
  /** Signed in, with a second factor where one is wanted. */
  browser(person: PersonActor, lang?: "zh" | "en"): Promise<TestBrowser>;
  /** An application with as many sheets as there are rows of scores. */
  scored(facts: Parameters<FundOffice["addApplication"]>[0], scores: readonly number[][]): Promise<Added>;
}

type Added = Awaited<ReturnType<FundOffice["addApplication"]>>;

export async function rankingDesk(): Promise<RankingDesk> {
  const portal = await testPortal("sqlite");
  const office = await fundOffice(portal.db);
  let reviewers = 0;
  return {
    portal,
    office,
    async browser(person, lang = "zh") {
      const session = { personId: person.personId, awaitsSecondFactor: false };
      const { token } = await portal.db.write((trx) =>
        startSession(trx, portal, { ...device(), ...session, secondFactorAt: portal.now.toISOString() }),
      );
      return new TestBrowser(portal, { lang }).holds(token);
    },
    async scored(facts, scores) {
      const application = await office.addApplication(facts);
      for (const row of scores)
        await office.addReview(application, await office.addReviewer(`评审${(reviewers += 1)}号`), row);
      return application;
    },
  };
}

/** Seven equal scores. */
export const all = (score: number): number[] => Array<number>(7).fill(score);
