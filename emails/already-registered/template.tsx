import type { Template } from "../letter.ts";
import { Address, Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const alreadyRegistered: Template<"already-registered"> = (_fields, { locale, baseUrl }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    preheader: t.preheader,
    body: (
      <>
        <Paragraph>{t.lead}</Paragraph>
        <Paragraph>
          {t.forgotten}
          <Address href={`${baseUrl}/reset`} />
        </Paragraph>
      </>
    ),
    button: { label: t.button, path: "/sign-in" },
    facts: [{ label: t.notYou, value: t.notYouThen }],
    why: t.why,
  };
};
