import { formatDateTime, formatReceiptTime } from "#app/i18n/format.ts";
import { frameWords } from "../frame-words.ts";
import { inLanguage, quotedTitle, shortDateTime, type Template } from "../letter.ts";
import { Paragraph, Receipt } from "../parts.tsx";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const applicationSubmitted: Template<"application-submitted"> = (fields, { locale }) => {
  const t = { zh, en }[locale];
  const w = frameWords[locale];
  const { application, version } = fields;
  return {
    kind: t.kind,
    title: t.title({ at: shortDateTime(locale, fields.submittedAt) }),
    reference: application.number,
    preheader: t.preheader({ version }),
    body: (
      <>
        <Paragraph>
          {t.lead({
            title: quotedTitle(application.title, locale),
            version,
            isCorrection: fields.isCorrection,
          })}
        </Paragraph>
        <Receipt
          colon={frameWords[locale].colon}
          rows={[
            { label: t.number, value: application.number ?? "" },
            { label: t.call, value: inLanguage(application.call, locale) },
            { label: t.submittedAt, value: formatReceiptTime(locale, fields.submittedAt) },
            { label: t.version, value: t.versionValue({ version }) },
            { label: t.signed, value: fields.signedName },
            { label: "SHA-256", value: fields.sha256.replace(/(.{4})(?=.)/g, "$1 "), code: true },
          ]}
        />
      </>
    ),
    button: { label: t.button, path: `/applications/${application.id}/receipt/${version}` },
    facts: [
      ...(fields.closesAt
        ? [{ label: t.until, value: t.untilThen({ at: formatDateTime(locale, fields.closesAt) }) }]
        : []),
      { label: w.then, value: fields.isCorrection ? t.thenRecheck : t.then },
    ],
    why: t.why,
  };
};
