import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const signOffDeclined: Template<"sign-off-declined"> = ({ application, by, reason }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ by, title: quotedTitle(application.title, locale) })}</Paragraph>
        <Quote label={t.reason}>{reason}</Quote>
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}` },
    facts: [{ label: frameWords[locale].then, value: t.then }],
    why: t.why,
  };
};
