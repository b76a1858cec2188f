import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const closingSoon: Template<"closing-soon"> = (
  { application, closesAt, days, missing },
  { locale },
) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const title = quotedTitle(application.title, locale);
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, closesAt), days }),
    preheader: t.preheader({ missing }),
    body: (
      <>
        <Paragraph>{t.lead({ title, call: inLanguage(application.call, locale) })}</Paragraph>
        <Paragraph>{t.missing({ missing })}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, closesAt) },
      { label: w.late, value: t.late },
    ],
    why: t.why,
  };
};
