import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewerDeclined: Template<"reviewer-declined"> = (
  { application, reviewer, reason },
  { locale },
) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ reviewer, title: quotedTitle(application.title, locale) })}</Paragraph>
        {reason !== "" && <Quote label={t.reason}>{reason}</Quote>}
      </>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}/reviewers` },
    why: t.why,
  };
};
