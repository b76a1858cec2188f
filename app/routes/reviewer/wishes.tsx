import { data, redirect } from "react-router";
import { wishKinds } from "#app/domain/reviews/assignment-run.ts";
import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import { readCursor } from "#app/features/keyset.ts";
import {
  countWishes,
  listWishes,
  type WishableApplication,
} from "#app/features/reviews/wishes/list-wishes.ts";
import { saveWishes } from "#app/features/reviews/wishes/save-wishes.ts";
import { readFormData } from "#app/http/read-form.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { exportMessages } from "#app/i18n/messages/exports.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { wishMessages } from "#app/i18n/messages/wishes.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Route } from "./+types/wishes";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = reviewerOnly(context);
  const query = new URL(request.url).searchParams;
  const saved = query.get("saved");
  return {
    ...{ locale, page: await listWishes(ctx, readCursor(query)), counts: await countWishes(ctx) },
    saved: saved !== null && /^\d{1,2}$/.test(saved) ? Number(saved) : null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = reviewerOnly(context);
  const form = await readFormData(request);
  const said = [...form].flatMap(([name, value]) => {
    const [, applicationId] = /^wish:(.+)$/.exec(name) ?? [];
    return applicationId ? [{ applicationId, wish: String(value) }] : [];
  });
  const result = await saveWishes(ctx, said);
  if (!result.ok) return data({ refusal: result.reason }, { status: 422 });
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("saved", String(result.changed));
  return redirect(`${pathname}?${searchParams}`, 303);
}

export default function Wishes({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, page, counts, saved } = loaderData;
  const t = wishMessages[locale];
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} note={counts.all > 0 ? t.said(counts.said, counts.all) : undefined} />
      {actionData && <ErrorSummary errors={[{ href: "#main", text: t.refusals[actionData.refusal] }]} />}
      {saved !== null && !actionData && (
        <Notice tone="ok" role="status" className="measure my-3">
          {t.saved(saved)}
        </Notice>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <>
          <p className="measure">{t.lead}</p>
          <p className="measure muted mt-1">{t.sees}</p>
          <form method="post" className="mt-4 max-w-4xl">
            {page.rows.map((row) => (
              <Wish key={row.id} row={row} locale={locale} />
            ))}
            <Button variant="primary" className="mt-4">
              {t.save}
            </Button>
          </form>
        </>
      )}
      <Pagination
        {...(page.previous ? { previous: `?${new URLSearchParams({ before: page.previous })}` } : {})}
        {...(page.next ? { next: `?${new URLSearchParams({ after: page.next })}` } : {})}
      />
    </>
  );
}

function Wish({ row, locale }: { row: WishableApplication; locale: Locale }) {
  const t = wishMessages[locale];
  const title = (locale === "en" && row.titleEn) || row.titleZh;
  const segments: Readonly<Record<string, string | undefined>> = exportMessages[locale].segments;
  return (
    <article className="rule py-4">
      <h2>{title}</h2>
      <p className="muted">
        <span className="num-id">{row.number}</span>
        {[
          `${t.segment} ${segments[row.chainSegment] ?? row.chainSegment}`,
          ...(row.cityCode ? [`${t.place} ${cityName(row.cityCode, locale)}`] : []),
        ].map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </p>
      {row.abstract === "" ? (
        <p className="muted mt-2">{t.noAbstract}</p>
      ) : (
        <details className="mt-2">
          <summary>{t.abstract}</summary>
          <p className="measure mt-1 whitespace-pre-line">{row.abstract}</p>
        </details>
      )}
      <RadioGroup
        id={`wish-${row.id}`}
        name={`wish:${row.id}`}
        label={<span className="sr-only">{t.wishOf(title)}</span>}
        inline
        defaultValue={row.wish ?? ""}
        options={[
          ...wishKinds.map((wish) => ({ value: wish, label: t.wish[wish] })),
          { value: "", label: t.none },
        ]}
      />
    </article>
  );
}
