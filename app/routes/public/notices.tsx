import { listNotices } from "#app/features/calls/list-notices.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatDate } from "#app/i18n/format.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Route } from "./+types/notices";

export const handle = { nav: "notices" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const before = new URL(request.url).searchParams.get("before") ?? undefined;
  return { locale, ...(await listNotices(ctx, before)) };
}

export default function Notices({ loaderData: { locale, notices, next } }: Route.ComponentProps) {
  const t = publicMessages[locale].notices;
  return (
    <div className="wrap pt-10">
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <h1 className="mb-6">{t.title}</h1>
      {notices.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="measure">
        {notices.map((notice) => (
          <li key={notice.id} className="border-base-300 flex flex-wrap gap-x-5 border-b py-3">
            <time className="muted nowrap min-w-32" dateTime={notice.publishedAt}>
              {formatDate(locale, notice.publishedAt)}
            </time>
            <a href={`/notices/${notice.id}`}>{notice.title[locale]}</a>
          </li>
        ))}
      </ul>
      {next && (
        <p className="mt-6">
          <a href={`/notices?before=${encodeURIComponent(next)}`}>{t.earlier}</a>
        </p>
      )}
    </div>
  );
}
