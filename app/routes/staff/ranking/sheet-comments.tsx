import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { ShownCriterion } from "./sheet-table.tsx";
import type { ScoreView, ShownSheet } from "./score-view.ts";

/** What each reviewer wrote, one sheet after another. */
export function SheetComments({
  score,
  criteria,
}: {
  score: ScoreView;
  criteria: readonly ShownCriterion[];
}) {
  const t = rankingMessages[usePage().locale].record;
  return (
    <section aria-labelledby="comments" className="mt-6 max-w-4xl">
      <h2 id="comments">{t.commentsTitle}</h2>
      {score.sheets.map((sheet) => (
        <details key={sheet.reviewId} className="rule py-2">
          <summary>
            <b>{sheet.reviewer}</b> <span className="muted">{sheet.total}</span>
          </summary>
          <Comments sheet={sheet} criteria={criteria} />
        </details>
      ))}
    </section>
  );
}

function Comments({ sheet, criteria }: { sheet: ShownSheet; criteria: readonly ShownCriterion[] }) {
  const t = rankingMessages[usePage().locale].record;
  const rows = [
    ...criteria.map(({ key, name }) => ({
      key,
      term: `${key} ${name} · ${sheet.scores[key]}`,
      value: sheet.comments[key] ?? "",
    })),
    ...(["overall", "strengths", "weaknesses", "questions"] as const).map((path) => ({
      key: path,
      term: t[path],
      value: sheet[path],
    })),
  ];
  return (
    <SummaryList
      rows={rows
        .filter(({ value }) => value !== "")
        .map((row) => ({ ...row, value: <span className="whitespace-pre-wrap">{row.value}</span> }))}
    />
  );
}
