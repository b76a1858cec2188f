import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const inviteCompanyMember: Template<"invite-company-member"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const company = inLanguage(fields.company, locale);
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, fields.expiresAt) }),
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ invitedBy: fields.invitedBy, company })}</Paragraph>
        <Paragraph>{t.role[fields.role]}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/invitations/${fields.token}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, fields.expiresAt) },
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
    ],
    why: t.why({ invitedBy: fields.invitedBy }),
  };
};
