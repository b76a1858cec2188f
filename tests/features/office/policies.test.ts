import { describe, expect, it } from "vitest";
import { type Actor, anonymous, type StaffRole, staffRoles, system } from "#app/domain/accounts/actor.ts";
import {
  checkOverdueBefore,
  lapsingBefore,
  workingDaysTaken,
} from "#app/domain/applications/check-deadline.ts";
import { listQuery, readListFilter } from "#app/domain/applications/list-filter.ts";
import { bulkActions, moveRefusal, reasonProblem } from "#app/domain/applications/office-moves.ts";
import { mayOffice, type OfficeAction } from "#app/domain/applications/office-policy.ts";
import { applicationStates, transition } from "#app/domain/applications/workflow.ts";
import { canDecide, type DecisionAction } from "#app/domain/decisions/policy.ts";
import { usualReviewers } from "#app/domain/calls/wanted-reviewers.ts";
import { coverageOf, type Discipline } from "#app/domain/reviews/coverage.ts";
import { mayReview, type ReviewOfficeAction } from "#app/domain/reviews/office-policy.ts";
import { workingCalendar } from "#app/domain/shared/working-days.ts";
import { holidayYears } from "#db/programme/holidays.ts";

const person = (roles: readonly StaffRole[], fullySignedIn = true): Actor => ({
  ...{ kind: "person", personId: "me", sessionId: "s", name: "", email: "", locale: "zh" },
  ...{ roles, memberships: [], fullySignedIn },
});

type Allowed<Action extends string> = Record<Action, readonly StaffRole[]>;
const staff = ["officer", "committee_member", "committee_chair", "administrator", "auditor"] as const;
const office = ["officer", "administrator"] as const;
const named = ["officer", "administrator", "auditor"] as const;

/** Written by hand: what the rules must say, not what they say. */
const officeTable: Allowed<OfficeAction> = {
  list: staff,
  deal_out: office,
  export_applications: named,
  read_audit: named,
  read_calls: staff,
  run_calls: office,
  read_working_days: named,
  change_working_days: ["administrator"],
};
const reviewTable: Allowed<Exclude<ReviewOfficeAction, "keep_profile">> = {
  read_reviewers: staff,
  assign: office,
  read_proposals: named,
  propose: office,
  withdraw: office,
  judge_conflict: office,
  read_scores: staff,
  read_reviewer_names: named,
  export_scores: [...named, "committee_chair"],
  order_ties: ["committee_chair"],
  move_line: [...office, "committee_chair"],
  read_severity: office,
};
const decisionTable: Allowed<DecisionAction> = {
  read: staff,
  record: [...office, "committee_chair"],
  supersede: [...office, "committee_chair"],
  release: ["committee_chair", "administrator"],
  export: staff,
};

const tables: [string, string, readonly StaffRole[], (actor: Actor) => boolean][] = [
  ...Object.entries(officeTable).map(
    ([action, roles]) =>
      [
        "office",
        action,
        roles,
        (a: Actor) => mayOffice(a, action as OfficeAction),
      ] as (typeof tables)[number],
  ),
  ...Object.entries(reviewTable).map(
    ([action, roles]) =>
      [
        ...["reviews", action, roles],
        (a: Actor) =>
          mayReview(a, action as ReviewOfficeAction, { state: "expert_review", personId: "somebody" }),
      ] as unknown as (typeof tables)[number],
  ),
  ...Object.entries(decisionTable).map(
    ([action, roles]) =>
      [
        ...["decisions", action, roles],
        (a: Actor) => canDecide(a, action as DecisionAction, { state: "ic_review", recordedBy: "somebody" }),
      ] as unknown as (typeof tables)[number],
  ),
];

describe("policies of the office", () => {
  it.each(tables)("%s: %s", (_noun, _action, roles, may) => {
    for (const role of staffRoles) expect([role, may(person([role]))]).toEqual([role, roles.includes(role)]);
    for (const actor of [anonymous, system, person([]), person(staffRoles, false)])
      expect(may(actor)).toBe(false);
  });

  it.each(tables.filter(([, action]) => !/^(list|read|export)/.test(action)))(
    "%s: the auditor reads everything and cannot %s",
    (_noun, _action, _roles, may) => expect(may(person(["auditor"]))).toBe(false),
  );

  it("lets nobody assign, withdraw or judge themselves", () => {
    for (const action of ["assign", "withdraw", "judge_conflict"] as const)
      expect(
        mayReview(person(["officer", "administrator"]), action, { state: "expert_review", personId: "me" }),
      ).toBe(false);
  });

  it("releases by a second person only, and only before the committee", () => {
    const chair = person(["committee_chair", "administrator"]);
    expect(canDecide(chair, "release", { state: "ic_review", recordedBy: "me" })).toBe(false);
    expect(canDecide(chair, "release", { state: "ic_review" })).toBe(false);
    for (const state of applicationStates)
      expect([state, canDecide(chair, "release", { state, recordedBy: "x" })]).toEqual([
        state,
        state === "ic_review",
      ]);
  });
});

