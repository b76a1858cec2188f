import { formatDateTime } from "#app/i18n/format.ts";
import { type Template } from "../letter.ts";
import { Paragraph } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const reviewReceived: Template<"review-received"> = ({ number, at, remaining }, { locale }) => {
  const t = { zh, en }[locale];
  return {
    kind: t.kind,
    title: t.title,
    reference: number,
    preheader: t.remaining({ remaining }),
    body: (
      <>
        <Paragraph>{t.lead({ number, at: formatDateTime(locale, at) })}</Paragraph>
        <Paragraph>{t.remaining({ remaining })}</Paragraph>
      </>
    ),
    button: { label: t.button, path: "/reviews" },
    why: t.why,
  };
};
