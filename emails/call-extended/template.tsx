import { formatDateTime, formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, shortDateTime, type Template } from "../letter.ts";
import { Paragraph, Quote, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const callExtended: Template<"call-extended"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const call = inLanguage(fields.call, locale);
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, fields.closesAt) }),
    reference: fields.callCode,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ call })}</Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            ...(fields.closedBefore
              ? [{ label: t.before, value: formatDateTime(locale, fields.closedBefore) }]
              : []),
            { label: t.now, value: formatDeadline(locale, fields.closesAt) },
          ]}
        />
        {fields.reason !== "" && <Quote label={t.reason}>{fields.reason}</Quote>}
      </>
    ),
    button: { label: t.button, path: "/workspace" },
    facts: [
      { label: t.draft, value: t.draftThen },
      { label: t.submitted, value: t.submittedThen },
    ],
    why: t.why,
  };
};
