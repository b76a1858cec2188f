import type { ReactNode } from "react";
import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { floorOf, type Rubric } from "#app/domain/reviews/rubric.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { RankedRow } from "#app/features/reviews/office/list-ranking.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { companyOf, shortNumber, titleOf } from "../applications/list-columns.tsx";
import { StateName } from "../state-name.tsx";

export type RankingColumn = Column<RankedRow>;

interface RankingView {
  locale: Locale;
  rubric: Rubric;
  /** Address of the call's ranking. */
  base: string;
}

export function rankingColumns(view: RankingView): RankingColumn[] {
  const { locale, base } = view;
  const t = rankingMessages[locale];
  return [
    {
      id: "rank",
      head: t.rank,
      numeric: true,
      cell: ({ rank }) =>
        rank === null ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="sr-only">{t.notRanked}</span>
          </>
        ) : (
          <b>{rank}</b>
        ),
    },
    { id: "number", head: t.number, className: "num-id nowrap", cell: ({ number }) => shortNumber(number) },
    {
      id: "project",
      head: t.project,
      rowHeader: true,
      className: "lim max-w-48 print:min-w-40 print:whitespace-normal",
      cell: (row) => (
        <a href={`${base}/${row.id}`} title={titleOf(row, locale)} data-row-link="open">
          <b>{titleOf(row, locale)}</b>
        </a>
      ),
    },
    {
      id: "company",
      head: t.company,
      className: "lim muted max-w-28 print:min-w-28 print:whitespace-normal",
      cell: (row) => <span title={companyOf(row, locale)}>{companyOf(row, locale)}</span>,
    },
    {
      id: "sheets",
      head: <abbr title={t.sheetsTitle}>{t.sheets}</abbr>,
      numeric: true,
      className: "nowrap",
      cell: ({ valid, reviewers }) => (valid === reviewers ? valid : `${valid}/${reviewers}`),
    },
    ...figureColumns(view),
    {
      id: "advice",
      head: <abbr title={t.adviceTitle}>{t.advice}</abbr>,
      className: "nowrap muted",
      cell: ({ advice }) => advice.join("/"),
    },
    { id: "findings", head: t.findings, className: "min-w-36", cell: (row) => findings(row, view) },
    { id: "state", head: t.state, className: "nowrap", cell: ({ state }) => <StateName state={state} /> },
    ...criterionColumns(view),
  ];
}

function figureColumns({ locale, rubric }: RankingView): RankingColumn[] {
  const t = rankingMessages[locale];
  const muted = (id: "median" | "spread", hundredths: (row: RankedRow) => number | null): RankingColumn => ({
    id,
    head: t[id],
    numeric: true,
    className: "muted",
    cell: (row) => points(hundredths(row)),
  });
  return [
    {
      id: "score",
      head: t.score,
      numeric: true,
      className: "nowrap",
      cell: ({ scoreX100, method }) => (
        <>
          {method === "plain" && (
            <abbr className="muted me-1 text-xs font-normal" title={t.plainTitle}>
              {t.plain}
            </abbr>
          )}
          <b>{points(scoreX100)}</b>
        </>
      ),
    },
    { id: "mean", head: t.mean, numeric: true, cell: ({ meanX100 }) => points(meanX100) },
    muted("median", ({ medianX100 }) => medianX100),
    {
      id: "spread",
      head: t.spread,
      numeric: true,
      cell: ({ spreadX100 }) => {
        const wide = spreadX100 !== null && spreadX100 >= Number(rubric.moderation.spread) * 100;
        return wide ? (
          <b className="st-warn">{points(spreadX100)}</b>
        ) : (
          <span className="muted">{points(spreadX100)}</span>
        );
      },
    },
  ];
}

const criterionColumns = ({ locale, rubric }: RankingView): RankingColumn[] =>
  rubric.criteria.map(({ key, name }, index) => ({
    id: key,
    head: <abbr title={rankingMessages[locale].criterion(name[locale])}>{key}</abbr>,
    numeric: true,
    className: "rank-k",
    cell: ({ criterionMeans, belowFloor }) => {
      const mean = criterionMeans[index] || "–";
      return belowFloor.includes(key) ? <b className="st-warn">↓{mean}</b> : mean;
    },
  }));

export const outcomeLook = {
  shortlist: { tone: "ok", glyph: "ok" },
  reserve: { tone: "plain", glyph: "blocked" },
  fail: { tone: "line", glyph: "out" },
} as const;

function findings(row: RankedRow, { locale, base, rubric }: RankingView): ReactNode {
  const t = rankingMessages[locale];
  const tie = tieWords(row, locale);
  const reasons = row.moderation as readonly (keyof typeof t.moderation)[];
  return (
    <>
      {row.outcome && <Tag {...outcomeLook[row.outcome]}>{t.outcome[row.outcome]}</Tag>}{" "}
      {reasons.map((reason) => (
        <Tag key={reason} tone="warn">
          {t.moderation[reason]}
        </Tag>
      ))}{" "}
      {row.belowFloor.length > 0 && (
        <span className="st-warn me-1 text-xs">{floors(row, rubric, locale)}</span>
      )}
      {tie && (
        <a className="muted text-xs" href={`${base}/${row.id}#ties`}>
          {tie}
        </a>
      )}
    </>
  );
}

/** By name while they are few. */
function floors({ belowFloor }: RankedRow, rubric: RankingView["rubric"], locale: Locale): string {
  const t = rankingMessages[locale];
  return belowFloor.length > 2
    ? t.belowFloors(belowFloor.length)
    : belowFloor.map((key) => t.belowFloor(key, floorOf(rubric, key))).join(locale === "zh" ? "、" : ", ");
}

function tieWords({ tied, separatedBy }: RankedRow, locale: Locale): string {
  const t = rankingMessages[locale];
  if (tied) return t.tied;
  if (separatedBy === null) return "";
  return separatedBy === "chair" ? t.tieByChair : t.tieBy(separatedBy);
}

/** 79.20, or a dash while there is none. */
export const points = (hundredths: number | null): string =>
  hundredths === null ? "–" : formatDecimal(fromHundredths(hundredths));
