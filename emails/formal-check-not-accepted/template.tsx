import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { reasonLines } from "../reason-lines.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const formalCheckNotAccepted: Template<"formal-check-not-accepted"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application } = fields;
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ title: quotedTitle(application.title, locale) })}</Paragraph>
        <Quote label={t.reason}>{reasonLines(locale, fields.reasonCode, fields.reasonText)}</Quote>
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: frameWords[locale].then, value: t.then },
      { label: t.question, value: t.questionThen },
    ],
    why: t.why,
  };
};
