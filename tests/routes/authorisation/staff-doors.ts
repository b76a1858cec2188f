import { type Check, type Doors, fields, get, post } from "./access-table.ts";
import { type ActorName, freeOffice, freeStaff, office, staff } from "./actors.ts";
import type { ApplicationName } from "./world-applications.ts";
import { callDoors } from "./call-doors.ts";
import { formDoors } from "./form-doors.ts";
import { sha256Of, type World } from "./world.ts";
import type { PersonName } from "./world-people.ts";

const to =
  (name: ApplicationName, rest = "") =>
  (world: World) =>
    `/staff/applications/${world.applications[name].id}${rest}`;
const at = (path: string) => () => path;
const reviewer = (world: World) => `/staff/reviewers/${world.people.reviewerAssigned}`;
const person = (name: PersonName) => (world: World) => `/staff/people/${world.people[name]}`;

const submittedOnes: readonly ApplicationName[] = [
  "submitted",
  "formal",
  "correction",
  "scoring",
  "panel",
  "committee",
  "released",
  "refused",
  "withdrawn",
];
/** Everybody of the fund, but nobody looks at what they have a conflict with. */
const fundOf = (name: ApplicationName): readonly ActorName[] => (name === "scoring" ? freeStaff : staff);
/** Staff who may look and not do, for a form only `doers` may send. */
const lookers = (name: ApplicationName, doers: readonly ActorName[]) =>
  fundOf(name).filter((actor) => !doers.includes(actor));

const readersOfMail = ["administrator", "auditor"] as const;
const readersOfRecord = ["officer", "officerConflicted", "administrator", "auditor"] as const;
const recorders = ["officer", "officerConflicted", "chair", "administrator"] as const;
const nobody: readonly ActorName[] = [];
const why = "示例理由：材料齐全，符合条件，同意继续。";

/** A form on an application: done by some, refused or hidden to the staff who may only look. */
const acting = (
  name: string,
  application: ApplicationName,
  rest: string,
  body: NonNullable<Check["body"]>,
  doers: readonly ActorName[],
  outcome: "refused" | "hidden",
): Check => post(name, to(application, rest), body, doers, { [outcome]: lookers(application, doers) });

const decision = (values: Record<string, string>) =>
  fields({
    kind: "reject",
    reasonCode: "",
    reasonText: why,
    amount: "",
    conditions: "",
    meetingOn: "2026-11-20",
    ...values,
  });

const check =
  (intent: string, more: Record<string, string> = {}) =>
  (world: World) =>
    new URLSearchParams({ intent, checkId: world.formalCheckId, version: "1", "F01.result": "ok", ...more });

