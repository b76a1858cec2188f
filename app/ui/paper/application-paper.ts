import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { SnapshotEnv } from "#app/domain/forms/snapshot.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { formatReceiptTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";
import { answerBlocks } from "./answer-blocks.ts";
import type { PaperBlock } from "./paper-block.ts";

interface PrintedApplication {
  head: {
    number: string | null;
    /** Its paper says so on every page. */
    isTest: 0 | 1;
    titleZh: string;
    titleEn: string;
    callCode: string;
    callTitleZh: string;
    callTitleEn: string;
    companyNameZh: string;
    companyNameEn: string;
    uscc: string;
  };
  /** Undefined for a draft. */
  submitted: { version: number; sha256: string; submittedAt: string; signedName?: string } | undefined;
  definition: FormDefinition;
  raw: RawAnswers;
  env: SnapshotEnv;
  locale: Locale;
  showRestricted: boolean;
  now: Date;
}

/** The whole application as a document; number, version and hash stand on every page. */
export function applicationPaper(printed: PrintedApplication) {
  const { head, submitted, definition, raw, env, locale, showRestricted, now } = printed;
  const t = paperMessages[locale];
  const title = (locale === "en" && head.titleEn) || head.titleZh;
  const version = submitted ? t.versionOf({ version: submitted.version }) : t.draft;
  const hashes = new Map(
    Object.values(env.files)
      .flat()
      .map((file) => [file.id, file.sha256] as const),
  );
  return {
    language: locale,
    title: `${head.number ?? t.draft} ${title}`.trim(),
    madeAt: submitted?.submittedAt ?? now.toISOString(),
    running: {
      left: [head.number ?? head.callCode, version, title].filter((part) => part !== "").join(" · "),
      right: "",
    },
    foot: submitted
      ? t.hash({ hash: submitted.sha256 })
      : t.printedAt({ at: formatReceiptTime(locale, now) }),
    pageOf: t.pageOf,
    ...(head.isTest === 1 ? { watermark: t.test } : submitted ? {} : { watermark: t.watermark }),
    blocks: [
      ...titleBlocks(printed, title, version),
      ...answerBlocks({ definition, raw, env, locale, showRestricted, hashes }),
    ],
  };
}

function titleBlocks(
  { head, submitted, locale, now }: PrintedApplication,
  title: string,
  version: string,
): PaperBlock[] {
  const t = paperMessages[locale];
  const fact = (label: string, text: string) =>
    ({ kind: "answer", label, text, isLong: false, isMissing: false }) as const;
  return [
    { kind: "text", text: t.planned, muted: true },
    ...(head.isTest === 1 ? [{ kind: "text", text: t.testText } as const] : []),
    { kind: "heading", level: 1, text: title },
    fact(t.call, `${head.callCode} ${locale === "en" ? head.callTitleEn : head.callTitleZh}`),
    fact(t.company, `${(locale === "en" && head.companyNameEn) || head.companyNameZh}\n${head.uscc}`),
    fact(t.number, head.number ?? "–"),
    fact(t.version, version),
    ...(submitted
      ? [
          fact(t.submitted, formatReceiptTime(locale, submitted.submittedAt)),
          ...(submitted.signedName === undefined ? [] : [fact(t.signed, submitted.signedName)]),
          { ...fact("SHA-256", submitted.sha256), isFine: true },
        ]
      : [fact(t.printed, formatReceiptTime(locale, now))]),
    { kind: "contents", title: t.contents },
  ];
}
