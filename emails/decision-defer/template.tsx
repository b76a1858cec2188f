import { formatDateWithWeekday } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote, Receipt } from "../parts.tsx";
import { reasonLines } from "../reason-lines.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const decisionDefer: Template<"decision-defer"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application } = fields;
  const company = inLanguage(fields.company, locale);
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ company, title: quotedTitle(application.title, locale) })}</Paragraph>
        <Quote label={t.reason}>{reasonLines(locale, fields.reasonCode, fields.reasonText)}</Quote>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.number, value: application.number ?? "" },
            { label: t.meeting, value: formatDateWithWeekday(locale, fields.meetingOn) },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: t.you, value: t.youThen },
      { label: frameWords[locale].then, value: t.then },
    ],
    why: t.why,
  };
};
