import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { usePage } from "#app/ui/page-context.tsx";
import type { ScoreView } from "./score-view.ts";

/** The sums written out, so that anybody can add them up again. */
export function ScoreSums({ score }: { score: ScoreView }) {
  const t = rankingMessages[usePage().locale].record;
  const { method, totals, counted, sums } = score;
  const n = totals.length;
  return (
    <section aria-labelledby="sums" className="mb-5">
      <h2 id="sums">{t.sumTitle}</h2>
      <ul className="mt-1 space-y-1">
        <li>
          {method === "insufficient" && t.sumInsufficient(n)}
          {method !== "insufficient" && (
            <>
              {method === "trimmed" ? t.sumTrimmed(n) : t.sumPlain(n)}
              <Division terms={counted} sum={sums.counted} result={score.score ?? ""} strong />
            </>
          )}
        </li>
        <li>
          {t.sumMean}
          <Division terms={totals} sum={sums.all} result={score.mean} />
        </li>
        <li>
          {t.sumMedian}
          <span className="num-id">{score.median}</span>
        </li>
        <li>
          {t.sumSpread}
          <span className="num-id">
            {score.highest} − {score.lowest} = {score.spread}
          </span>
        </li>
      </ul>
    </section>
  );
}

interface DivisionProps {
  terms: readonly string[];
  sum: string;
  result: string;
  strong?: boolean;
}

function Division({ terms, sum, result, strong }: DivisionProps) {
  const Result = strong ? "b" : "span";
  return (
    <span className="num-id">
      ({terms.join(" + ")}) ÷ {terms.length} = {sum} ÷ {terms.length} = <Result>{result}</Result>
    </span>
  );
}
