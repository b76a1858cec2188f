import { letterTemplates } from "#app/domain/decisions/letter-agrees.ts";
import type { EventType } from "#app/domain/audit/event-types.ts";
import type { MailTemplate } from "./mail-template.ts";

/** Whom a mail goes to, seen from the event. Nobody gets mail whose account is disabled. */
export type Audience =
  /** The person the event is about. */
  | "subject_person"
  | "company_owners"
  /** Owners and editors: those who can do something, and who may read the restricted answers a defect may name. */
  | "company_editors"
  | "company_members"
  /** The colleague who asked an owner to sign off. */
  | "sign_off_asker"
  /** Members of every company with a living application in the call. */
  | "call_members"
  /** Whoever handles the application; all officers while nobody does. Never who may not see it. */
  | "officer"
  /** Whoever was just given the application, unless they took it themselves. */
  | "new_officer"
  | "reviewer"
  /** All who review the application and may open it. */
  | "application_reviewers"
  /** The reviewer who asked the question, as long as they may open the application. */
  | "asker"
  /** Who may release the decision: not the one who recorded it. */
  | "releasers";

export interface Notice {
  template: MailTemplate;
  to: Audience;
  /** Only when the event's data say so. */
  when?: Readonly<Record<string, string>>;
  /** Not when the event's data have this: another event tells of it. */
  unless?: string;
}

const letter = (kind: keyof typeof letterTemplates): Notice => ({
  template: letterTemplates[kind],
  to: "company_members",
  when: { kind },
});

/**
 * Event → who is told, and by which mail. An event that is not here tells nobody.
 * Mails with a one-time link are not here either: their command queues them, for only it knows the link.
 */
export const recipients: Readonly<Partial<Record<EventType, readonly Notice[]>>> = {
  "person.password_changed": [{ template: "password-changed", to: "subject_person" }],
  "person.second_factor_set_up": [{ template: "second-factor-changed", to: "subject_person" }],
  "person.second_factor_removed": [{ template: "second-factor-changed", to: "subject_person" }],
  "person.recovery_codes_renewed": [{ template: "second-factor-changed", to: "subject_person" }],
  "person.recovery_code_used": [{ template: "second-factor-changed", to: "subject_person" }],

  "company.uscc_confirmed": [{ template: "company-uscc-confirmed", to: "company_owners" }],
  "company.uscc_refused": [{ template: "company-uscc-refused", to: "company_owners" }],

  "call.deadline_moved": [{ template: "call-extended", to: "call_members" }],

  "application.closing_reminded": [{ template: "closing-soon", to: "company_editors" }],
  "application.sign_off_requested": [{ template: "sign-off-requested", to: "company_owners" }],
  "application.sign_off_declined": [{ template: "sign-off-declined", to: "sign_off_asker" }],
  "application.submitted": [{ template: "application-submitted", to: "company_members" }],
  "application.resubmitted": [
    { template: "application-submitted", to: "company_members" },
    { template: "correction-resubmitted", to: "officer" },
  ],
  "application.withdrawn": [{ template: "application-withdrawn", to: "company_members" }],
  "application.lapsed": [
    { template: "correction-lapsed", to: "company_members" },
    { template: "application-lapsed", to: "officer" },
  ],
  "application.officer_assigned": [{ template: "officer-assigned", to: "new_officer" }],
  "application.scoring_closed": [{ template: "application-moved", to: "company_members" }],
  "application.stage_changed": [{ template: "application-moved", to: "company_members" }],
  "application.sent_to_committee": [{ template: "application-moved", to: "company_members" }],

  "formal_check.accepted": [{ template: "formal-check-accepted", to: "company_members" }],
  "formal_check.not_accepted": [{ template: "formal-check-not-accepted", to: "company_members" }],
  "formal_check.correction_requested": [{ template: "correction-requested", to: "company_editors" }],

  "correction.reminded": [{ template: "correction-due-soon", to: "company_editors" }],
  "correction.extended": [{ template: "correction-extended", to: "company_editors" }],

  // Of a released proposal each reviewer hears once, however many applications it gives them.
  "assignment.made": [{ template: "reviewer-assigned", to: "reviewer", unless: "runId" }],
  "reviewer.assignments_released": [{ template: "reviews-released", to: "reviewer" }],
  "assignment.withdrawn": [{ template: "assignment-withdrawn", to: "reviewer" }],
  "assignment.declined": [{ template: "reviewer-declined", to: "officer" }],
  "assignment.conflict_declared": [{ template: "reviewer-conflict", to: "officer" }],
  "review.submitted": [
    { template: "review-received", to: "reviewer" },
    { template: "review-submitted", to: "officer" },
  ],

  "question.asked": [{ template: "question-waiting", to: "officer" }],
  "question.forwarded": [{ template: "question-forwarded", to: "company_editors" }],
  "question.declined": [{ template: "question-settled", to: "asker" }],
  "question.answered": [{ template: "question-waiting", to: "officer" }],
  "question.passed_on": [{ template: "question-settled", to: "application_reviewers" }],

  "decision.recorded": [{ template: "decision-recorded", to: "releasers" }],
  "decision.released": [
    letter("approve"),
    letter("approve_with_conditions"),
    letter("defer"),
    letter("reject"),
  ],
};

/** The mails one event calls for. */
export const noticesOf = (type: string, data: Readonly<Record<string, unknown>>): readonly Notice[] =>
  ((recipients as Readonly<Record<string, readonly Notice[]>>)[type] ?? []).filter(
    ({ when = {}, unless }) =>
      Object.entries(when).every(([key, value]) => data[key] === value) &&
      (unless === undefined || data[unless] === undefined),
  );

/** Mails the table above can call for; the rest are queued by commands. */
export type EventMail = Exclude<
  MailTemplate,
  | "verify-email"
  | "already-registered"
  | "reset-password"
  | "invite-staff"
  | "invite-company-member"
  | "invite-call-tester"
>;
