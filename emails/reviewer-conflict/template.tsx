import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewerConflict: Template<"reviewer-conflict"> = ({ application, reviewer }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ reviewer, title: quotedTitle(application.title, locale) })}</Paragraph>,
    button: { label: t.button, path: `/staff/applications/${application.id}/reviewers` },
    facts: [{ label: t.next, value: t.nextThen }],
    why: t.why,
  };
};
