import { floorOf, type Rubric } from "#app/domain/reviews/rubric.ts";
import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import type { ExportedApplication } from "#app/features/applications/office/export-applications.ts";
import type { ExportedDecision } from "#app/features/decisions/export-decisions.ts";
import type { ExportedReview } from "#app/features/reviews/office/export-reviews.ts";
import type { ExportedScore } from "#app/features/reviews/office/export-scores.ts";
import type { ExportColumn } from "#app/http/spreadsheet-response.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { decisionReasonMessages } from "#app/i18n/messages/decision-reasons.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";

/** 万元 as a number: what people add up in a spreadsheet. */
const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);
/** The nearest number to the two decimals that are shown. */
const points = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
const instant = (at: string | null) => (at === null ? null : { at });

export function applicationColumns(locale: Locale): ExportColumn<ExportedApplication>[] {
  const t = exportMessages[locale];
  const states = applicationStateMessages[locale].name;
  return [
    { header: t.number, width: 20, cell: (row) => row.number },
    { header: t.call, width: 6, cell: (row) => row.callCode },
    { header: t.titleZh, width: 36, cell: (row) => row.titleZh },
    { header: t.titleEn, width: 36, cell: (row) => row.titleEn },
    { header: t.company, width: 30, cell: (row) => row.companyZh },
    { header: t.companyEn, width: 30, cell: (row) => row.companyEn },
    { header: t.uscc, width: 22, cell: (row) => row.uscc },
    { header: t.city, width: 12, cell: (row) => cityName(row.city, locale) },
    { header: t.segment, width: 14, cell: (row) => segmentName(row.segment, locale) },
    { header: t.requested, format: "money", width: 16, cell: (row) => wan(row.amountFen) },
    { header: t.total, format: "money", width: 16, cell: (row) => wan(row.totalFen) },
    { header: t.state, width: 12, cell: (row) => states[row.state] },
    { header: t.since, format: "time", width: 18, cell: (row) => instant(row.since) },
    { header: t.submitted, format: "time", width: 18, cell: (row) => instant(row.submittedAt) },
    { header: t.round, format: "integer", width: 10, cell: (row) => row.round },
    { header: t.due, format: "time", width: 18, cell: (row) => instant(row.dueAt) },
    { header: t.reviewers, format: "integer", width: 10, cell: (row) => row.reviewers },
    { header: t.reviews, format: "integer", width: 10, cell: (row) => row.reviews },
    { header: t.officer, width: 12, cell: (row) => row.officer },
  ];
}

export function scoreColumns(locale: Locale, rubric: Rubric): ExportColumn<ExportedScore>[] {
  const t = exportMessages[locale];
  const methods: Record<string, string | undefined> = t.methods;
  const outcomes: Record<string, string | undefined> = t.outcomes;
  const reasons: Record<string, string | undefined> = t.moderationReasons;
  const states = applicationStateMessages[locale].name as Record<string, string>;
  return [
    { header: t.rank, format: "integer", width: 8, cell: (row) => row.rank },
    { header: t.number, width: 20, cell: (row) => row.number },
    { header: t.titleZh, width: 36, cell: (row) => row.title_zh },
    { header: t.company, width: 30, cell: (row) => row.name_zh },
    { header: t.state, width: 12, cell: (row) => states[row.state] ?? row.state },
    { header: t.valid, format: "integer", width: 10, cell: (row) => row.valid },
    { header: t.method, width: 20, cell: (row) => methods[row.method ?? ""] ?? "" },
    { header: t.score, format: "score", width: 10, cell: (row) => points(row.score_x100) },
    { header: t.mean, format: "score", width: 10, cell: (row) => points(row.mean_x100) },
    { header: t.median, format: "score", width: 10, cell: (row) => points(row.median_x100) },
    { header: t.spread, format: "score", width: 10, cell: (row) => points(row.spread_x100) },
    ...rubric.criteria.map(({ key }, i): ExportColumn<ExportedScore> => ({
      header: t.criterionMean(key),
      format: "score",
      width: 10,
      cell: (row) => row.means[i] ?? null,
    })),
    { header: t.belowFloor, width: 20, cell: (row) => missedFloors(rubric, row) },
    {
      header: t.moderation,
      width: 16,
      cell: (row) =>
        row.moderation
          .split(",")
          .filter(Boolean)
          .map((reason) => reasons[reason] ?? reason)
          .join(" / "),
    },
    { header: t.outcome, width: 12, cell: (row) => outcomes[row.outcome ?? ""] ?? "" },
    { header: t.recommend, format: "integer", width: 10, cell: (row) => row.recommend },
    { header: t.conditional, format: "integer", width: 12, cell: (row) => row.conditional },
    { header: t.notRecommend, format: "integer", width: 12, cell: (row) => row.not_recommend },
  ];
}