describe("steps of the office", () => {
  it.each(bulkActions.filter((action) => action !== "assign_officer"))(
    "%s is refused exactly where the workflow refuses it",
    (action) => {
      for (const state of applicationStates) {
        const refusal = moveRefusal({ state, reviews: 3, officerId: null }, action);
        expect([state, refusal]).toEqual([
          state,
          transition(state, action, "officer") === null ? "wrong_state" : null,
        ]);
      }
    },
  );

  it.each([
    ["too short", "太短", "too_short"],
    ["too long", "长".repeat(501), "too_long"],
    ["with an address", "请联系 someone@example.test 核实情况", "address"],
    ["fit", "评审得分低于入围线，暂不具备条件。", null],
  ])("judges a reason that is %s", (_what, reason, problem) => expect(reasonProblem(reason)).toBe(problem));
});

const calendar = workingCalendar(holidayYears);

describe("deadlines of the formal check", () => {
  it.each([
    // Monday 23 November; the week before has no holiday.
    ["2026-11-16T01:00:00.000Z", 5, false],
    ["2026-11-15T16:00:00.000Z", 5, false],
    ["2026-11-15T15:59:59.999Z", 6, true],
    ["2026-11-13T15:59:59.999Z", 6, true],
    // Over National Day: seven days off, one Saturday worked.
    ["2026-09-30T01:00:00.000Z", 34, true],
  ])("since %s: %i working days, overdue %s", (since, days, overdue) => {
    const now = new Date("2026-11-23T08:00:00.000Z");
    expect(workingDaysTaken(since, now, calendar)).toBe(days);
    expect(since < checkOverdueBefore(now, calendar).toISOString()).toBe(overdue);
  });

  it("calls a correction about to lapse until the end of tomorrow in Beijing", () => {
    expect(lapsingBefore(new Date("2026-11-23T15:59:00.000Z")).toISOString()).toBe(
      "2026-11-24T16:00:00.000Z",
    );
    expect(lapsingBefore(new Date("2026-11-23T16:00:00.000Z")).toISOString()).toBe(
      "2026-11-25T16:00:00.000Z",
    );
  });
});

describe("coverage of an application", () => {
  const all: Discipline[] = ["technology", "technology", "industry", "finance", "investment_legal"];
  it.each([
    ["nobody", [], { standing: 0, enough: false, complete: false }],
    ["one of each wanted", all, { standing: 5, enough: true, odd: true, missing: [], complete: true }],
    ["six", [...all, "finance"], { enough: true, odd: false, complete: false }],
    [
      "five without a lawyer",
      [...all.slice(0, 4), "finance"],
      { missing: ["investment_legal"], complete: false },
    ],
  ] as [string, Discipline[], object][])("of %s", (_what, standing, coverage) =>
    expect(coverageOf(standing, usualReviewers)).toMatchObject(coverage),
  );

  it("of what the call itself wants", () => {
    const wanted = { total: 7, technology: 4, industry: 0, finance: 1, investment_legal: 1 };
    expect(coverageOf(all, wanted)).toMatchObject({
      enough: false,
      missing: ["technology"],
      complete: false,
    });
    const more: Discipline[] = ["technology", "technology"];
    expect(coverageOf([...all, ...more], wanted)).toMatchObject({ missing: [], complete: true });
  });
});

describe("addresses of lists", () => {
  it.each([
    ["", ""],
    ["call=C5&state=panel&state=formal_review", "call=C5&state=formal_review%2Cpanel"],
    ["state=draft,nonsense&city=99&officer=%27&need=x&sort=x", ""],
    [
      "city=140100&officer=none&need=unclaimed&text=%E3%80%80SiC%E3%80%80&sort=-amount",
      "city=140100&officer=none&need=unclaimed&text=SiC&sort=-amount",
    ],
    ["sort=since", ""],
    ["sort=-since", "sort=-since"],
  ])("reads %s and writes %s", (query, canonical) =>
    expect(listQuery(readListFilter(new URLSearchParams(query)))).toBe(canonical),
  );
});
