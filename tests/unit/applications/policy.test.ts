import { describe, expect, it } from "vitest";
import { type Actor, anonymous, type PersonActor, system } from "#app/domain/accounts/actor.ts";
import { type ApplicationAction, type ApplicationSubject, can } from "#app/domain/applications/policy.ts";
import { applicationStates } from "#app/domain/applications/workflow.ts";

const now = new Date("2026-12-01T00:00:00.000Z");
const closes = "2027-01-15T09:00:00.000Z";

const person = (facts: Partial<PersonActor>): PersonActor => ({
  kind: "person",
  personId: "p",
  sessionId: "s",
  name: "示例",
  email: "p@example.test",
  locale: "zh",
  roles: [],
  memberships: [],
  fullySignedIn: true,
  ...facts,
});

const actors: Record<string, Actor> = {
  anonymous,
  system,
  owner: person({ memberships: [{ companyId: "c", role: "owner" }] }),
  editor: person({ memberships: [{ companyId: "c", role: "editor" }] }),
  viewer: person({ memberships: [{ companyId: "c", role: "viewer" }] }),
  stranger: person({ memberships: [{ companyId: "other", role: "owner" }] }),
  officer: person({ roles: ["officer"] }),
  administrator: person({ roles: ["administrator"] }),
  auditor: person({ roles: ["auditor"] }),
  member: person({ roles: ["committee_member"] }),
  reviewer: person({ roles: ["reviewer"] }),
  halfSignedInOfficer: person({ roles: ["officer"], fullySignedIn: false }),
};

const subject = (facts: Partial<ApplicationSubject> = {}): ApplicationSubject => ({
  companyId: "c",
  state: "formal_review",
  closesAt: closes,
  dueAt: null,
  ...facts,
});

const whoCan = (action: ApplicationAction, facts: Partial<ApplicationSubject> = {}, at = now): string[] =>
  Object.keys(actors).filter((name) => can(actors[name]!, action, subject(facts), at));

const members = ["owner", "editor", "viewer"];
const staff = ["officer", "administrator", "auditor", "member"];

describe("who may do what with an application", () => {
  it("reads: its company at any time, the fund once it is submitted", () => {
    expect(whoCan("read", { state: "draft" })).toEqual(["system", ...members]);
    for (const state of applicationStates.filter((each) => each !== "draft"))
      expect(whoCan("read", { state }), state).toEqual(["system", ...members, ...staff]);
  });

  it("a conflict closes it to staff and reviewers, never to its company", () => {
    const declared = { state: "accepted", declaredAt: "2026-11-30T00:00:00.000Z" };
    expect(whoCan("read", { conflicted: true, assignment: declared })).toEqual(["system", ...members]);
    expect(whoCan("check", { conflicted: true })).toEqual([]);
  });

  it("a reviewer reads only after accepting with a signed declaration", () => {
    const declaredAt = "2026-11-30T00:00:00.000Z";
    const reads = (assignment: ApplicationSubject["assignment"]) =>
      whoCan("read", { assignment }).includes("reviewer");
    expect(reads(undefined)).toBe(false);
    expect(reads({ state: "assigned", declaredAt: null })).toBe(false);
    expect(reads({ state: "accepted", declaredAt: null })).toBe(false);
    expect(reads({ state: "accepted", declaredAt })).toBe(true);
    expect(reads({ state: "submitted", declaredAt })).toBe(true);
    for (const state of ["declined", "conflicted", "recused", "withdrawn"])
      expect(reads({ state, declaredAt }), state).toBe(false);
  });

  it("restricted answers are for the company's editors and the office", () => {
    expect(whoCan("read_restricted")).toEqual(["owner", "editor", "officer", "administrator", "auditor"]);
  });

  it("editing: owners and editors, while it is theirs to edit", () => {
    for (const state of applicationStates)
      expect(whoCan("edit", { state }), state).toEqual(
        ["draft", "submitted", "supplement_required"].includes(state) ? ["owner", "editor"] : [],
      );
    expect(whoCan("edit", { state: "supplement_required", dueAt: now.toISOString() })).toEqual([]);
  });

  it("submitting: the owner alone, until the very millisecond of closing", () => {
    expect(whoCan("submit", { state: "draft" })).toEqual(["owner"]);
    expect(whoCan("submit", { state: "formal_review" })).toEqual([]);
    expect(whoCan("submit", { state: "draft" }, new Date(Date.parse(closes) - 1))).toEqual(["owner"]);
    expect(whoCan("submit", { state: "draft" }, new Date(closes))).toEqual([]);
  });

  it("the office's acts are the officer's and the administrator's; an auditor writes nothing", () => {
    for (const action of ["check", "assign", "move"] as const) {
      expect(whoCan(action)).toEqual(["officer", "administrator"]);
      expect(whoCan(action, { state: "draft" })).toEqual([]);
    }
    expect(whoCan("lapse")).toEqual(["system"]);
    expect(whoCan("withdraw")).toEqual(["owner"]);
    expect(whoCan("delete_draft", { state: "draft" })).toEqual(["owner"]);
    expect(whoCan("delete_draft")).toEqual([]);
  });
});
