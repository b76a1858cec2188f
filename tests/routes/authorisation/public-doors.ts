import { anybody, type Doors, get } from "./access-table.ts";
import { everybody } from "./actors.ts";

/** What anybody may read without an account; nothing here takes a form. */
export const publicDoors: Doors = {
  "/": [anybody(() => "/")],
  "/calls": [anybody(() => "/calls")],
  "/calls/:code": [
    anybody(() => "/calls/C5"),
    get(() => "/calls/C99", [], { hidden: everybody }, { name: "a call that is not there" }),
  ],
  "/calls/:code/eligibility": [
    anybody(() => "/calls/C5/eligibility"),
    get(() => "/calls/C99/eligibility", [], { hidden: everybody }, { name: "of a call that is not there" }),
    anybody(() => "/calls/C5/eligibility?result=1", { name: "unanswered" }),
  ],
  "/notices": [anybody(() => "/notices")],
  "/notices/:id": [
    anybody((world) => `/notices/${world.noticeId}`),
    get(() => "/notices/none", [], { hidden: everybody }, { name: "a notice that is not there" }),
  ],
  "/guide": [anybody(() => "/guide")],
  "/privacy": [anybody(() => "/privacy")],
  "/accessibility": [anybody(() => "/accessibility")],
  "/contact": [anybody(() => "/contact")],
  "/verify-audit": [anybody(() => "/verify-audit")],
  "/schema/form-definition": [anybody(() => "/schema/form-definition")],
  "/schema/form-definition.v1.json": [anybody(() => "/schema/form-definition.v1.json")],
  // Outside a demonstration nobody's mail is on a page.
  "/demo/mail": [get(() => "/demo/mail", [], { hidden: everybody })],
  "/demo/mail/:id": [get((world) => `/demo/mail/${world.mailId}`, [], { hidden: everybody })],
  "/demo/mail/:id/html": [get((world) => `/demo/mail/${world.mailId}/html`, [], { hidden: everybody })],
  "/healthz": [anybody(() => "/healthz")],
  "/readyz": [anybody(() => "/readyz")],
  // Only for this machine: in these tests the peer is unknown.
  "/metrics": [get(() => "/metrics", [], { hidden: everybody })],
  "/*": [get(() => "/no/such/page", [], { hidden: everybody })],
};
