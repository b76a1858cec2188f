import { inLanguage, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const assignmentWithdrawn: Template<"assignment-withdrawn"> = ({ number, call }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: number,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ call: inLanguage(call, locale), number })}</Paragraph>,
    button: { label: t.button, path: "/reviews" },
    why: t.why,
  };
};
