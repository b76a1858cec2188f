import type { ClaimedMail } from "#app/features/notifications/claim-mails.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import { type RenderedMail, renderMail } from "#emails/render-mail.tsx";

/** The mail in its reader's language, as of when it was queued. */
export function renderDelivery(mail: ClaimedMail, settings: Settings): Promise<RenderedMail> {
  return renderMail(mail.template, mail.fields as MailFields[typeof mail.template], {
    locale: mail.locale,
    name: String(mail.fields["name"] ?? ""),
    baseUrl: settings.baseUrl,
    at: mail.createdAt,
    demo: settings.demo,
    isTest: isAboutTest(mail.fields),
  });
}

const isAboutTest = ({ application }: ClaimedMail["fields"]): boolean =>
  typeof application === "object" && application !== null && "isTest" in application;
