import type { CallPage } from "#app/features/calls/find-call-page.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formatDateWithWeekday, formatTime, beijingTimeName, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { Route } from "./+types/call";
import { CallStateTag } from "./call-state-tag.tsx";
import { CallDocuments, CallScoring, CallSupport } from "./call-parts.tsx";

export const handle = { nav: "calls" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  return { locale, now: ctx.now, call: found(await findCallPage(ctx, params.code)) };
}

export default function Call({ loaderData: { locale, now, call } }: Route.ComponentProps) {
  const t = publicMessages[locale];
  const { content } = call;
  return (
    <div className="wrap pt-5">
      <title>{`${call.title[locale]} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/calls">{t.home.allCalls}</BackLink>
      <div className="grid gap-x-16 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="max-lg:contents lg:row-span-2">
          <div className="max-lg:order-1">
            <p className="eyebrow">{t.call.eyebrow(call.code, call.year)}</p>
            <h1 className="mt-1">{call.title[locale]}</h1>
            <p className="measure mt-4 text-lg">{content.summary[locale]}</p>
          </div>
          <div className="max-lg:order-3">
            <section id="fit" className="mt-12">
              <h2>{t.call.fit}</h2>
              <ul className="measure mt-2 list-disc space-y-1 pl-6">
                {content.fit.map((point) => (
                  <li key={point.en}>{point[locale]}</li>
                ))}
              </ul>
              {content.elsewhere && <p className="measure mt-3">{content.elsewhere[locale]}</p>}
              <p className="hint measure mt-3">
                {t.call.measure}
                {locale === "zh" ? "：" : ": "}
                {content.measure[locale]}
              </p>
            </section>
            <CallSupport content={content} locale={locale} />
            <section id="check" className="panel mt-12">
              <h2>{t.call.check}</h2>
              <p className="muted mt-1">{t.call.checkText(content.eligibility.length)}</p>
              <p className="mt-4">
                <LinkButton href={`/calls/${call.reference}/eligibility`}>{t.call.checkStart}</LinkButton>
              </p>
            </section>
            <CallDocuments content={content} locale={locale} />
            {call.rubric && <CallScoring rubric={call.rubric} locale={locale} />}
            <section id="ask" className="mt-12">
              <h2>{t.call.ask}</h2>
              <p className="measure mt-2">
                {t.call.askText(
                  content.contact.office[locale],
                  content.contact.phone,
                  content.contact.hours[locale],
                )}
              </p>
            </section>
          </div>
        </div>
        <aside className="self-start max-lg:order-2 lg:col-start-2" aria-label={t.call.applying}>
          <ClosingPanel call={call} now={now} locale={locale} />
        </aside>
        <aside
          className="self-start max-lg:order-4 lg:col-start-2 lg:row-start-2"
          aria-labelledby="timetable"
        >
          <h2 id="timetable" className="mb-4 text-base">
            {t.call.timetable}
          </h2>
          <Timetable call={call} locale={locale} />
        </aside>
      </div>
    </div>
  );
}

interface PartProps {
  call: CallPage;
  now: Date;
  locale: Locale;
}

function ClosingPanel({ call, now, locale }: PartProps) {
  const t = publicMessages[locale].call;
  const taking = call.state === "open" || call.state === "closing_soon";
  const moment = call.state === "not_open" ? call.opensAt : call.closesAt;
  return (
    <Panel>
      <CallStateTag state={call.state} closesAt={call.closesAt} now={now} locale={locale} />
      {moment ? (
        <>
          <p className="muted mt-3 text-sm">{call.state === "not_open" ? t.opening : t.closing}</p>
          <p className="text-lg leading-snug font-semibold">
            <span className="nowrap">{formatDateWithWeekday(locale, moment)}</span> {formatTime(moment)}
          </p>
          <p className="muted text-sm">{beijingTimeName[locale]}</p>
        </>
      ) : (
        <p className="muted mt-3">{publicMessages[locale].calls.notAnnounced}</p>
      )}
      {taking ? (
        <>
          <LinkButton
            href={`/applications/new?call=${call.reference}`}
            variant="primary"
            className="mt-4 w-full"
          >
            {t.start}
          </LinkButton>
          <p className="muted mt-2 text-sm">{t.startHint(call.sections)}</p>
        </>
      ) : (
        <p className="muted mt-3 text-sm">{call.state === "not_open" ? t.notOpenHint : t.closedHint}</p>
      )}
    </Panel>
  );
}

function Timetable({ call, locale }: Omit<PartProps, "now">) {
  const t = publicMessages[locale].call;
  const unknown = publicMessages[locale].calls.notAnnounced;
  const at = (moment: string | null) => (moment ? formatDateTime(locale, moment) : unknown);
  const opened = call.state !== "not_open";
  const closed = ["closed", "in_review", "published"].includes(call.state);
  return (
    <Timeline
      steps={[
        { title: t.tOpen, when: at(call.opensAt), state: opened ? "done" : "todo" },
        { title: t.tClose, when: at(call.closesAt), state: closed ? "done" : opened ? "now" : "todo" },
        {
          title: t.tCheck,
          when: t.tCheckWhen,
          state: call.state === "closed" ? "now" : closed ? "done" : "todo",
        },
        {
          title: t.tReview,
          when: t.tReviewWhen,
          state: call.state === "in_review" ? "now" : call.state === "published" ? "done" : "todo",
        },
        { title: t.tCommittee, when: t.tCommitteeWhen, state: call.state === "published" ? "done" : "todo" },
        { title: t.tNotice, when: t.tNoticeWhen, state: call.state === "published" ? "done" : "todo" },
      ]}
    />
  );
}
