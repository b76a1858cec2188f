import { describe, expect, it } from "vitest";
import { workflowDiagram } from "#app/domain/applications/workflow-diagram.ts";
import {
  type ApplicationEvent,
  applicationStates,
  applicationWorkflow,
  isEditable,
  isFinal,
  type Party,
  transition,
} from "#app/domain/applications/workflow.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";

const parties: Party[] = ["owner", "officer", "committee", "system"];
const events = Object.keys(applicationWorkflow) as ApplicationEvent[];

/** What the guidelines allow, written out by hand (domain.md §2.3): event → party → from → to. */
const allowed: [ApplicationEvent, Party, string, string][] = [
  ["submit", "owner", "draft", "submitted"],
  ["submit", "owner", "submitted", "submitted"],
  ["withdraw", "owner", "submitted", "withdrawn"],
  ["withdraw", "owner", "formal_review", "withdrawn"],
  ["withdraw", "owner", "supplement_required", "withdrawn"],
  ["withdraw", "owner", "expert_review", "withdrawn"],
  ["withdraw", "owner", "panel", "withdrawn"],
  ["start_formal_check", "officer", "submitted", "formal_review"],
  ["request_correction", "officer", "formal_review", "supplement_required"],
  ["resubmit", "owner", "supplement_required", "formal_review"],
  ["lapse", "system", "supplement_required", "not_accepted"],
  ["accept", "officer", "formal_review", "expert_review"],
  ["not_accept", "officer", "formal_review", "not_accepted"],
  ["close_scoring", "officer", "expert_review", "panel"],
  ["shortlist", "officer", "panel", "initiated"],
  ["put_in_reserve", "officer", "panel", "reserve"],
  ["not_shortlist", "officer", "panel", "not_shortlisted"],
  ["take_from_reserve", "officer", "reserve", "initiated"],
  ["start_due_diligence", "officer", "initiated", "due_diligence"],
  ["propose", "officer", "due_diligence", "proposal"],
  ["send_to_committee", "officer", "panel", "ic_review"],
  ["send_to_committee", "officer", "initiated", "ic_review"],
  ["send_to_committee", "officer", "due_diligence", "ic_review"],
  ["send_to_committee", "officer", "proposal", "ic_review"],
  ["release_approval", "committee", "ic_review", "public_notice"],
  ["release_deferral", "committee", "ic_review", "proposal"],
  ["release_rejection", "committee", "ic_review", "rejected"],
];

describe("the application workflow", () => {
  it.each(events)("%s is allowed exactly where the guidelines say", (event) => {
    const got = parties.flatMap((party) =>
      applicationStates.flatMap((from) => {
        const to = transition(from, event, party);
        return to ? [[event, party, from, to]] : [];
      }),
    );
    const wanted = allowed.filter(([name]) => name === event);
    expect(got.map(String).sort()).toEqual(wanted.map(String).sort());
  });

  it("an unknown state leads nowhere", () => {
    for (const event of events)
      for (const party of parties) expect(transition("gone", event, party)).toBeNull();
  });

  it("every state can be reached and is named for staff and applicants in both languages", () => {
    const reached = new Set<string>(["draft", ...Object.values(applicationWorkflow).map(({ to }) => to)]);
    expect(applicationStates.filter((state) => !reached.has(state))).toEqual([]);
    for (const locale of ["zh", "en"] as const)
      for (const state of applicationStates) {
        expect(applicationStateMessages[locale].name[state]).toBeTruthy();
        expect(applicationStateMessages[locale].forApplicant[state]).toBeTruthy();
      }
  });

  it("says which states are the company's to edit and which are the end", () => {
    expect(applicationStates.filter(isEditable)).toEqual(["draft", "submitted", "supplement_required"]);
    expect(applicationStates.filter(isFinal)).toEqual([
      "not_accepted",
      "rejected",
      "not_shortlisted",
      "withdrawn",
    ]);
    for (const state of applicationStates.filter(isFinal))
      for (const event of events)
        for (const party of parties) expect(transition(state, event, party)).toBeNull();
  });

  it("is drawn as it stands (run vitest with -u after a change)", async () => {
    await expect(workflowDiagram()).toMatchFileSnapshot("../../../app/domain/applications/workflow.mmd");
  });
});
