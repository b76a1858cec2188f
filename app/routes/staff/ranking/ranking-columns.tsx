import type { ReactNode } from "react";
import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import { rankingQuery, type RankingView, startsDescending } from "#app/domain/reviews/ranking-view.ts";
import { floorOf, type Rubric } from "#app/domain/reviews/rubric.ts";
import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { RankedRow } from "#app/features/reviews/office/list-ranking.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { companyOf, shortNumber, titleOf } from "../applications/list-columns.tsx";
import { StateName } from "../state-name.tsx";
import { calibratedColumns } from "./calibrated-columns.tsx";

export type RankingColumn = Column<RankedRow>;

interface ColumnsView {
  locale: Locale;
  rubric: Rubric;
  /** Address of the call's ranking. */
  base: string;
  view: RankingView;
}

type Sorted = (sort: string) => Pick<RankingColumn, "sort" | "sortHref">;

export function rankingColumns(given: ColumnsView): RankingColumn[] {
  const { locale, view } = given;
  const t = rankingMessages[locale];
  const sorted: Sorted = (sort) => sorting(given, sort);
  const first = [rankColumn(locale, sorted), projectColumn(given), sheetsColumn(locale, sorted)];
  const figures = figureColumns(given, sorted);
  const calibrated = calibratedColumns({ ...given, sorted });
  if (view.calibrated) return [...first, ...only(figures, "score", "mean"), ...calibrated];
  return [
    ...first,
    ...figures,
    ...only(calibrated, "calibrated", "above"),
    {
      id: "advice",
      head: <abbr title={t.adviceTitle}>{t.advice}</abbr>,
      className: "nowrap muted",
      cell: ({ advice }) => advice.join("/"),
      ...sorted("advice"),
    },
    { id: "findings", head: t.findings, className: "min-w-36", cell: (row) => findings(row, given) },
    { id: "state", head: t.state, className: "nowrap", cell: ({ state }) => <StateName state={state} /> },
    ...criterionColumns(given, sorted),
  ];
}

const only = (columns: readonly RankingColumn[], ...ids: string[]): RankingColumn[] =>
  columns.filter(({ id }) => ids.includes(id));

/** A second click on the same head turns the order round. */
function sorting({ base, view }: ColumnsView, sort: string): ReturnType<Sorted> {
  const current = view.sort === sort;
  const descending = current ? !view.descending : startsDescending(sort);
  const query = rankingQuery({ ...view, sort, descending });
  const sortHref = query ? `${base}?${query}` : base;
  return current ? { sortHref, sort: view.descending ? "descending" : "ascending" } : { sortHref };
}

const rankColumn = (locale: Locale, sorted: Sorted): RankingColumn => ({
  id: "rank",
  head: rankingMessages[locale].rank,
  numeric: true,
  className: "nowrap",
  cell: ({ rank }) =>
    rank === null ? (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{rankingMessages[locale].notRanked}</span>
      </>
    ) : (
      <b>{rank}</b>
    ),
  ...sorted("rank"),
});

const projectColumn = ({ locale, base }: ColumnsView): RankingColumn => ({
  id: "project",
  head: rankingMessages[locale].project,
  rowHeader: true,
  className: "lim max-w-52 print:min-w-40 print:whitespace-normal",
  cell: (row) => (
    <>
      <a href={`${base}/${row.id}`} title={titleOf(row, locale)} data-row-link="open">
        <b>{titleOf(row, locale)}</b>
      </a>
      <span className="muted lim block text-xs font-normal" title={companyOf(row, locale)}>
        <span className="num-id">{shortNumber(row.number)}</span> {companyOf(row, locale)}
      </span>
    </>
  ),
});

const sheetsColumn = (locale: Locale, sorted: Sorted): RankingColumn => ({
  id: "sheets",
  head: <abbr title={rankingMessages[locale].sheetsTitle}>{rankingMessages[locale].sheets}</abbr>,
  numeric: true,
  className: "nowrap",
  cell: ({ valid, reviewers }) => (valid === reviewers ? valid : `${valid}/${reviewers}`),
  ...sorted("sheets"),
});

const scoreColumn = ({ locale, base }: Pick<ColumnsView, "locale" | "base">): RankingColumn => {
  const t = rankingMessages[locale];
  return {
    id: "score",
    head: t.score,
    numeric: true,
    className: "nowrap",
    cell: ({ id, scoreX100, method }) => (
      <>
        {method === "plain" && (
          <abbr className="muted me-1 text-xs font-normal" title={t.plainTitle}>
            {t.plain}
          </abbr>
        )}
        <Sum href={`${base}/${id}#sums`} value={scoreX100}>
          <b>{points(scoreX100)}</b>
        </Sum>
      </>
    ),
  };
};

/** A figure that opens its arithmetic. */
const Sum = ({ href, value, children }: { href: string; value: number | null; children: ReactNode }) =>
  value === null ? (
    children
  ) : (
    <a className="sum-link" href={href}>
      {children}
    </a>
  );

function figureColumns(given: ColumnsView, sorted: Sorted): RankingColumn[] {
  const { locale, rubric, base } = given;
  const t = rankingMessages[locale];
  const figure = (
    id: "mean" | "median" | "spread",
    of: (row: RankedRow) => number | null,
    limit = Infinity,
  ): RankingColumn => ({
    id,
    head: t[id],
    numeric: true,
    className: id === "mean" ? "" : "muted",
    cell: (row) => {
      const value = of(row);
      return (
        <Sum href={`${base}/${row.id}#sums`} value={value}>
          {value !== null && value >= limit ? <b className="st-warn">{points(value)}</b> : points(value)}
        </Sum>
      );
    },
    ...sorted(id),
  });
  return [
    scoreColumn(given),
    figure("mean", ({ meanX100 }) => meanX100),
    figure("median", ({ medianX100 }) => medianX100),
    figure("spread", ({ spreadX100 }) => spreadX100, Number(rubric.moderation.spread) * 100),
  ];
}

const criterionColumns = ({ locale, rubric }: ColumnsView, sorted: Sorted): RankingColumn[] =>
  rubric.criteria.map(({ key, name }, index) => ({
    id: key,
    head: <abbr title={rankingMessages[locale].criterion(name[locale])}>{key}</abbr>,
    numeric: true,
    className: "rank-k",
    cell: ({ criterionMeans, belowFloor }) => {
      const mean = criterionMeans[index] || "–";
      return belowFloor.includes(key) ? <b className="st-warn">↓{mean}</b> : mean;
    },
    ...sorted(key),
  }));

export const outcomeLook = {
  shortlist: { tone: "ok", glyph: "ok" },
  reserve: { tone: "plain", glyph: "blocked" },
  fail: { tone: "line", glyph: "out" },
} as const;

function findings(row: RankedRow, { locale, base, rubric }: ColumnsView): ReactNode {
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
function floors({ belowFloor }: RankedRow, rubric: Rubric, locale: Locale): string {
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
