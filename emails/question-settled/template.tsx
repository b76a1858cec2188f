import { inLanguage, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const questionSettled: Template<"question-settled"> = ({ number, call, outcome }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title({ outcome }),
    reference: number,
    preheader: t.preheader({ outcome }),
    body: (
      <>
        <Paragraph>{t.lead({ outcome, call: inLanguage(call, locale), number })}</Paragraph>
        <Paragraph>{t.where}</Paragraph>
      </>
    ),
    button: { label: t.button, path: "/reviews" },
    why: t.why,
  };
};
