import { formatDeadline } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, shortDateTime, type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const inviteCallTester: Template<"invite-call-tester"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { call, invitedBy, opensAt, expiresAt } = fields;
  return {
    kind: t.kind,
    title: t.title({ by: shortDateTime(locale, expiresAt) }),
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead({ invitedBy, call: `${call.code} ${inLanguage(call.title, locale)}` })}</Paragraph>
        <Paragraph>{t.what}</Paragraph>
        <Paragraph>{t.purge}</Paragraph>
      </>
    ),
    button: { label: t.button, path: `/test-invitations/${fields.token}` },
    facts: [
      { label: w.due, value: formatDeadline(locale, expiresAt) },
      ...(opensAt === null ? [] : [{ label: t.opens, value: formatDeadline(locale, opensAt) }]),
      { label: w.then, value: t.then },
      { label: w.late, value: t.late },
    ],
    why: t.why({ invitedBy }),
  };
};
