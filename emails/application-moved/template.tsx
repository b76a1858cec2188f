import { frameWords } from "../frame-words.ts";
import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph, Quote } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const applicationMoved: Template<"application-moved"> = (
  { application, move, reason },
  { locale },
) => {
  const t = { zh, en }[locale];
  const step = t.moves[move];
  return {
    kind: t.kind,
    title: step.title,
    reference: application.number,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{step.lead({ title: quotedTitle(application.title, locale) })}</Paragraph>
        {move === "not_shortlist" && reason !== "" && <Quote label={t.reason}>{reason}</Quote>}
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/status` },
    facts: [{ label: frameWords[locale].then, value: step.then }],
    why: t.why,
  };
};
