import type { MailTemplate } from "#app/domain/notifications/mail-template.ts";
import { alreadyRegistered } from "./already-registered/template.tsx";
import { applicationLapsed } from "./application-lapsed/template.tsx";
import { applicationMoved } from "./application-moved/template.tsx";
import { applicationSubmitted } from "./application-submitted/template.tsx";
import { applicationWithdrawn } from "./application-withdrawn/template.tsx";
import { assignmentWithdrawn } from "./assignment-withdrawn/template.tsx";
import { callExtended } from "./call-extended/template.tsx";
import { closingSoon } from "./closing-soon/template.tsx";
import { companyUsccConfirmed } from "./company-uscc-confirmed/template.tsx";
import { companyUsccRefused } from "./company-uscc-refused/template.tsx";
import { correctionDueSoon } from "./correction-due-soon/template.tsx";
import { correctionExtended } from "./correction-extended/template.tsx";
import { correctionLapsed } from "./correction-lapsed/template.tsx";
import { correctionRequested } from "./correction-requested/template.tsx";
import { correctionResubmitted } from "./correction-resubmitted/template.tsx";
import { decisionApprove } from "./decision-approve/template.tsx";
import { decisionApproveWithConditions } from "./decision-approve-with-conditions/template.tsx";
import { decisionDefer } from "./decision-defer/template.tsx";
import { decisionRecorded } from "./decision-recorded/template.tsx";
import { decisionReject } from "./decision-reject/template.tsx";
import { formalCheckAccepted } from "./formal-check-accepted/template.tsx";
import { formalCheckNotAccepted } from "./formal-check-not-accepted/template.tsx";
import { inviteCallTester } from "./invite-call-tester/template.tsx";
import { inviteCompanyMember } from "./invite-company-member/template.tsx";
import { inviteStaff } from "./invite-staff/template.tsx";
import { officerAssigned } from "./officer-assigned/template.tsx";
import { passwordChanged } from "./password-changed/template.tsx";
import { questionForwarded } from "./question-forwarded/template.tsx";
import { questionSettled } from "./question-settled/template.tsx";
import { questionWaiting } from "./question-waiting/template.tsx";
import { resetPassword } from "./reset-password/template.tsx";
import { reviewReceived } from "./review-received/template.tsx";
import { reviewSubmitted } from "./review-submitted/template.tsx";
import { reviewerAssigned } from "./reviewer-assigned/template.tsx";
import { reviewerConflict } from "./reviewer-conflict/template.tsx";
import { reviewerDeclined } from "./reviewer-declined/template.tsx";
import { reviewsReleased } from "./reviews-released/template.tsx";
import { secondFactorChanged } from "./second-factor-changed/template.tsx";
import { signOffDeclined } from "./sign-off-declined/template.tsx";
import { signOffRequested } from "./sign-off-requested/template.tsx";
import { verifyEmail } from "./verify-email/template.tsx";
import type { Template } from "./letter.ts";

/** Every mail by its name. */
export const templates: { readonly [T in MailTemplate]: Template<T> } = {
  "verify-email": verifyEmail,
  "already-registered": alreadyRegistered,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "second-factor-changed": secondFactorChanged,
  "invite-staff": inviteStaff,
  "invite-company-member": inviteCompanyMember,
  "invite-call-tester": inviteCallTester,
  "company-uscc-confirmed": companyUsccConfirmed,
  "company-uscc-refused": companyUsccRefused,
  "application-submitted": applicationSubmitted,
  "application-withdrawn": applicationWithdrawn,
  "sign-off-requested": signOffRequested,
  "sign-off-declined": signOffDeclined,
  "formal-check-accepted": formalCheckAccepted,
  "formal-check-not-accepted": formalCheckNotAccepted,
  "correction-requested": correctionRequested,
  "correction-resubmitted": correctionResubmitted,
  "correction-due-soon": correctionDueSoon,
  "correction-extended": correctionExtended,
  "correction-lapsed": correctionLapsed,
  "application-lapsed": applicationLapsed,
  "application-moved": applicationMoved,
  "officer-assigned": officerAssigned,
  "reviewer-assigned": reviewerAssigned,
  "reviews-released": reviewsReleased,
  "assignment-withdrawn": assignmentWithdrawn,
  "reviewer-declined": reviewerDeclined,
  "reviewer-conflict": reviewerConflict,
  "review-submitted": reviewSubmitted,
  "review-received": reviewReceived,
  "question-waiting": questionWaiting,
  "question-forwarded": questionForwarded,
  "question-settled": questionSettled,
  "decision-recorded": decisionRecorded,
  "decision-approve": decisionApprove,
  "decision-approve-with-conditions": decisionApproveWithConditions,
  "decision-defer": decisionDefer,
  "decision-reject": decisionReject,
  "call-extended": callExtended,
  "closing-soon": closingSoon,
};
