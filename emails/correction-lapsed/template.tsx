import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const correctionLapsed: Template<"correction-lapsed"> = (
  { application, round, dueAt },
  { locale },
) => {
  const t = { zh, en }[locale];
  const title = quotedTitle(application.title, locale);
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ title, round, dueAt: formatDeadline(locale, dueAt) })}</Paragraph>,
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: frameWords[locale].then, value: t.then },
      { label: t.question, value: t.questionThen },
    ],
    why: t.why,
  };
};
