import { formatDeadline } from "#app/i18n/format.ts";
import { shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const verifyEmail: Template<"verify-email"> = ({ token, expiresAt }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, expiresAt) }),
    preheader: t.preheader,
    body: <Paragraph>{t.lead}</Paragraph>,
    button: { label: t.button, path: `/verify-email/${token}` },
    facts: [
      { label: t.validUntil, value: formatDeadline(locale, expiresAt) },
      { label: t.notYou, value: t.notYouThen },
    ],
    why: t.why,
  };
};
