import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const formalCheckAccepted: Template<"formal-check-accepted"> = ({ application }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ title: quotedTitle(application.title, locale) })}</Paragraph>,
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: frameWords[locale].then, value: t.then },
      { label: t.you, value: t.youThen },
    ],
    why: t.why,
  };
};
