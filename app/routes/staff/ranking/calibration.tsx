import type { ReactNode } from "react";
import { readRankingView } from "#app/domain/reviews/ranking-view.ts";
import { findCalibrationPage } from "#app/features/reviews/office/find-calibration-page.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatShortDateTime } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import type { Route } from "./+types/calibration";
import { CalibratedTable } from "./calibrated-table.tsx";
import { CalibrationNote } from "./calibration-note.tsx";
import { RankPlot } from "./rank-plot.tsx";
import { SeverityTable } from "./severity-table.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const { line } = readRankingView(new URL(request.url).searchParams);
  const page = found(await findCalibrationPage(ctx, params.call, line));
  return { locale, page, base: `/staff/ranking/${params.call}` };
}

export default function CalibrationPage({ loaderData }: Route.ComponentProps) {
  const { locale, page, base } = loaderData;
  const t = calibrationMessages[locale];
  const { call, standing } = page;
  const name = `${call.code} ${locale === "en" ? call.titleEn : call.titleZh}`;
  return (
    <>
      <title>{`${t.title} ${call.code} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`${base}?calibrated`}>{t.back}</BackLink>
      <DeskHead title={t.title} note={name} />
      <CalibrationNote standing={standing} />
      {standing.outcome === "ready" && <Figures {...loaderData} />}
      <Apart {...loaderData} />
      <Explanation {...loaderData} />
    </>
  );
}

type Shown = Route.ComponentProps["loaderData"];

function Figures({ locale, page, base }: Shown) {
  const t = calibrationMessages[locale];
  const { standing, funding, near, discussed, turned, severities } = page;
  const at = formatShortDateTime(locale, standing.computedAt!);
  return (
    <>
      <p className="max-w-4xl">
        {t.ready(at, page.scores, standing.compared, page.reviewers)}
        {locale === "en" && " "}
        {standing.lineAt !== null && t.lineAt(funding.places, standing.lineAt.toFixed(2))}
      </p>
      <Part id="plot" title={t.plotTitle} note={t.plotNote(near.length, standing.compared)}>
        <RankPlot rows={near} compared={standing.compared} line={funding.places} />
        <p className="muted my-2 max-w-4xl text-sm">{t.plotDesc}</p>
        <details>
          <summary>{t.tableTitle}</summary>
          <CalibratedTable
            {...{ caption: t.tableTitle, rows: near, base }}
            shown={["expected", "half", "most", "above"]}
          />
        </details>
      </Part>
      <Part
        id="discussion"
        title={t.discussTitle}
        note={standing.discussed === 0 ? t.discussNone : t.discussNote(standing.discussed)}
      >
        {discussed.length > 0 && (
          <CalibratedTable
            {...{ caption: t.discussTitle, rows: discussed, base }}
            shown={["half", "most", "above"]}
          />
        )}
      </Part>
      <Part id="one-more" title={t.turnedTitle} note={turned.length === 0 ? t.turnedNone : t.turnedNote}>
        {turned.length > 0 && (
          <CalibratedTable
            {...{ caption: t.turnedTitle, rows: turned, base }}
            shown={["most", "above", "turned"]}
          />
        )}
      </Part>
      {severities && (
        <Part id="severity" title={t.severityTitle} note={t.severityNote}>
          {severities.length < page.reviewers && (
            <p className="muted mb-2 text-sm">{t.severityShown(severities.length, page.reviewers)}</p>
          )}
          <SeverityTable caption={t.severityTitle} rows={severities} />
        </Part>
      )}
      <Spreads {...{ locale, page, base }} />
    </>
  );
}

interface PartProps {
  id: string;
  title: string;
  note: string;
  children: ReactNode;
}

const Part = ({ id, title, note, children }: PartProps) => (
  <section id={id} aria-labelledby={`${id}-head`} className="mt-6">
    <h2 id={`${id}-head`}>{title}</h2>
    <p className="muted mb-2 max-w-4xl text-sm">{note}</p>
    {children}
  </section>
);

function Spreads({ locale, page: { deviations } }: Shown) {
  const t = calibrationMessages[locale];
  if (!deviations) return null;
  return (
    <Part id="spreads" title={t.spreadTitle} note={t.spreads.note}>
      <SummaryList
        className="max-w-3xl"
        rows={(["applications", "reviewers", "score"] as const).map((key) => ({
          term: t.spreads[key],
          value: deviations[key].toFixed(2),
        }))}
      />
      {deviations.reviewers === 0 && <p>{t.noBias}</p>}
    </Part>
  );
}

function Apart({ locale, page: { apart }, base }: Shown) {
  const t = calibrationMessages[locale];
  if (apart.length === 0) return null;
  return (
    <section aria-labelledby="apart" className="mt-6">
      <h2 id="apart">{t.apartTitle}</h2>
      {apart.map(({ applications, count }, index) => (
        <div key={applications[0]?.id ?? index} className="rule py-2">
          <h3 className="text-base">{t.apartGroup(index + 1, count)}</h3>
          <ul>
            {applications.map((each) => (
              <li key={each.id}>
                <a href={`${base}/${each.id}`}>
                  <span className="num-id muted me-2">{shortNumber(each.number)}</span>
                  {titleOf(each, locale)}
                </a>
              </li>
            ))}
          </ul>
          {applications.length < count && (
            <p className="muted text-sm">{t.apartHidden(count - applications.length)}</p>
          )}
        </div>
      ))}
    </section>
  );
}

function Explanation({ locale }: Shown) {
  const t = calibrationMessages[locale];
  return (
    <section aria-labelledby="explain" className="mt-6 max-w-3xl space-y-2">
      <h2 id="explain">{t.explainTitle}</h2>
      {(["why", "shrink", "ranks", "limits"] as const).map((key) => (
        <p key={key}>{t.explain[key]}</p>
      ))}
    </section>
  );
}
