import { formatDateTime, formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const applicationWithdrawn: Template<"application-withdrawn"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const { application } = fields;
  const title = quotedTitle(application.title, locale);
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, fields.at) }),
    reference: application.number,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ by: fields.by, title, at: formatDeadline(locale, fields.at) })}</Paragraph>,
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [
      { label: frameWords[locale].then, value: t.then },
      ...(fields.closesAt
        ? [
            {
              label: t.again,
              value: t.againThen({
                call: inLanguage(application.call, locale),
                at: formatDateTime(locale, fields.closesAt),
              }),
            },
          ]
        : []),
    ],
    why: t.why,
  };
};
