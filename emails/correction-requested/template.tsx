import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Items, Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const correctionRequested: Template<"correction-requested"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { application, items, round } = fields;
  const count = items.length;
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, fields.dueAt), count }),
    reference: application.number,
    preheader: t.preheader({ count }),
    body: (
      <>
        <Paragraph>{t.lead({ title: quotedTitle(application.title, locale), count })}</Paragraph>
        <Items
          items={items.map(({ where, reason, wanted }) => ({
            title: inLanguage(where, locale) || t.whole,
            lines: reason.split(/\r?\n/),
            wanted: wanted === "" ? "" : t.wanted({ wanted }),
          }))}
        />
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, fields.dueAt) },
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
      { label: t.round, value: t.roundValue({ round }) },
    ],
    why: t.why,
  };
};
