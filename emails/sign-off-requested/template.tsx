import { formatDateTime } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const signOffRequested: Template<"sign-off-requested"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application, by, note, missing, until, isCorrection } = fields;
  const title = quotedTitle(application.title, locale);
  return {
    kind: t.kind,
    title: isCorrection ? t.titleCorrection : t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{(isCorrection ? t.leadCorrection : t.lead)({ by, title })}</Paragraph>
        {missing > 0 && <Paragraph>{t.missing({ count: missing })}</Paragraph>}
        {note !== "" && <Quote label={t.note}>{note}</Quote>}
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/check` },
    facts: [
      ...(until ? [{ label: frameWords[locale].due, value: formatDateTime(locale, until) }] : []),
      { label: frameWords[locale].then, value: t.afterwards },
    ],
    why: t.why,
  };
};
