import { Fragment } from "react";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { listNotices } from "#app/features/calls/list-notices.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { WaferHero } from "#app/ui/wafer-hero.tsx";
import type { Route } from "./+types/home";
import { CallTable } from "./call-table.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const [calls, { notices }] = await Promise.all([listCalls(ctx), listNotices(ctx, undefined, 4)]);
  return { locale, now: ctx.now, calls, notices };
}

export default function Home({ loaderData: { locale, now, calls, notices } }: Route.ComponentProps) {
  const t = publicMessages[locale];
  const open = calls.filter(({ state }) => state === "open" || state === "closing_soon");
  const first = open[0] ?? calls[0];
  // Those one can act on come first; the rest is one link away.
  const shown = calls.filter(({ code, reference }) => code === reference).slice(0, 8);
  return (
    <>
      <title>{siteMessages[locale].portalName}</title>
      <section className="wrap hero">
        <div className="hero-text">
          <p className="eyebrow">{t.home.openNow(open.length)}</p>
          <h1>
            {[t.home.headline1, t.home.headline2, t.home.headline3].map((phrase, i) => (
              <Fragment key={phrase}>
                {i > 0 && locale === "en" && " "}
                <span className="phrase">{phrase}</span>
              </Fragment>
            ))}
          </h1>
          <p className="measure mt-5 text-lg">{t.home.lead}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton href="#calls" variant="primary" size="lg">
              {t.home.seeCalls}
            </LinkButton>
            {first && (
              <LinkButton href={`/calls/${first.reference}/eligibility`} size="lg">
                {t.home.checkFirst}
              </LinkButton>
            )}
          </div>
          <p className="muted measure mt-6 text-sm">{t.home.planned}</p>
        </div>
        <div className="hero-art">
          <WaferHero />
        </div>
      </section>
      <section className="wrap mt-20" id="calls">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
          <h2>{t.calls.title}</h2>
          <a className="text-sm" href="/calls">
            {t.home.allCalls}
          </a>
        </div>
        <CallTable calls={shown} now={now} locale={locale} />
      </section>
      <Steps locale={locale} />
      <section className="wrap mt-20 grid gap-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <h2 className="mb-2">{t.notices.title}</h2>
          {notices.length === 0 && <p className="muted">{t.notices.none}</p>}
          <ul>
            {notices.map((notice) => (
              <li key={notice.id} className="border-base-300 flex gap-5 border-b py-2.5">
                <time className="muted nowrap min-w-19" dateTime={notice.publishedAt}>
                  {formatShortDate(locale, notice.publishedAt)}
                </time>
                <a href={`/notices/${notice.id}`}>{notice.title[locale]}</a>
              </li>
            ))}
          </ul>
        </div>
        <Panel fill className="self-start">
          <h2>{t.home.fairTitle}</h2>
          <p className="mt-2 text-sm">{t.home.fairText}</p>
          <p className="mt-3 text-sm">
            <a href="/verify-audit">{t.home.howToVerify}</a>
          </p>
        </Panel>
      </section>
    </>
  );
}

function Steps({ locale }: { locale: Locale }) {
  const t = publicMessages[locale].home;
  const steps = [
    [t.step1, t.step1Text],
    [t.step2, t.step2Text],
    [t.step3, t.step3Text],
    [t.step4, t.step4Text],
    [t.step5, t.step5Text],
  ] as const;
  return (
    <section className="wrap mt-20">
      <h2 className="mb-6">{t.stepsTitle}</h2>
      <ol className="steps5">
        {steps.map(([title, text]) => (
          <li key={title}>
            <h3 className="mt-1">{title}</h3>
            <p className="muted mt-1 text-sm">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
