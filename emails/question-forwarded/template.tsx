import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const questionForwarded: Template<"question-forwarded"> = ({ application, dueAt }, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, dueAt) }),
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ title: quotedTitle(application.title, locale) })}</Paragraph>
        <Paragraph>{t.confidential}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/questions` },
    facts: [
      { label: w.due, value: formatDeadline(locale, dueAt) },
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
    ],
    why: t.why,
  };
};
