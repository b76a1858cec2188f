import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const questionWaiting: Template<"question-waiting"> = ({ application, stage }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title({ stage }),
    reference: application.number,
    preheader: t.preheader({ stage }),
    body: (
      <>
        <Paragraph>{t.lead({ stage, title: quotedTitle(application.title, locale) })}</Paragraph>
        <Paragraph>{t.confidential}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}/questions` },
    why: t.why,
  };
};
