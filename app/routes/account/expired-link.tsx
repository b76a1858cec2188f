import type { Locale } from "#app/i18n/locale.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { EntryMessage } from "./entry-page.tsx";

interface ExpiredLinkProps {
  locale: Locale;
  body: string;
  again?: { href: string; label: string };
}

/** Used, withdrawn, too old or never made: one answer for all. */
export function ExpiredLink({ locale, body, again }: ExpiredLinkProps) {
  return (
    <EntryMessage title={signInMessages[locale].linkExpiredTitle}>
      <p className="measure mt-4">{body}</p>
      {again && (
        <p className="mt-6">
          <LinkButton href={again.href}>{again.label}</LinkButton>
        </p>
      )}
    </EntryMessage>
  );
}
