import { siteMessages } from "#app/i18n/messages/site.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { EntryMessage } from "./entry-page.tsx";

interface MailSentProps {
  title: string;
  body: string;
  hint: string;
  again: { href: string; label: string };
  /** The demo sends nothing: its mail is read on a page. */
  demoMail: boolean;
}

/** The same words whether or not the address was known. */
export function MailSent({ title, body, hint, again, demoMail }: MailSentProps) {
  const t = siteMessages[usePage().locale];
  return (
    <EntryMessage title={title}>
      <p className="measure mt-4 text-lg">{body}</p>
      <p className="hint measure mt-4">{hint}</p>
      <p className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
        <a href={again.href}>{again.label}</a>
        {demoMail && <a href="/demo/mail">{t.demoMail}</a>}
      </p>
    </EntryMessage>
  );
}
