import { listCalls } from "#app/features/calls/list-calls.ts";
import { requestContext } from "#app/http/request-context.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Route } from "./+types/calls";
import { CallTable } from "./call-table.tsx";

export const handle = { nav: "calls" };

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  return { locale, now: ctx.now, calls: await listCalls(ctx) };
}

export default function Calls({ loaderData: { locale, now, calls } }: Route.ComponentProps) {
  const t = publicMessages[locale].calls;
  return (
    <div className="wrap pt-10">
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <h1>{t.title}</h1>
      <p className="measure mt-4 mb-8 text-lg">{t.lead}</p>
      <CallTable calls={calls} now={now} locale={locale} />
    </div>
  );
}
