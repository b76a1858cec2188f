import { criterionPoints, fromHundredths, reviewerTotal } from "#app/domain/reviews/reviewer-total.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import { adviceOptions, type RawSheet, sheetFlags, sheetScores } from "#app/domain/reviews/score-sheet.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import { formatDate, formatReceiptTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { paperMessages } from "#app/i18n/messages/paper.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { scorePaperMessages } from "#app/i18n/messages/score-paper.ts";
import type { PaperBlock } from "./paper-block.ts";

interface Text {
  zh: string;
  en: string;
}

/** What one reviewer scored and said, and about what. */
export interface PrintedSheet {
  number: string;
  version: number;
  callCode: string;
  callTitle: Text;
  title: Text;
  company: Text;
  code: string | undefined;
  reviewer: string | undefined;
  declaredAt: string | null;
  submittedAt: string | null;
  rubric: Rubric;
  sheet: RawSheet;
  totalX100: number | null;
  sha256: string;
}

/** 评审打分表 (domain.md §5.4): one sheet, or all of an application one after the other. */
export function scoreSheetPaper(
  sheets: readonly [PrintedSheet, ...PrintedSheet[]],
  locale: Locale,
  now: Date,
) {
  const t = scorePaperMessages[locale];
  const [first] = sheets;
  const isDraft = sheets.some(({ submittedAt }) => submittedAt === null);
  const title = inLanguage(first.title, locale);
  return {
    language: locale,
    title: `${t.title} ${first.number} ${title}`.trim(),
    madeAt: sheets
      .map(({ submittedAt }) => submittedAt ?? now.toISOString())
      .toSorted()
      .at(-1)!,
    running: { left: [t.title, first.number, title].join(" · "), right: "" },
    foot: sheets.length === 1 ? paperMessages[locale].hash({ hash: first.sha256 }) : "",
    pageOf: paperMessages[locale].pageOf,
    ...(isDraft ? { watermark: paperMessages[locale].watermark } : {}),
    blocks: sheets.flatMap((sheet) => sheetBlocks(sheet, locale)),
  };
}

const inLanguage = (text: Text, locale: Locale): string => text[locale] || text.zh;

const answer = (label: string, text: string, isLong = false) =>
  ({ kind: "answer", label, text, isLong, isMissing: false }) as const;

function sheetBlocks(sheet: PrintedSheet, locale: Locale): PaperBlock[] {
  const t = scorePaperMessages[locale];
  const { rubric, submittedAt, declaredAt, code } = sheet;
  const name = [code, sheet.reviewer].filter(Boolean).join(locale === "zh" ? " " : ", ");
  return [
    { kind: "heading", level: 1, text: t.title, onNewPage: true },
    answer(t.call, `${sheet.callCode} ${inLanguage(sheet.callTitle, locale)}`),
    answer(t.number, sheet.number),
    answer(t.name, inLanguage(sheet.title, locale)),
    answer(t.company, inLanguage(sheet.company, locale)),
    answer(t.version, t.versionOf(sheet.version)),
    answer(t.reviewer, name || "–"),
    answer(t.date, submittedAt === null ? t.unsigned : formatDate(locale, submittedAt)),
    answer(t.rubric, `${rubric.code} v${rubric.version}`),
    ...(declaredAt === null ? [] : [answer(t.declaration, t.declared(formatDate(locale, declaredAt)))]),
    scoreTable(sheet, locale),
    ...saidBlocks(sheet, locale),
    answer(
      t.signature,
      submittedAt === null
        ? t.unsigned
        : t.signed(sheet.reviewer ?? code ?? "", formatReceiptTime(locale, submittedAt)),
    ),
    { ...answer("SHA-256", sheet.sha256), isFine: true },
  ];
}

function scoreTable({ rubric, sheet, totalX100 }: PrintedSheet, locale: Locale): PaperBlock {
  const t = scorePaperMessages[locale];
  const scores = sheetScores(rubric, sheet);
  const total = totalX100 === null ? reviewerTotal(rubric, scores) : fromHundredths(totalX100);
  return {
    kind: "table",
    columns: [
      { head: t.criterion, isNumeric: false, weight: 3 },
      ...[t.weight, t.score, t.points].map((head) => ({ head, isNumeric: true, weight: 1.2 })),
      { head: t.comment, isNumeric: false, weight: 6 },
    ],
    rows: [
      ...rubric.criteria.map(({ key, name, weight }) => {
        const score = scores[key];
        return {
          cells: [
            `${key} ${name[locale]}`,
            String(weight),
            score ?? t.notScored,
            score === undefined ? "–" : formatDecimal(criterionPoints(weight, score), 2),
            (sheet[`${key}.comment`] ?? "").trim(),
          ],
        };
      }),
      { cells: [t.total, "100", "", formatDecimal(total, 2), ""], isTotal: true },
    ],
  };
}

function saidBlocks({ sheet }: PrintedSheet, locale: Locale): PaperBlock[] {
  const t = scorePaperMessages[locale];
  const words = reviewMessages[locale].sheet;
  const text = (path: string) => (sheet[path] ?? "").trim();
  const advice = adviceOptions.find((option) => option === text("advice"));
  const scope = text("inScope");
  const flags = sheetFlags
    .filter((flag) => text(`flag.${flag}`) === "yes")
    .map((flag) => words.flagOptions[flag])
    .join(locale === "zh" ? "、" : ", ");
  return [
    answer(words.overall, text("overall") || t.none, true),
    answer(words.strengths, text("strengths") || t.none, true),
    answer(words.weaknesses, text("weaknesses") || t.none, true),
    answer(words.questions, text("questions") || t.none, true),
    answer(words.advice, advice ? words.adviceOptions[advice] : t.none),
    answer(words.inScope, scope === "" ? t.none : scope === "yes" ? words.yes : words.no),
    ...(flags === "" ? [] : [answer(words.flags, flags)]),
  ];
}
