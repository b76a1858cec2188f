import type { ReactNode } from "react";
import type { CalibratedSums } from "#app/features/reviews/office/find-calibrated-sums.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { usePage } from "#app/ui/page-context.tsx";
import { chance, range } from "./calibrated-columns.tsx";
import { SeverityTable, signed } from "./severity-table.tsx";

/** How the calibrated score comes about, written out as the rule book's sums are. */
export function CalibratedSumsSection({ sums, sheets }: { sums: CalibratedSums; sheets: number }) {
  const { locale } = usePage();
  const t = calibrationMessages[locale];
  const { figures, severities, isApart, standing } = sums;
  if (standing.outcome === "not_comparable") return <Section>{t.notComparable}</Section>;
  if (!figures) return <Section>{isApart ? t.sums.apart : t.sums.none}</Section>;
  return (
    <Section>
      {standing.pending && <p>{t.pending}</p>}
      <ul className="mt-1 space-y-1">
        <li>
          {t.sums.ownMean(sheets)}
          <Value>{figures.ownMean.toFixed(2)}</Value>
        </li>
        <li>
          {t.sums.met}
          <Value>{signed(figures.severityMet)}</Value>
        </li>
        <li>
          {t.sums.mean}
          <Value>{sums.mean.toFixed(2)}</Value>
        </li>
        <li>
          {t.sums.shrinkage}
          <Value>{figures.shrinkage.toFixed(4)}</Value>
        </li>
        <li>
          {t.sums.result}
          <Result sums={sums} />
        </li>
        <li>{t.sums.rank(figures.expectedRank.toFixed(1), range(figures.half), range(figures.most))}</li>
        <li>
          {t.sums.above(sums.funding.places, chance(figures.aboveLine))}
          {locale === "en" && " "}
          {t.sums.turned(chance(figures.turnedByOneMore))}
        </li>
      </ul>
      <p className="muted mt-1 text-sm">{t.sums.rounding}</p>
      {severities && severities.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{t.sums.severities}</h3>
          <SeverityTable caption={t.sums.severities} rows={severities} />
        </>
      )}
    </Section>
  );
}

function Result({ sums: { figures, mean } }: { sums: CalibratedSums }) {
  const t = calibrationMessages[usePage().locale].sums;
  if (!figures) return null;
  const { ownMean, severityMet, shrinkage, rest, worth, deviation } = figures;
  const hasRest = Math.abs(rest) >= 0.005;
  const met = severityMet < 0 ? `+ ${(-severityMet).toFixed(2)}` : `− ${severityMet.toFixed(2)}`;
  const formula = `${mean.toFixed(2)} + ${shrinkage.toFixed(4)} × (${ownMean.toFixed(2)} ${met} − ${mean.toFixed(2)})`;
  return (
    <>
      <Value>
        {formula} = {hasRest ? (worth - rest).toFixed(2) : <b>{worth.toFixed(2)}</b>}
      </Value>
      {hasRest && (
        <span className="block">
          {t.rest}
          <Value>
            {(worth - rest).toFixed(2)} {rest < 0 ? "−" : "+"} {Math.abs(rest).toFixed(2)} ={" "}
            <b>{worth.toFixed(2)}</b>
          </Value>
        </span>
      )}{" "}
      <span className="muted">± {t.deviation(deviation.toFixed(2))}</span>
    </>
  );
}

const Value = ({ children }: { children: ReactNode }) => <span className="num-id">{children}</span>;

function Section({ children }: { children: ReactNode }) {
  const t = calibrationMessages[usePage().locale];
  return (
    <section id="calibrated" aria-labelledby="calibrated-head" className="mb-5">
      <h2 id="calibrated-head">{t.sums.title}</h2>
      <p className="muted text-sm">
        {t.advice}
        {t.adviceText}
      </p>
      {children}
    </section>
  );
}