/** K5 2.90 < 3 */
const missedFloors = (rubric: Rubric, { below_floor, means }: ExportedScore): string =>
  rubric.criteria
    .flatMap(({ key }, i) =>
      below_floor.split(",").includes(key)
        ? [`${key} ${means[i]?.toFixed(2)} < ${floorOf(rubric, key)}`]
        : [],
    )
    .join(" / ");

const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);

export function reviewColumns(locale: Locale, rubric: Rubric): ExportColumn<ExportedReview>[] {
  const t = exportMessages[locale];
  const disciplines: Record<string, string | undefined> = t.disciplines;
  return [
    { header: t.number, width: 20, cell: (row) => row.number },
    { header: t.titleZh, width: 36, cell: (row) => row.titleZh },
    { header: t.reviewer, width: 12, cell: (row) => row.reviewer },
    { header: t.discipline, width: 12, cell: (row) => disciplines[row.discipline ?? ""] ?? "" },
    { header: t.submitted, format: "time", width: 18, cell: (row) => instant(row.submittedAt) },
    ...rubric.criteria.flatMap(({ key }): ExportColumn<ExportedReview>[] => [
      {
        header: t.criterionScore(key),
        format: "score",
        width: 8,
        cell: (row) => numberOrNull(row.scores[key]),
      },
      { header: t.criterionComment(key), width: 30, cell: (row) => row.sheet[`${key}.comment`] ?? "" },
    ]),
    { header: t.reviewTotal, format: "score", width: 10, cell: (row) => points(row.totalX100) },
    { header: t.advice, width: 14, cell: (row) => (row.advice ? t.adviceOptions[row.advice] : "") },
    { header: t.inScope, width: 10, cell: (row) => (row.inScope ? t.yes : t.no) },
    ...(["overall", "strengths", "weaknesses", "questions"] as const).map(
      (path): ExportColumn<ExportedReview> => ({
        header: t[path],
        width: 40,
        cell: (row) => row.sheet[path] ?? "",
      }),
    ),
  ];
}

export function decisionColumns(locale: Locale): ExportColumn<ExportedDecision>[] {
  const t = exportMessages[locale];
  const kinds = decisionReasonMessages[locale].kind;
  const states: Record<string, string | undefined> = t.decisionStates;
  return [
    { header: t.number, width: 20, cell: (row) => row.number },
    { header: t.call, width: 6, cell: (row) => row.callCode },
    { header: t.titleZh, width: 36, cell: (row) => row.titleZh },
    { header: t.company, width: 30, cell: (row) => row.companyZh },
    { header: t.uscc, width: 22, cell: (row) => row.uscc },
    { header: t.requested, format: "money", width: 16, cell: (row) => wan(row.amountRequestedFen) },
    { header: t.decision, width: 16, cell: (row) => kinds[row.kind] },
    { header: t.amount, format: "money", width: 16, cell: (row) => wan(row.amountFen) },
    { header: t.conditions, width: 40, cell: (row) => row.conditions },
    { header: t.reasonCode, width: 10, cell: (row) => row.reasonCode },
    { header: t.reason, width: 40, cell: (row) => row.reasonText },
    {
      header: t.meeting,
      format: "day",
      width: 12,
      cell: (row) => (row.meetingOn ? { day: row.meetingOn } : null),
    },
    { header: t.decisionState, width: 16, cell: (row) => states[row.state] ?? row.state },
    { header: t.recordedAt, format: "time", width: 18, cell: (row) => instant(row.recordedAt) },
    { header: t.releasedAt, format: "time", width: 18, cell: (row) => instant(row.releasedAt) },
  ];
}

/** A segment that a later form adds keeps its key rather than vanish. */
function segmentName(key: string, locale: Locale): string {
  const names: Record<string, string | undefined> = exportMessages[locale].segments;
  return names[key] ?? key;
}
