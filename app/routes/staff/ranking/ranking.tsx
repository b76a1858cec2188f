import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { listRanking } from "#app/features/reviews/office/list-ranking.ts";
import { pageSize } from "#app/features/keyset.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/ranking";
import { floorsText } from "./floors-text.ts";
import { RankingTable } from "./ranking-table.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const moderatedOnly = query.has("moderated");
  const page = Number.parseInt(query.get("page") ?? "1", 10) || 1;
  const ranking = found(await listRanking(ctx, params.call, { page, moderatedOnly }));
  return {
    ...{ locale, ranking, moderatedOnly, reference: params.call },
    mayExport: mayReview(actor, "export_scores"),
  };
}

export default function RankingPage({ loaderData }: Route.ComponentProps) {
  const { locale, ranking, moderatedOnly, reference, mayExport } = loaderData;
  const t = rankingMessages[locale];
  const { code, year, rubric, page, pages, offset } = ranking;
  const name = `${code} ${locale === "en" ? ranking.titleEn : ranking.titleZh}`;
  const base = `/staff/ranking/${reference}`;
  const shown = moderatedOnly ? ranking.moderated : ranking.total;
  const turn = (to: number) => `${base}?${moderatedOnly ? "moderated&" : ""}page=${to}`;
  return (
    <>
      <title>{`${t.title} ${code} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} note={t.head(name, year, rubric.version)}>
        {mayExport && <Exports {...loaderData} />}
      </DeskHead>
      <Rules {...loaderData} />
      <Tabs
        label={t.views}
        items={[
          { href: base, label: t.all, count: ranking.total, current: !moderatedOnly },
          {
            href: `${base}?moderated`,
            label: t.moderatedOnly,
            count: ranking.moderated,
            current: moderatedOnly,
          },
        ]}
      />
      {shown === 0 && (
        <EmptyState title={moderatedOnly ? t.emptyModerated : t.empty}>
          {!moderatedOnly && t.emptyText}
        </EmptyState>
      )}
      {shown > 0 && <RankingTable ranking={ranking} base={base} />}
      <Pagination
        summary={
          <>
            {shown > 0 && t.page(offset + 1, Math.min(offset + pageSize, shown), shown)}
            {ranking.unscored > 0 && (
              <span className="ms-3">
                <a href={`/staff/applications?call=${reference}&state=expert_review`}>
                  {t.unscored(ranking.unscored)}
                </a>
              </span>
            )}
          </>
        }
        {...(page > 1 ? { previous: turn(page - 1) } : {})}
        {...(page < pages ? { next: turn(page + 1) } : {})}
      />
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

function Exports({ locale, reference, moderatedOnly }: Shown) {
  const t = rankingMessages[locale];
  const query = `call=${reference}${moderatedOnly ? "&moderated" : ""}`;
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
