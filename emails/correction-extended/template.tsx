import { formatDateTime, formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph, Quote, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const correctionExtended: Template<"correction-extended"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { application, round, dueBefore, dueAt, reason } = fields;
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, dueAt) }),
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ title: quotedTitle(application.title, locale), round })}</Paragraph>
        <Receipt
          colon={w.colon}
          rows={[
            { label: t.before, value: formatDateTime(locale, dueBefore) },
            { label: t.now, value: formatDeadline(locale, dueAt) },
          ]}
        />
        <Quote label={t.reason}>{reason}</Quote>
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: w.due, value: formatDeadline(locale, dueAt) },
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
    ],
    why: t.why,
  };
};
