import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewsReleased: Template<"reviews-released"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { count } = fields;
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, fields.dueAt), count }),
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ call: inLanguage(fields.call, locale), count })}</Paragraph>
        <Paragraph>{t.first}</Paragraph>
      </>
    ),
    button: { label: t.button, path: "/reviews" },
    facts: [
      { label: w.due, value: formatDeadline(locale, fields.dueAt) },
      { label: t.conflict, value: t.conflictThen },
      { label: t.noTime, value: t.noTimeThen },
    ],
    why: t.why,
  };
};
