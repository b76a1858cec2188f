import { data, redirect } from "react-router";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import {
  plainRanking,
  rankingQuery,
  type RankingView,
  readLine,
  readRankingView,
} from "#app/domain/reviews/ranking-view.ts";
import { pageSize, readCursor } from "#app/features/keyset.ts";
import { findRankedCall } from "#app/features/reviews/office/find-ranked-call.ts";
import { listRanking, type Ranking } from "#app/features/reviews/office/list-ranking.ts";
import {
  moveFundingLine,
  type MoveFundingLineRefusal,
} from "#app/features/reviews/office/move-funding-line.ts";
import { found } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { usePage } from "#app/ui/page-context.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/ranking";
import { floorsText } from "./floors-text.ts";
import { CalibrationNote } from "./calibration-note.tsx";
import { LineForm, rankingAddress } from "./line-form.tsx";
import { RankingTable } from "./ranking-table.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const asked = readRankingView(query);
  const ranking = found(await listRanking(ctx, params.call, asked, readCursor(query)));
  const typed = query.get("line")?.trim() ?? "";
  return {
    ...{ locale, ranking, reference: params.call, done: query.get("done") === "line" },
    typed: typed || String(ranking.funding.places),
    invalid: typed !== "" && (asked.line ?? Infinity) > Math.max(1, ranking.total),
    mayExport: mayReview(actor, "export_scores"),
    mayMoveLine: mayReview(actor, "move_line"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findRankedCall(ctx, params.call));
  const form = await readFormData(request);
  if (form.get("intent") !== "move_line") throw data(null, { status: 400 });
  const places = readLine(String(form.get("places") ?? "")) ?? 0;
  const answer = await moveFundingLine(ctx, {
    ...{ callId: call.id, places, version: Number(form.get("version")) },
  });
  if (answer.ok) {
    const view = { ...readRankingView(new URL(request.url).searchParams), line: null };
    const query = [rankingQuery(view), "done=line"].filter(Boolean).join("&");
    return redirect(`/staff/ranking/${params.call}?${query}`, 303);
  }
  const status = { not_allowed: 403, places: 422, stale: 409 }[answer.reason];
  return data({ problem: answer.reason }, { status });
}

export default function RankingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, ranking, reference, mayExport } = loaderData;
  const t = rankingMessages[locale];
  const { code, year, rubric, view } = ranking;
  const name = `${code} ${locale === "en" ? ranking.titleEn : ranking.titleZh}`;
  const base = `/staff/ranking/${reference}`;
  const shown = view.moderatedOnly ? ranking.moderated : ranking.total;
  return (
    <>
      <title>{`${t.title} ${code} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} note={t.head(name, year, rubric.version)}>
        {mayExport && <Exports {...loaderData} />}
      </DeskHead>
      <LineOutcome done={loaderData.done} problem={actionData?.problem} total={ranking.total} />
      <Rules {...loaderData} />
      <CalibrationNote standing={ranking.calibration} href={`${base}/calibration${lineQuery(view)}`} />
      {ranking.total > 0 && (
        <LineForm
          {...{ ranking, base, typed: loaderData.typed, invalid: loaderData.invalid }}
          maySave={loaderData.mayMoveLine}
        />
      )}
      <Views ranking={ranking} base={base} locale={locale} />
      {shown === 0 && (
        <EmptyState title={view.moderatedOnly ? t.emptyModerated : t.empty}>
          {!view.moderatedOnly && t.emptyText}
        </EmptyState>
      )}
      {shown > 0 && <RankingTable ranking={ranking} base={base} />}
      <Pages {...loaderData} shown={shown} base={base} />
      {shown > 0 && <p className="muted text-sm">{t.floorNote(floorsText(rubric, locale))}</p>}
      <KeysLegend
        keys={[
          { keys: ["J", "K"], label: t.keys.move },
          { keys: ["Enter"], label: t.keys.open },
        ]}
      />
      <BrowserScript name="staff-list" />
    </>
  );
}

type Shown = Route.ComponentProps["loaderData"];

const lineQuery = ({ line }: RankingView): string => (line === null ? "" : `?line=${line}`);

interface LineOutcomeProps {
  done: boolean;
  problem: MoveFundingLineRefusal | undefined;
  total: number;
}

function LineOutcome({ done, problem, total }: LineOutcomeProps) {
  const t = calibrationMessages[usePage().locale].line;
  const words = { not_allowed: t.notAllowed, stale: t.stale, places: t.invalid(Math.max(1, total)) };
  if (problem)
    return (
      <Notice tone="bad" role="alert" className="mb-3">
        {words[problem]}
      </Notice>
    );
  if (!done) return null;
  return (
    <Notice tone="ok" role="status" className="mb-3">
      {t.done}
    </Notice>
  );
}

function Views({ ranking, base, locale }: { ranking: Ranking; base: string; locale: Locale }) {
  const t = rankingMessages[locale];
  const { view, total, moderated } = ranking;
  const { calibrated, moderatedOnly } = view;
  const address = (flags: Partial<RankingView>) =>
    rankingAddress(base, rankingQuery({ ...plainRanking, line: view.line, ...flags }));
  return (
    <Tabs
      label={t.views}
      items={[
        { href: address({}), label: t.all, count: total, current: !moderatedOnly && !calibrated },
        {
          href: address({ moderatedOnly: true }),
          label: t.moderatedOnly,
          count: moderated,
          current: moderatedOnly,
        },
        {
          href: address({ calibrated: true }),
          label: calibrationMessages[locale].tab,
          current: calibrated && !moderatedOnly,
        },
      ]}
    />
  );
}

function Pages({ locale, ranking, reference, shown, base }: Shown & { shown: number; base: string }) {
  const t = rankingMessages[locale];
  const { view, offset, next, previous, unscored } = ranking;
  const turn = (direction: "after" | "before", key: string) => {
    const query = rankingQuery(view);
    return `${base}?${query ? `${query}&` : ""}${direction}=${encodeURIComponent(key)}`;
  };
  return (
    <Pagination
      summary={
        <>
          {shown > 0 && t.page(offset + 1, Math.min(offset + pageSize, shown), shown)}
          {unscored > 0 && (
            <span className="ms-3">
              <a href={`/staff/applications?call=${reference}&state=expert_review`}>{t.unscored(unscored)}</a>
            </span>
          )}
        </>
      }
      {...(previous ? { previous: turn("before", previous) } : {})}
      {...(next ? { next: turn("after", next) } : {})}
    />
  );
}

function Exports({ locale, reference, ranking }: Shown) {
  const t = rankingMessages[locale];
  const query = `call=${reference}${ranking.view.moderatedOnly ? "&moderated" : ""}`;
  return (
    <>
      <LinkButton size="sm" href={`/staff/exports/scores.xlsx?${query}`}>
        {t.exportXlsx}
      </LinkButton>
      <LinkButton size="sm" href={`/staff/exports/scores.csv?${query}`}>
        {t.exportCsv}
      </LinkButton>
      <LinkButton size="sm" href={`/staff/exports/reviews.xlsx?call=${reference}`}>
        {t.exportSheets}
      </LinkButton>
    </>
  );
}

function Rules({ locale, ranking: { rubric } }: Shown) {
  const t = rankingMessages[locale];
  const space = locale === "en" ? " " : "";
  return (
    <Notice className="mb-3">
      <b>{t.ruleTitle}</b>
      {t.rule}
      {space}
      {t.ruleTies(rubric.tieBreak.join(locale === "zh" ? "、" : ", "))}
      {space}
      {t.ruleModeration(rubric.moderation.spread)}
    </Notice>
  );
}
