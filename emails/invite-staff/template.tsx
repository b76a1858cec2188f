import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const inviteStaff: Template<"invite-staff"> = ({ token, expiresAt, roles, invitedBy }, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const roleNames = roles.map((role) => t.roles[role]).join(w.and);
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, expiresAt) }),
    preheader: t.preheader,
    body: <Paragraph>{t.lead({ invitedBy, roles: roleNames })}</Paragraph>,
    button: { label: t.button, path: `/staff-invitations/${token}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, expiresAt) },
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
    ],
    why: t.why,
  };
};
