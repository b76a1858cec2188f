import type { Locale } from "#app/i18n/locale.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Prose } from "#app/i18n/prose/prose.ts";

/** A page of plain text with its own contents list. */
export function ProsePage({ prose, locale }: { prose: Prose; locale: Locale }) {
  return (
    <div className="wrap pt-10">
      <title>{`${prose.title} – ${siteMessages[locale].portalName}`}</title>
      <h1>{prose.title}</h1>
      <p className="measure mt-4 text-lg">{prose.lead}</p>
      {prose.sections.map((section) => (
        <section key={section.id} id={section.id} className="mt-10">
          <h2>{section.heading}</h2>
          {section.paragraphs?.map((paragraph) => (
            <p key={paragraph} className="measure mt-3">
              {paragraph}
            </p>
          ))}
          {section.points && (
            <ul className="measure mt-3 list-disc pl-6">
              {section.points.map((point) => (
                <li key={point} className="py-1">
                  {point}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
