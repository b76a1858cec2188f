import { inLanguage, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const companyUsccConfirmed: Template<"company-uscc-confirmed"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const company = inLanguage(fields.company, locale);
  return {
    kind: t.kind,
    title: t.title,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ company, uscc: fields.uscc })}</Paragraph>,
    button: { label: t.button, path: `/companies/${fields.companyId}` },
    facts: [{ label: t.next, value: t.nextThen }],
    why: t.why,
  };
};
