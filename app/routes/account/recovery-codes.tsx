import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

/** The one time they can be read. */
export function RecoveryCodes({ locale, codes, next }: { locale: Locale; codes: string[]; next: string }) {
  const t = accountMessages[locale].second;
  return (
    <section>
      <PageTitle>{t.codesTitle}</PageTitle>
      <h1>{t.codesTitle}</h1>
      <p className="measure mt-3">{t.codesLead}</p>
      <ol className="panel mt-6 grid max-w-xl gap-x-10 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="no-print mt-8">
        <LinkButton href={next} variant="primary">
          {t.codesDone}
        </LinkButton>
      </p>
    </section>
  );
}
