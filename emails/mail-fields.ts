/** The same text in both languages; an empty one falls back to the other. */
export interface Both {
  zh: string;
  en: string;
}

export interface ApplicationFields {
  id: string;
  /** `SXIC-2026-C5-0001`; null while it is a draft. */
  number: string | null;
  title: Both;
  call: Both;
}

/** A link that works once. The address is made of the portal's own base address and the template's path. */
interface TokenFields {
  token: string;
  /** ISO-8601 UTC, as are all times here. */
  expiresAt: string;
}

interface DecisionFields {
  /** The row this letter speaks for: sending is refused when they disagree. */
  decisionId: string;
  application: ApplicationFields;
  company: Both;
  meetingOn: string;
  releasedAt: string;
}

/** What each mail needs beside the recipient's name and language. */
export interface MailFields {
  "verify-email": TokenFields;
  "already-registered": object;
  "reset-password": TokenFields;
  /** Goes to the new address. */
  "change-email": TokenFields;
  "password-changed": { at: string };
  "second-factor-changed": { at: string; change: "added" | "removed" | "recovery_codes_renewed" | "recovery_code_used" };
  "invite-staff": TokenFields & {
    roles: readonly ("officer" | "committee_member" | "committee_chair" | "administrator" | "auditor" | "reviewer")[];
    invitedBy: string;
  };
  "invite-company-member": TokenFields & {
    company: Both;
    role: "owner" | "editor" | "viewer";
    invitedBy: string;
  };
  "company-uscc-confirmed": { companyId: string; company: Both; uscc: string };
  "company-uscc-refused": { companyId: string; company: Both; uscc: string; reason: string };
  "application-submitted": {
    application: ApplicationFields;
    version: number;
    sha256: string;
    submittedAt: string;
    signedName: string;
    closesAt: string | null;
  };
  "application-withdrawn": { application: ApplicationFields; at: string; closesAt: string | null };
  "formal-check-accepted": { application: ApplicationFields; at: string };
  "formal-check-not-accepted": { application: ApplicationFields; reason: Both; reasonText: string };
  "correction-requested": {
    application: ApplicationFields;
    round: number;
    dueAt: string;
    items: readonly { where: Both; reason: string; wanted: string }[];
  };
  "correction-resubmitted": {
    application: ApplicationFields;
    company: Both;
    round: number;
    at: string;
    items: number;
  };
  "correction-lapsed": { application: ApplicationFields; round: number; dueAt: string };
  /** The project and the company are named on the page, after the conflict declaration, not in the mail. */
  "reviewer-assigned": { assignmentId: string; number: string; call: Both; dueAt: string };
  "reviewer-declined": { application: ApplicationFields; reviewer: string; reason: string };
  "reviewer-conflict": { application: ApplicationFields; reviewer: string };
  "review-submitted": { application: ApplicationFields; submitted: number; assigned: number };
  "review-received": { assignmentId: string; number: string; at: string; remaining: number };
  /** Embargoed: says that there is something to release, not what it says. */
  "decision-recorded": { decisionId: string; number: string; call: Both; meetingOn: string };
  "decision-approve": DecisionFields & { amountFen: number };
  "decision-approve-with-conditions": DecisionFields & { amountFen: number; conditions: string };
  "decision-defer": DecisionFields & { reasonText: string };
  "decision-reject": DecisionFields & { reason: Both; reasonText: string };
  "call-extended": { callCode: string; call: Both; closedBefore: string; closesAt: string; reason: Both };
  "closing-soon": { application: ApplicationFields; closesAt: string; days: number; missing: number };
}
