import { findNotice } from "#app/features/calls/find-notice.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatDate } from "#app/i18n/format.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import type { Route } from "./+types/notice";

export const handle = { nav: "notices" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  return { locale, notice: found(await findNotice(ctx, params.id)) };
}

export default function Notice({ loaderData: { locale, notice } }: Route.ComponentProps) {
  const t = publicMessages[locale].notices;
  return (
    <article className="wrap pt-5">
      <title>{`${notice.title[locale]} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/notices">{t.title}</BackLink>
      <h1 className="measure mt-4">{notice.title[locale]}</h1>
      <p className="muted mt-2 text-sm">{t.published(formatDate(locale, notice.publishedAt))}</p>
      {notice.body[locale].split("\n").map((paragraph) => (
        <p key={paragraph} className="measure mt-4">
          {paragraph}
        </p>
      ))}
    </article>
  );
}