export const staffDoors: Doors = {
  "/staff": [get(at("/staff"), staff)],
  "/staff/applications": [
    get(at("/staff/applications"), staff),
    get(at("/staff/applications?q=canary"), staff, {}, { name: "searched by title" }),
    get(at("/staff/applications?state=draft"), staff, {}, { name: "drafts" }),
  ],
  "/staff/applications/bulk": [
    get(
      (world) => `/staff/applications/bulk?action=assign_officer&id=${world.applications.formal.id}`,
      office,
    ),
    get(
      (world) => `/staff/applications/bulk?action=assign_officer&id=${world.applications.draft.id}`,
      office,
      {},
      {
        name: "with a draft",
      },
    ),
    post(
      "deal out",
      (world) =>
        `/staff/applications/bulk?action=assign_officer&officer=${world.people.officerConflicted}&id=${world.applications.formal.id}`,
      (world) => new URLSearchParams({ row: `${world.applications.formal.id}~1` }),
      office,
    ),
  ],
  "/staff/applications/:id": [
    ...submittedOnes.map((name) => get(to(name), fundOf(name), {}, { name })),
    get(to("draft"), nobody, {}, { name: "draft" }),
    get(to("submitted", "?version=2"), nobody, {}, { name: "a version that is not there" }),
    acting(
      "claim",
      "formal",
      "",
      fields({ intent: "claim", version: "1" }),
      ["officerConflicted", "administrator"],
      "refused",
    ),
    acting(
      "start the check",
      "submitted",
      "",
      fields({ intent: "start", version: "1", evenThoughOpen: "on" }),
      office,
      "refused",
    ),
    acting(
      "extend the correction",
      "correction",
      "",
      fields({ intent: "extend", version: "1", days: "2", reason: why }),
      office,
      "refused",
    ),
    acting(
      "close scoring",
      "scoring",
      "",
      fields({ intent: "close_scoring", version: "1", reason: why }),
      freeOffice,
      "refused",
    ),
    acting(
      "shortlist",
      "panel",
      "",
      fields({ intent: "shortlist", version: "1", reason: why }),
      office,
      "refused",
    ),
    acting(
      "to the committee",
      "panel",
      "",
      fields({ intent: "send_to_committee", version: "1", reason: why }),
      office,
      "refused",
    ),
    // Who may claim nothing is told so without a look at the application.
    post("a draft", to("draft"), fields({ intent: "claim", version: "1" }), nobody, {
      refused: ["member", "chair", "auditor"],
    }),
    post("a move that is none", to("panel"), fields({ intent: "approve", version: "1" }), nobody, {
      refused: staff,
    }),
  ],
  "/staff/applications/:id/check": [
    ...(["formal", "scoring", "refused", "submitted"] as const).map((name) =>
      get(to(name, "/check"), fundOf(name), {}, { name }),
    ),
    get(to("draft", "/check"), nobody, {}, { name: "draft" }),
    acting(
      "start",
      "submitted",
      "/check",
      fields({ intent: "start", version: "1", evenThoughOpen: "on" }),
      office,
      "hidden",
    ),
    acting("save", "formal", "/check", check("save"), office, "hidden"),
    acting(
      "not accept",
      "formal",
      "/check",
      check("refuse", { "F01.result": "problem", "F01.note": why, reasonCode: "F01", reasonText: why }),
      office,
      "hidden",
    ),
  ],
  "/staff/applications/:id/check/notice": [
    get(to("formal", "/check/notice"), office, {}, { name: "open check" }),
    get(to("scoring", "/check/notice"), nobody, {}, { name: "no open check" }),
    get(to("draft", "/check/notice"), nobody, {}, { name: "draft" }),
    post("send nothing", to("formal", "/check/notice"), check("send"), nobody, { refused: office }),
  ],
  "/staff/applications/:id/check/notice/:language": [
    get(to("formal", "/check/notice/zh"), office, {}, { name: "Chinese" }),
    get(to("formal", "/check/notice/en"), office, {}, { name: "English" }),
    get(to("formal", "/check/notice/fr"), nobody, {}, { name: "no such language" }),
    get(to("draft", "/check/notice/zh"), nobody, {}, { name: "draft" }),
  ],
  "/staff/applications/:id/reviewers": [
    ...(["scoring", "panel", "formal"] as const).map((name) =>
      get(to(name, "/reviewers"), fundOf(name), {}, { name }),
    ),
    get(to("draft", "/reviewers"), nobody, {}, { name: "draft" }),
    acting(
      "assign",
      "scoring",
      "/reviewers",
      (world) =>
        new URLSearchParams({
          intent: "assign",
          reviewer: world.people.reviewerUnassigned,
          dueOn: "2026-12-10",
        }),
      freeOffice,
      "refused",
    ),
    acting(
      "assign somebody with a conflict",
      "scoring",
      "/reviewers",
      (world) =>
        new URLSearchParams({
          intent: "assign",
          reviewer: world.people.reviewerConflicted,
          dueOn: "2026-12-10",
        }),
      nobody,
      "refused",
    ),
    acting(
      "withdraw",
      "scoring",
      "/reviewers",
      (world) =>
        new URLSearchParams({
          intent: "withdraw",
          assignment: world.assignments.reviewerAssigned ?? "",
          version: "1",
          reason: why,
        }),
      freeOffice,
      "refused",
    ),
  ],
  "/staff/applications/:id/decision": [
    ...(["committee", "panel"] as const).map((name) => get(to(name, "/decision"), staff, {}, { name })),
    get(to("draft", "/decision"), nobody, {}, { name: "draft" }),
    get(to("scoring", "/decision"), freeStaff, {}, { name: "scoring" }),
    acting("nothing", "committee", "/decision", decision({ kind: "" }), nobody, "refused"),
    post(
      "replace",
      to("committee", "/decision"),
      (world) =>
        new URLSearchParams({
          ...{ kind: "defer", reasonText: why, meetingOn: "2026-11-20", amount: "", conditions: "" },
          ...{ reasonCode: "D22", replacesId: world.decisionId, replacesVersion: "1" },
        }),
      recorders,
      { refused: staff.filter((name) => !(recorders as readonly ActorName[]).includes(name)) },
    ),
    acting("too early", "panel", "/decision", decision({ reasonCode: "R01" }), nobody, "refused"),
  ],
  "/staff/checks": [get(at("/staff/checks"), staff)],
  "/staff/assignments": [
    get(at("/staff/assignments"), staff),
    get(at("/staff/assignments?view=conflicts"), staff, {}, { name: "conflicts" }),
    get(at("/staff/assignments?view=late"), staff, {}, { name: "late" }),
    post("judge a conflict", at("/staff/assignments"), judgement, freeOffice, {
      refused: ["member", "chair", "auditor"],
    }),
  ],
  "/staff/audit": [
    get(at("/staff/audit"), readersOfRecord),
    get(
      (world) => `/staff/audit?number=${world.applications.scoring.number}`,
      readersOfRecord,
      {},
      { name: "searched" },
    ),
  ],
  ...callDoors,
  ...formDoors,
  "/staff/companies": [
    get(at("/staff/companies"), staff),
    get(at("/staff/companies?show=all&q=canary"), staff, {}, { name: "searched" }),
  ],
  "/staff/companies/:companyId": [
    get((world) => `/staff/companies/${world.companies.ours}`, staff),
    get(at("/staff/companies/none"), nobody, {}, { name: "that is not there" }),
    // The code of our company needs no judge.
    post(
      "judge the code",
      (world) => `/staff/companies/${world.companies.ours}`,
      fields({ verdict: "confirm", version: "1" }),
      nobody,
    ),
  ],
  "/staff/companies/:companyId/licence": [
    get(
      (world) => `/staff/companies/${world.companies.ours}/licence`,
      nobody,
      {},
      { name: "none was uploaded" },
    ),
  ],
  "/staff/decisions": [
    get(at("/staff/decisions"), staff),
    get(at("/staff/decisions?state=all"), staff, {}, { name: "all" }),
    get(at("/staff/decisions?state=awaiting"), staff, {}, { name: "awaiting" }),
  ],
  "/staff/decisions/:id": [
    get((world) => `/staff/decisions/${world.decisionId}`, staff, {}, { name: "recorded" }),
    get((world) => `/staff/decisions/${world.releasedDecisionId}`, staff, {}, { name: "released" }),
    get(at("/staff/decisions/none"), nobody, {}, { name: "that is not there" }),
    post(
      "release unseen",
      (world) => `/staff/decisions/${world.decisionId}`,
      fields({ intent: "release", version: "1", seal: "forged" }),
      nobody,
      { refused: staff },
    ),
    post(
      "release again",
      (world) => `/staff/decisions/${world.releasedDecisionId}`,
      fields({ intent: "release", version: "1", seal: "forged" }),
      nobody,
      { refused: staff },
    ),
  ],
  "/staff/decisions/:id/letters/:recipientId": [
    get((world) => `/staff/decisions/${world.decisionId}/letters/${world.people.owner}`, staff),
    get(
      (world) => `/staff/decisions/${world.decisionId}/letters/${world.people.otherOwner}`,
      nobody,
      {},
      {
        name: "to somebody else",
      },
    ),
  ],
  "/staff/exports": [get(at("/staff/exports"), staff)],
  "/staff/exports/:file": [
    ...(["csv", "xlsx"] as const).flatMap((kind) => [
      get(
        at(`/staff/exports/applications.${kind}`),
        readersOfRecord,
        {},
        { name: `applications ${kind}`, traced: true },
      ),
      get(
        at(`/staff/exports/scores.${kind}?call=C5`),
        [...readersOfRecord, "chair"],
        {},
        { name: `scores ${kind}`, traced: true },
      ),
      get(at(`/staff/exports/decisions.${kind}`), staff, {}, { name: `decisions ${kind}`, traced: true }),
    ]),
    get(
      at("/staff/exports/reviews.xlsx?call=C5"),
      [...readersOfRecord, "chair"],
      {},
      { name: "reviews xlsx", traced: true },
    ),
    get(at("/staff/exports/people.csv"), nobody, {}, { name: "that is not there" }),
  ],
  "/staff/mail": [get(at("/staff/mail"), readersOfMail)],
  "/staff/mail/:id": [
    get((world) => `/staff/mail/${world.mailId}`, readersOfMail),
    get(at("/staff/mail/none"), nobody, {}, { name: "that is not there" }),
    post(
      "resend",
      (world) => `/staff/mail/${world.mailId}`,
      fields({ intent: "resend" }),
      ["administrator"],
      {
        refused: ["auditor"],
      },
    ),
    post(
      "cancel",
      (world) => `/staff/mail/${world.waitingMailId}`,
      fields({ intent: "cancel" }),
      ["administrator"],
      {
        refused: ["auditor"],
      },
    ),
  ],
  "/staff/mail/:id/html": [get((world) => `/staff/mail/${world.mailId}/html`, readersOfMail)],
  "/staff/reviewers": [
    get(at("/staff/reviewers"), readersOfRecord),
    get(at("/staff/reviewers?text=canary&state=waiting"), readersOfRecord, {}, { name: "searched" }),
  ],
  "/staff/reviewers/:personId": [
    get(reviewer, readersOfRecord),
    get(at("/staff/reviewers/none"), nobody, {}, { name: "that is not there" }),
    get((world) => `/staff/reviewers/${world.people.owner}`, nobody, {}, { name: "who is no reviewer" }),
    post("nothing to confirm", reviewer, fields({ version: "0" }), nobody, { refused: office }),
  ],
  "/staff/people": [
    get(at("/staff/people"), readersOfMail),
    get(at("/staff/people?kind=applicants&q=canary"), readersOfMail, {}, { name: "applicants" }),
  ],
  "/staff/people/invitations": [
    get(at("/staff/people/invitations"), readersOfMail),
    post("resend", at("/staff/people/invitations"), theInvitation("resend"), ["administrator"]),
    post("revoke", at("/staff/people/invitations"), theInvitation("revoke"), ["administrator"]),
  ],
  "/staff/people/invite": [
    get(at("/staff/people/invite"), ["administrator"]),
    post(
      "an officer",
      at("/staff/people/invite"),
      fields({ name: "新示例", email: "another@example.test", roles: "officer", locale: "zh" }),
      ["administrator"],
    ),
  ],
  "/staff/people/:personId": [
    get(person("officer"), readersOfMail, {}, { name: "an officer" }),
    get(person("owner"), readersOfMail, {}, { name: "an applicant" }),
    get(at("/staff/people/none"), nobody, {}, { name: "that is not there" }),
    post("roles", person("officer"), fields({ intent: "roles", roles: "auditor" }), ["administrator"]),
    post(
      "roles of an applicant",
      person("owner"),
      fields({ intent: "roles", roles: "administrator" }),
      nobody,
    ),
    post("disable", person("officer"), fields({ intent: "disable" }), ["administrator"]),
    post("disable oneself", person("administrator"), fields({ intent: "disable" }), nobody),
    post("enable", person("disabled"), fields({ intent: "enable" }), ["administrator"]),
    post("take one's own second factor", person("administrator"), fields({ intent: "second" }), nobody),
  ],
  "/staff/ranking": [get(at("/staff/ranking"), staff)],
  "/staff/ranking/:call": [
    get(at("/staff/ranking/C5"), staff),
    get(at("/staff/ranking/C99"), nobody, {}, { name: "of no call" }),
    get(at("/staff/ranking/C5?calibrated&sort=-above&line=1"), staff, {}, { name: "calibrated" }),
    post(
      "move the funding line",
      at("/staff/ranking/C5"),
      fields({ intent: "move_line", places: "1", version: "0" }),
      recorders,
      { refused: ["member", "auditor"] },
    ),
  ],
  "/staff/ranking/:call/calibration": [
    get(at("/staff/ranking/C5/calibration"), staff),
    get(at("/staff/ranking/C99/calibration"), nobody, {}, { name: "of no call" }),
  ],
  "/staff/ranking/:call/:applicationId/pdf": [
    get(
      (world) => `/staff/ranking/C5/${world.applications.scoring.id}/pdf`,
      freeStaff,
      {},
      { name: "scoring" },
    ),
    get((world) => `/staff/ranking/C5/${world.applications.draft.id}/pdf`, nobody, {}, { name: "draft" }),
  ],
  "/staff/ranking/:call/:applicationId/seen/:reviewId": [
    get(seenBy("scoring"), ["officer", "administrator", "auditor"]),
    get(seenBy("panel"), nobody, {}, { name: "of another application" }),
  ],
  "/staff/ranking/:call/:applicationId": [
    get((world) => `/staff/ranking/C5/${world.applications.panel.id}`, staff, {}, { name: "panel" }),
    get((world) => `/staff/ranking/C5/${world.applications.scoring.id}`, freeStaff, {}, { name: "scoring" }),
    get((world) => `/staff/ranking/C5/${world.applications.draft.id}`, nobody, {}, { name: "draft" }),
    post(
      "shortlist",
      (world) => `/staff/ranking/C5/${world.applications.panel.id}`,
      fields({ intent: "shortlist", version: "1", reason: why }),
      office,
      { refused: ["member", "chair", "auditor"] },
    ),
    post(
      "order what is not tied",
      (world) => `/staff/ranking/C5/${world.applications.panel.id}`,
      (world) =>
        new URLSearchParams({
          intent: "order_ties",
          [`place.${world.applications.panel.id}`]: "1",
          reason: why,
        }),
      nobody,
      { refused: staff },
    ),
  ],
};

function seenBy(name: ApplicationName) {
  return (world: World) =>
    `/staff/ranking/C5/${world.applications[name].id}/seen/${world.assignments["reviewerSubmitted"]}`;
}

function judgement(world: World): BodyInit {
  return new URLSearchParams({
    ...{
      intent: "confirm",
      application: world.applications.scoring.id,
      person: world.people.reviewerBlocked,
    },
    ...{ kind: "employed", note: why },
  });
}

/** Invitations into the staff are named by the hash of their link. */
function theInvitation(intent: string) {
  return (world: World) =>
    new URLSearchParams({ intent: `${intent}:${sha256Of(world.tokens.staffInvitation)}` });
}
