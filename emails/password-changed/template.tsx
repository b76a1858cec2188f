import { formatDeadline } from "#app/i18n/format.ts";
import { shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const passwordChanged: Template<"password-changed"> = ({ at }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, at) }),
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ at: formatDeadline(locale, at) })}</Paragraph>,
    button: { label: t.button, path: "/reset" },
    facts: [
      { label: t.you, value: t.youThen },
      { label: t.notYou, value: t.notYouThen },
    ],
    why: t.why,
  };
};
