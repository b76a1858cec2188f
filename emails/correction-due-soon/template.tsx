import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const correctionDueSoon: Template<"correction-due-soon"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { application, round, dueAt, days, items, open } = fields;
  const title = quotedTitle(application.title, locale);
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, dueAt) }),
    reference: application.number,
    preheader: t.preheader({ open, count: items }),
    body: (
      <>
        <Paragraph>{t.lead({ title, days, round })}</Paragraph>
        <Paragraph>{t.state({ open, count: items })}</Paragraph>
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
