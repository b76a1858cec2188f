import type { Locale } from "#app/i18n/locale.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";

export type PaperVersion = number | "draft" | "standing";

interface PaperLinksProps {
  locale: Locale;
  applicationId: string;
  version: PaperVersion;
}

/** The application as a PDF, in either language whatever the page is in. */
export function PaperLinks({ locale, applicationId, version }: PaperLinksProps) {
  return (
    <p className="no-print links mt-1 mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {(["zh", "en"] as const).map((language) => (
        <a key={language} href={paperHref(applicationId, version, language)} download>
          {paperMessages[locale].downloadOf[language]}
        </a>
      ))}
    </p>
  );
}

export function paperHref(applicationId: string, version: PaperVersion, language: Locale): string {
  const which = version === "draft" ? "&draft=1" : version === "standing" ? "" : `&version=${version}`;
  return `/applications/${applicationId}/pdf?language=${language}${which}`;
}
