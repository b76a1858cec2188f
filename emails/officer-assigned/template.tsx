import { frameWords } from "../frame-words.ts";
import { inLanguage, type Template } from "../letter.ts";
import { Paragraph, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const officerAssigned: Template<"officer-assigned"> = ({ application, company }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead}</Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.project, value: inLanguage(application.title, locale) },
            { label: t.company, value: inLanguage(company, locale) },
            { label: t.call, value: inLanguage(application.call, locale) },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}` },
    why: t.why,
  };
};
