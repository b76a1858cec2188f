import { inLanguage, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const companyUsccRefused: Template<"company-uscc-refused"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const company = inLanguage(fields.company, locale);
  return {
    kind: t.kind,
    title: t.title,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ company, uscc: fields.uscc })}</Paragraph>
        {fields.reason !== "" && <Quote label={t.reason}>{fields.reason}</Quote>}
      </>
    ),
    button: { label: t.button, path: `/companies/${fields.companyId}` },
    facts: [{ label: t.next, value: t.nextThen }],
    why: t.why,
  };
};
