import type { Locale } from "#app/i18n/locale.ts";
import { packetMessages } from "#app/i18n/messages/packet.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";

export type PaperVersion = number | "draft" | "standing";

interface PaperLinksProps {
  locale: Locale;
  applicationId: string;
  version: PaperVersion;
}

/** The application as a PDF, in either language whatever the page is in, and with all its files. */
export function PaperLinks({ locale, applicationId, version }: PaperLinksProps) {
  return (
    <p className="no-print links mt-1 mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {(["zh", "en"] as const).map((language) => (
        <a key={language} href={paperHref(applicationId, version, language)} download>
          {paperMessages[locale].downloadOf[language]}
        </a>
      ))}
      {/* Not marked as a download: where a file is missing, the page that says so comes instead. */}
      <a href={packetHref(applicationId, version, locale)}>{packetMessages[locale].download}</a>
    </p>
  );
}

export const paperHref = (applicationId: string, version: PaperVersion, language: Locale): string =>
  `/applications/${applicationId}/pdf?${queryOf(version, language)}`;

export const packetHref = (applicationId: string, version: PaperVersion, language: Locale): string =>
  `/applications/${applicationId}/packet?${queryOf(version, language)}`;

function queryOf(version: PaperVersion, language: Locale): string {
  if (version === "standing") return `language=${language}`;
  return `language=${language}&${version === "draft" ? "draft=1" : `version=${version}`}`;
}
