/** Every mail the portal sends. Its words are in `emails/<name>/`; who gets it is in `recipients.ts`. */
export const mailTemplates = [
  "verify-email",
  "already-registered",
  "reset-password",
  "password-changed",
  "second-factor-changed",
  "invite-staff",
  "invite-company-member",
  "invite-call-tester",
  "company-uscc-confirmed",
  "company-uscc-refused",
  "application-submitted",
  "application-withdrawn",
  "sign-off-requested",
  "sign-off-declined",
  "formal-check-accepted",
  "formal-check-not-accepted",
  "correction-requested",
  "correction-resubmitted",
  "correction-due-soon",
  "correction-extended",
  "correction-lapsed",
  "application-lapsed",
  "application-moved",
  "officer-assigned",
  "reviewer-assigned",
  "reviews-released",
  "assignment-withdrawn",
  "reviewer-declined",
  "reviewer-conflict",
  "review-submitted",
  "review-received",
  "question-waiting",
  "question-forwarded",
  "question-settled",
  "decision-recorded",
  "decision-approve",
  "decision-approve-with-conditions",
  "decision-defer",
  "decision-reject",
  "call-extended",
  "closing-soon",
] as const;

export type MailTemplate = (typeof mailTemplates)[number];

/** Mails that carry a one-time link: whoever holds the link holds the account, so it is not kept after sending. */
export const tokenTemplates = [
  "verify-email",
  "reset-password",
  "invite-staff",
  "invite-company-member",
  "invite-call-tester",
] as const satisfies readonly MailTemplate[];

export type TokenTemplate = (typeof tokenTemplates)[number];

export const carriesToken = (template: string): template is TokenTemplate =>
  (tokenTemplates as readonly string[]).includes(template);

export const isMailTemplate = (name: string): name is MailTemplate =>
  (mailTemplates as readonly string[]).includes(name);
