import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, type Template } from "../letter.ts";
import { Paragraph, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** To the office; the company hears of it by `correction-lapsed`. */
export const applicationLapsed: Template<"application-lapsed"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application, company, round, items, open } = fields;
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader({ round }),
    body: (
      <>
        <Paragraph>{t.lead({ round, dueAt: formatDeadline(locale, fields.dueAt) })}</Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.project, value: inLanguage(application.title, locale) },
            { label: t.company, value: inLanguage(company, locale) },
            { label: t.points, value: t.pointsOf({ items, open }) },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}` },
    facts: [{ label: frameWords[locale].then, value: t.then }],
    why: t.why,
  };
};
