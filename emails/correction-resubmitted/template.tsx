import { formatDateTime } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, type Template } from "../letter.ts";
import { Paragraph, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const correctionResubmitted: Template<"correction-resubmitted"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application } = fields;
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader({ count: fields.items, round: fields.round }),
    body: (
      <>
        <Paragraph>{t.lead({ count: fields.items, round: fields.round })}</Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.project, value: inLanguage(application.title, locale) },
            { label: t.company, value: inLanguage(fields.company, locale) },
            { label: t.at, value: formatDateTime(locale, fields.at) },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}/check` },
    facts: [{ label: frameWords[locale].due, value: t.due }],
    why: t.why,
  };
};
