import type { ReactNode } from "react";
import type { Standing } from "#app/features/reviews/office/find-standing.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { Glyph } from "#app/ui/glyph.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { outcomeLook } from "./ranking-columns.tsx";
import type { ScoreView } from "./score-view.ts";

interface ScoreFactsProps {
  score: ScoreView;
  /** The floors of all criteria in one phrase. */
  floorsText: string;
  standing: Standing | undefined;
}

/** What the sheets come to: place, score, lines, floors, and whether it must be deliberated. */
export function ScoreFacts({ score, floorsText, standing }: ScoreFactsProps) {
  const { locale } = usePage();
  const t = rankingMessages[locale].record;
  const { belowFloor, criterionMeans, floors, outcome } = score;
  return (
    <SummaryList
      narrow
      className="mb-5 max-w-3xl"
      rows={[
        {
          term: t.rank,
          value: standing?.rank ? <b>{t.ranked(standing.rank, standing.of)}</b> : t.unranked,
        },
        {
          term: t.score,
          value: <b className="text-lg">{score.score ?? "–"}</b>,
          note: `${t.mean} ${score.mean} · ${t.median} ${score.median} · ${t.spread} ${score.spread}`,
        },
        {
          term: t.outcome,
          value: outcome ? (
            <Tag {...outcomeLook[outcome]}>{rankingMessages[locale].outcome[outcome]}</Tag>
          ) : (
            "–"
          ),
        },
        {
          term: t.floors,
          value:
            belowFloor.length === 0
              ? t.floorsMet(floorsText)
              : belowFloor.map((key) => (
                  <Finding key={key}>
                    {t.floorMissed(key, criterionMeans[key] ?? "", floors[key] ?? "")}
                  </Finding>
                )),
        },
        { term: t.moderation, value: <Moderation score={score} /> },
      ]}
    />
  );
}

function Moderation({ score }: { score: ScoreView }) {
  const t = rankingMessages[usePage().locale].record;
  const { moderation, spread, spreadLimit, advice, outOfScope } = score;
  const why = {
    spread: t.moderationWhy.spread(spread, spreadLimit),
    opposed_advice: t.moderationWhy.opposed_advice(String(advice.recommend), String(advice.not_recommend)),
  };
  return (
    <>
      {moderation.length === 0 && t.noModeration}
      {moderation.map((reason) => (
        <Finding key={reason}>{why[reason]}</Finding>
      ))}
      {outOfScope > 0 && <span className="muted block text-sm">{t.outOfScope(outOfScope)}</span>}
    </>
  );
}

const Finding = ({ children }: { children: ReactNode }) => (
  <span className="st-warn block font-semibold">
    <Glyph name="warn" className="me-1" />
    {children}
  </span>
);
