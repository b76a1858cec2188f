import { formatDateWithWeekday } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, type Template } from "../letter.ts";
import { Paragraph, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const decisionRecorded: Template<"decision-recorded"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: fields.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead}</Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.number, value: fields.number },
            { label: t.call, value: inLanguage(fields.call, locale) },
            { label: t.meeting, value: formatDateWithWeekday(locale, fields.meetingOn) },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: "/staff/decisions" },
    facts: [{ label: frameWords[locale].then, value: t.then }],
    why: t.why,
  };
};
