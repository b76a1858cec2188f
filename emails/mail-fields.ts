import type { CompanyRole, StaffRole } from "#app/domain/accounts/actor.ts";
import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import type { Localised } from "#app/domain/shared/localised.ts";

export interface ApplicationFields {
  id: string;
  /** `SXIC-2026-C5-0001`; null while it is a draft. */
  number: string | null;
  title: Localised;
  call: Localised;
  /** Made to try out a form before its call opens; the whole mail says so. */
  isTest?: true;
}

/** A link that works once. Its address is the portal's base address, the template's own path and the token. */
interface TokenFields {
  token: string;
  /** ISO-8601 UTC, as are all times here. */
  expiresAt: string;
}

interface LetterFields {
  /** The row this letter speaks for: sending is refused when they disagree. */
  decisionId: string;
  application: ApplicationFields;
  companyId: string;
  company: Localised;
  meetingOn: string;
}

/** A stage the office moves an application to, where the company hears of it. */
export type Move =
  | "close_scoring"
  | "shortlist"
  | "put_in_reserve"
  | "not_shortlist"
  | "take_from_reserve"
  | "start_due_diligence"
  | "propose"
  | "send_to_committee";

/** What each mail needs beside the recipient's name and language. Gathered when the mail is queued. */
export interface MailFields extends Record<MailTemplate, object> {
  "verify-email": TokenFields;
  "already-registered": object;
  "reset-password": TokenFields;
  "password-changed": { at: string };
  "second-factor-changed": {
    at: string;
    change: "added" | "removed" | "recovery_codes_renewed" | "recovery_code_used";
  };
  "invite-staff": TokenFields & { roles: readonly StaffRole[]; invitedBy: string };
  "invite-company-member": TokenFields & { company: Localised; role: CompanyRole; invitedBy: string };
  "invite-call-tester": TokenFields & {
    call: { code: string; title: Localised };
    /** Null while it is not set. */
    opensAt: string | null;
    invitedBy: string;
  };
  "company-uscc-confirmed": { companyId: string; company: Localised; uscc: string };
  "company-uscc-refused": { companyId: string; company: Localised; uscc: string; reason: string };
  "application-submitted": {
    application: ApplicationFields;
    version: number;
    sha256: string;
    submittedAt: string;
    signedName: string;
    /** Null when it can no longer be changed: the call has closed, or this answers a correction. */
    closesAt: string | null;
    isCorrection: boolean;
  };
  "application-withdrawn": {
    application: ApplicationFields;
    at: string;
    by: string;
    closesAt: string | null;
  };
  "sign-off-requested": {
    application: ApplicationFields;
    requestId: string;
    by: string;
    note: string;
    /** Required answers still open when it was asked. */
    missing: number;
    /** Closing of the call or end of the correction; null while no time is set. */
    until: string | null;
    isCorrection: boolean;
  };
  "sign-off-declined": { application: ApplicationFields; by: string; reason: string };
  "formal-check-accepted": { application: ApplicationFields; at: string };
  "formal-check-not-accepted": { application: ApplicationFields; reasonCode: string; reasonText: string };
  "correction-requested": {
    application: ApplicationFields;
    round: number;
    dueAt: string;
    items: readonly { where: Localised; reason: string; wanted: string }[];
  };
  "correction-resubmitted": {
    application: ApplicationFields;
    company: Localised;
    round: number;
    at: string;
    items: number;
  };
  "correction-due-soon": {
    application: ApplicationFields;
    round: number;
    dueAt: string;
    /** Working days left. */
    days: number;
    items: number;
    /** Of them neither changed nor explained. */
    open: number;
  };
  "correction-extended": {
    application: ApplicationFields;
    round: number;
    dueBefore: string;
    dueAt: string;
    reason: string;
  };
  "correction-lapsed": { application: ApplicationFields; round: number; dueAt: string };
  "application-lapsed": {
    application: ApplicationFields;
    company: Localised;
    round: number;
    dueAt: string;
    items: number;
    /** Of them neither changed nor explained. */
    open: number;
  };
  "application-moved": { application: ApplicationFields; move: Move; reason: string };
  "officer-assigned": { application: ApplicationFields; company: Localised };
  /** The project and the company are named on the page, after the conflict declaration, not in the mail. */
  "reviewer-assigned": {
    assignmentId: string;
    number: string;
    call: Localised;
    dueAt: string;
    again: boolean;
  };
  "reviews-released": {
    runId: string;
    reviewerId: string;
    call: Localised;
    count: number;
    dueAt: string;
  };
  "assignment-withdrawn": { number: string; call: Localised };
  "reviewer-declined": { application: ApplicationFields; reviewer: string; reason: string };
  "reviewer-conflict": { application: ApplicationFields; reviewer: string };
  "review-submitted": { application: ApplicationFields; submitted: number; assigned: number };
  "review-received": { assignmentId: string; number: string; at: string; remaining: number };
  /** None of the mails about a question gives it, its answer or who asked. */
  "question-waiting": { application: ApplicationFields; stage: "asked" | "answered" };
  "question-forwarded": { application: ApplicationFields; questionId: string; dueAt: string };
  "question-settled": {
    questionId: string;
    number: string;
    call: Localised;
    outcome: "answered" | "declined";
  };
  /** Embargoed: says that there is something to release, not what it says. */
  "decision-recorded": { decisionId: string; number: string; call: Localised; meetingOn: string };
  "decision-approve": LetterFields & { amountFen: number };
  "decision-approve-with-conditions": LetterFields & { amountFen: number; conditions: string };
  "decision-defer": LetterFields & { reasonCode: string | null; reasonText: string };
  "decision-reject": LetterFields & { reasonCode: string | null; reasonText: string };
  "call-extended": {
    callCode: string;
    call: Localised;
    closedBefore: string | null;
    closesAt: string;
    reason: string;
  };
  "closing-soon": { application: ApplicationFields; closesAt: string; days: number; missing: number };
}
