import { quotedTitle, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewSubmitted: Template<"review-submitted"> = (
  { application, submitted, assigned },
  { locale },
) => {
  const t = { zh, en }[locale];
  const count = { submitted, assigned };
  return {
    kind: t.kind,
    title: submitted >= assigned ? t.titleAll(count) : t.title(count),
    reference: application.number,
    preheader: t.preheader,
    body: (
      <Paragraph>
        {(submitted >= assigned ? t.leadAll : t.lead)({
          title: quotedTitle(application.title, locale),
          ...count,
        })}
      </Paragraph>
    ),
    button: { label: t.button, path: `/staff/applications/${application.id}` },
    why: t.why,
  };
};
