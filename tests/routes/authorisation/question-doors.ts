import { type Doors, fields, get, post } from "./access-table.ts";
import { type ActorName, editors, freeOffice, freeStaff, members, staff } from "./actors.ts";
import type { ApplicationName } from "./world-applications.ts";
import type { World } from "./world.ts";

type Place = (world: World) => string;

const ofReviewer =
  (name: string): Place =>
  (world) =>
    `/reviews/${world.assignments[name]}/questions`;
const ofOffice =
  (name: ApplicationName): Place =>
  (world) =>
    `/staff/applications/${world.applications[name].id}/questions`;
const ofCompany =
  (name: ApplicationName): Place =>
  (world) =>
    `/applications/${world.applications[name].id}/questions`;

const only = (name: ActorName) => [name];
const shutOut = ["reviewerAssigned", "reviewerConflicted", "reviewerBlocked", "reviewerWithdrawn"] as const;
const lookers = ["member", "chair", "auditor"] as const;

const ask = fields({ section: "", question: "示例问题：良率按哪个口径统计？" });
const about = (question: keyof World["questions"], values: Record<string, string>) => (world: World) =>
  new URLSearchParams({ question: world.questions[question], version: "1", ...values });
const forward = { intent: "forward", wording: "请说明良率的统计口径。", days: "3" };
const decline = { intent: "decline", reason: "材料第三部分已经写明，不必再问。" };
const answer = { answer: "按出货片数统计。" };

/** From a reviewer through the office to the company and back: each sees its own part. */
export const questionDoors: Doors = {
  "/reviews/:assignmentId/questions": [
    get(ofReviewer("reviewerAccepted"), only("reviewerAccepted"), {}, { name: "open for scoring" }),
    get(ofReviewer("reviewerSubmitted"), only("reviewerSubmitted"), {}, { name: "submitted" }),
    get(ofReviewer("other"), only("reviewerUnassigned"), {}, { name: "of another application" }),
    ...shutOut.map((name) => get(ofReviewer(name), [], {}, { name: `of ${name}` })),
    get(() => "/reviews/none/questions", [], {}, { name: "that are not there" }),
    post("ask", ofReviewer("reviewerAccepted"), ask, only("reviewerAccepted")),
    post("ask after submitting", ofReviewer("reviewerSubmitted"), ask, only("reviewerSubmitted")),
    post("ask nothing", ofReviewer("reviewerAccepted"), fields({ question: " " }), [], {
      refused: only("reviewerAccepted"),
    }),
    ...shutOut.map((name) => post(`ask by ${name}`, ofReviewer(name), ask, [])),
  ],
  "/staff/questions": [
    get(() => "/staff/questions", staff),
    get(() => "/staff/questions?view=with_company", staff, {}, { name: "with the company" }),
    get(() => "/staff/questions?view=done", staff, {}, { name: "done" }),
  ],
  "/staff/applications/:id/questions": [
    get(ofOffice("scoring"), freeStaff, {}, { name: "scoring" }),
    get(ofOffice("panel"), staff, {}, { name: "panel" }),
    get(ofOffice("draft"), [], {}, { name: "draft" }),
    post("forward", ofOffice("scoring"), about("asked", forward), freeOffice, { refused: lookers }),
    post("decline", ofOffice("scoring"), about("asked", decline), freeOffice, { refused: lookers }),
    post("pass on", ofOffice("scoring"), about("answered", { intent: "pass_on" }), freeOffice, {
      refused: lookers,
    }),
    post("forward again", ofOffice("scoring"), about("forwarded", forward), [], { refused: freeStaff }),
    post("pass on nothing", ofOffice("scoring"), about("forwarded", { intent: "pass_on" }), [], {
      refused: freeStaff,
    }),
    post("as it stood before", ofOffice("scoring"), about("asked", { ...forward, version: "0" }), [], {
      refused: freeStaff,
    }),
    post("of another application", ofOffice("panel"), about("asked", forward), []),
    post("without saying what", ofOffice("scoring"), about("asked", {}), []),
  ],
  "/applications/:id/questions": [
    get(ofCompany("scoring"), members, {}, { name: "scoring" }),
    get(ofCompany("panel"), members, {}, { name: "panel" }),
    get(ofCompany("draft"), members, {}, { name: "draft" }),
    get(ofCompany("otherScoring"), only("otherOwner"), {}, { name: "of another company" }),
    post("answer", ofCompany("scoring"), about("forwarded", answer), editors, { refused: only("viewer") }),
    post("answer better", ofCompany("scoring"), about("answered", answer), editors, {
      refused: only("viewer"),
    }),
    post("answer nothing", ofCompany("scoring"), about("forwarded", { answer: "" }), [], {
      refused: members,
    }),
    post("answer what was not forwarded", ofCompany("scoring"), about("asked", answer), []),
    post("of another application", ofCompany("panel"), about("forwarded", answer), []),
  ],
};
