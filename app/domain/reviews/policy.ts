import { type Actor, hasRole } from "../accounts/actor.ts";
import { opensApplication } from "./assignment-workflow.ts";

export interface AssignmentSubject {
  reviewerId: string;
  state: string;
  declaredAt: string | null;
  /** State of the application under review. */
  applicationState: string;
  /** A conflict between this reviewer and the application that blocks (recorded by anyone, not dismissed). */
  blocked: boolean;
}

type Rule = (actor: Actor, subject: AssignmentSubject) => boolean;

const isOwn: Rule = (actor, { reviewerId }) =>
  hasRole(actor, "reviewer") && actor.kind === "person" && actor.personId === reviewerId;
const isOpenForScoring: Rule = (_actor, { applicationState }) => applicationState === "expert_review";

/** What a reviewer may do with their own assignment; anything not listed is refused (domain.md §2.6). */
const rules = {
  see_row: isOwn,
  respond: (a, s) => isOwn(a, s) && ["assigned", "accepted"].includes(s.state) && isOpenForScoring(a, s),
  read_application: (a, s) => isOwn(a, s) && !s.blocked && opensApplication(s),
  /** While reviews are written, also after one's own is in: the panel may still turn on the answer. */
  ask: (a, s) => isOwn(a, s) && !s.blocked && opensApplication(s) && isOpenForScoring(a, s),
  score: (a, s) =>
    isOwn(a, s) && !s.blocked && opensApplication(s) && s.state === "accepted" && isOpenForScoring(a, s),
} as const satisfies Record<string, Rule>;

export type AssignmentAction = keyof typeof rules;

export const canWithAssignment = (
  actor: Actor,
  action: AssignmentAction,
  subject: AssignmentSubject,
): boolean => rules[action](actor, subject);
