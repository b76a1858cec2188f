import { asJson, type Doors, fields, get, json, post } from "./access-table.ts";
import { type ActorName, halfSignedIn, reviewers, strangers } from "./actors.ts";
import type { World } from "./world.ts";

/** Somebody's assignment to the application under scoring. */
const of =
  (name: string, rest = "") =>
  (world: World) =>
    `/reviews/${world.assignments[name]}${rest}`;

const noConflict = fields({ intent: "declare", conflict: "no", signed: "on" });
const conflict = fields({ intent: "declare", conflict: "yes", kind: "employed", note: "2024", signed: "on" });
const decline = fields({ intent: "decline", reason: "出差" });
const save = fields({ intent: "save", overall: "改后的意见", "base:overall": "1.none" });
const submit = fields({ intent: "submit" });
const autosave = (world: World, actor: ActorName) =>
  JSON.stringify({
    person: world.people[actor] ?? "",
    section: "sheet",
    operations: [
      { kind: "set", path: "overall", value: "改后的意见", opId: crypto.randomUUID(), baseVersion: 1 },
    ],
  });

/** A reviewer whose own assignment does not, or no longer, open the application. */
const shutOut = ["reviewerAssigned", "reviewerConflicted", "reviewerBlocked", "reviewerWithdrawn"] as const;
const signedOut = { refused: strangers, second_factor: halfSignedIn } as const;

const only = (name: ActorName) => [name];

/** Each assignment belongs to one person; no role opens somebody else's sheet. */
export const reviewerDoors: Doors = {
  "/reviews": [
    get(() => "/reviews", reviewers),
    get(() => "/reviews?q=canary&view=to_score", reviewers, {}, { name: "searched" }),
    get(() => "/reviews?q=SXIC-2026-C5", reviewers, {}, { name: "searched by number" }),
  ],
  "/reviews/wishes": [
    get(() => "/reviews/wishes", reviewers),
    post(
      "of what nobody asks for",
      () => "/reviews/wishes",
      (world) => new URLSearchParams({ [`wish:${world.applications.scoring.id}`]: "keen" }),
      [],
      { refused: reviewers },
    ),
  ],
  "/reviews/details": [get(() => "/reviews/details", [], { elsewhere: reviewers })],
  "/reviews/details/:section": [
    get(() => "/reviews/details/expertise", reviewers),
    get(() => "/reviews/details/none", [], {}, { name: "of no part" }),
    post(
      "save",
      () => "/reviews/details/expertise",
      fields({ base: "{}", expertise_text: "示例内容", intent: "continue" }),
      reviewers,
    ),
  ],
  "/reviews/:assignmentId/declare": [
    get(of("reviewerAssigned", "/declare"), only("reviewerAssigned"), {}, { name: "to be answered" }),
    get(of("reviewerAccepted", "/declare"), only("reviewerAccepted"), {}, { name: "accepted" }),
    ...["reviewerSubmitted", "reviewerConflicted", "reviewerBlocked", "reviewerWithdrawn"].map((name) =>
      get(of(name, "/declare"), [], {}, { name: `of ${name}` }),
    ),
    get(() => "/reviews/none/declare", [], {}, { name: "that is not there" }),
    post("no conflict", of("reviewerAssigned", "/declare"), noConflict, only("reviewerAssigned")),
    post("a conflict", of("reviewerAssigned", "/declare"), conflict, only("reviewerAssigned")),
    post("declined", of("reviewerAssigned", "/declare"), decline, only("reviewerAssigned")),
    post("handed back", of("reviewerAccepted", "/declare"), decline, only("reviewerAccepted")),
    post("handed back when submitted", of("reviewerSubmitted", "/declare"), decline, [], {
      refused: only("reviewerSubmitted"),
    }),
    post("a conflict while scoring", of("reviewerAccepted", "/declare"), conflict, only("reviewerAccepted")),
    ...(["reviewerSubmitted", "reviewerConflicted"] as const).map((name) =>
      post(`answered again by ${name}`, of(name, "/declare"), noConflict, [], { refused: only(name) }),
    ),
    post("answered by reviewerBlocked", of("reviewerBlocked", "/declare"), noConflict, [], {
      refused: only("reviewerBlocked"),
    }),
    post("answered by reviewerWithdrawn", of("reviewerWithdrawn", "/declare"), noConflict, []),
  ],
  "/reviews/:assignmentId": [
    get(of("reviewerAccepted"), only("reviewerAccepted"), {}, { name: "open for scoring" }),
    get(of("reviewerSubmitted"), only("reviewerSubmitted"), {}, { name: "submitted" }),
    ...shutOut.map((name) => get(of(name), [], {}, { name: `of ${name}` })),
    get(of("other"), only("reviewerUnassigned"), {}, { name: "of another application" }),
    get(() => "/reviews/none", [], {}, { name: "that is not there" }),
    post("save", of("reviewerAccepted"), save, only("reviewerAccepted")),
    post("submit", of("reviewerAccepted"), submit, only("reviewerAccepted")),
    post("save a submitted one", of("reviewerSubmitted"), save, [], { refused: only("reviewerSubmitted") }),
    post("submit again", of("reviewerSubmitted"), submit, [], { refused: only("reviewerSubmitted") }),
    ...shutOut.map((name) => post(`save by ${name}`, of(name), save, [])),
    ...shutOut.map((name) => post(`submit by ${name}`, of(name), submit, [])),
  ],
  "/reviews/:assignmentId/pdf": [
    get(of("reviewerAccepted", "/pdf"), only("reviewerAccepted"), {}, { name: "of a draft" }),
    get(of("reviewerSubmitted", "/pdf"), only("reviewerSubmitted"), {}, { name: "of a submitted sheet" }),
    ...shutOut.map((name) => get(of(name, "/pdf"), [], {}, { name: `of ${name}` })),
    get(() => "/reviews/none/pdf", [], {}, { name: "that is not there" }),
  ],
  "/reviews/:assignmentId/autosave": [
    post(
      "a field",
      of("reviewerAccepted", "/autosave"),
      autosave,
      only("reviewerAccepted"),
      signedOut,
      asJson,
    ),
    post(
      "a field of a submitted sheet",
      of("reviewerSubmitted", "/autosave"),
      autosave,
      [],
      { ...signedOut, refused: [...strangers, "reviewerSubmitted"] },
      asJson,
    ),
    ...shutOut.map((name) =>
      post(`a field by ${name}`, of(name, "/autosave"), autosave, [], signedOut, { ...asJson, name }),
    ),
    post(
      "nonsense",
      of("reviewerAccepted", "/autosave"),
      json({ changes: "all" }),
      [],
      { ...signedOut, refused: [...strangers, ...reviewers] },
      asJson,
    ),
  ],
};
