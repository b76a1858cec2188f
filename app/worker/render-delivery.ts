import type { ClaimedMail } from "#app/features/notifications/claim-mails.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import type { MailFields } from "#emails/mail-fields.ts";
import type { RenderedMail } from "#emails/render-mail.tsx";

/** The mail in its reader's language, as of when it was queued. */
export async function renderDelivery(mail: ClaimedMail, settings: Settings): Promise<RenderedMail> {
  // What sets letters is large, and a process that starts has none to set yet.
  const { renderMail } = await import("#emails/render-mail.tsx");
  return await renderMail(mail.template, mail.fields as MailFields[typeof mail.template], {
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
