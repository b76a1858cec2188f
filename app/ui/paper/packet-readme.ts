import { formatReceiptTime } from "#app/i18n/format.ts";
import { packetMessages } from "#app/i18n/messages/packet.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";

interface PacketToDescribe {
  head: { titleZh: string; titleEn: string };
  submitted: { number: string; version: number; sha256: string; submittedAt: string } | undefined;
  isWhole: boolean;
  /** Names of the two PDFs. */
  pdfs: readonly string[];
  now: Date;
}

/** What is in a packet and how to verify it, in Chinese and then in English, for whoever opens it without the portal. */
export const packetReadme = (packet: PacketToDescribe): string =>
  `${inOneLanguage(packet, "zh")}\n${"-".repeat(72)}\n\n${inOneLanguage(packet, "en")}`;

function inOneLanguage(
  { head, submitted, isWhole, pdfs, now }: PacketToDescribe,
  locale: "zh" | "en",
): string {
  const t = packetMessages[locale];
  const paper = paperMessages[locale];
  const comma = locale === "zh" ? "，" : ", ";
  const readme = t.readme({
    title: (locale === "en" && head.titleEn) || head.titleZh,
    which: submitted
      ? `${submitted.number}${comma}${paper.versionOf({ version: submitted.version })}`
      : paper.draft,
    at: submitted
      ? t.submittedAt({ at: formatReceiptTime(locale, submitted.submittedAt) })
      : t.madeAt({ at: formatReceiptTime(locale, now) }),
    pdfs: pdfs.join(locale === "zh" ? "、" : ", "),
  });
  if (!submitted) return `${readme}\n${t.unsubmitted}`;
  const hash = submitted.sha256;
  return `${readme}\n${isWhole ? t.whole({ hash }) : t.reduced({ hash })}\n${t.record}`;
}
