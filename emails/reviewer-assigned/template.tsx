import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewerAssigned: Template<"reviewer-assigned"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, fields.dueAt) }),
    reference: fields.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>
          {t.lead({ call: inLanguage(fields.call, locale), number: fields.number, again: fields.again })}
        </Paragraph>
        <Paragraph>{t.first}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/reviews/${fields.assignmentId}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, fields.dueAt) },
      { label: t.conflict, value: t.conflictThen },
      { label: t.noTime, value: t.noTimeThen },
    ],
    why: t.why,
  };
};
