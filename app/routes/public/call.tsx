import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { CallPage } from "#app/ui/call/call-page.tsx";
import type { Route } from "./+types/call";

export const handle = { nav: "calls" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  return { locale, now: ctx.now, call: found(await findCallPage(ctx, params.code)) };
}

export default function Call({ loaderData: { locale, now, call } }: Route.ComponentProps) {
  return (
    <div className="wrap pt-5">
      <title>{`${call.title[locale]} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/calls">{publicMessages[locale].home.allCalls}</BackLink>
      <CallPage call={call} now={now} locale={locale} />
    </div>
  );
}
