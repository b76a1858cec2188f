import type { CallContent } from "#app/domain/calls/call-content.ts";
import type { CallState } from "#app/domain/calls/call-state.ts";
import type { Rubric } from "#app/domain/reviews/rubric.ts";
import type { Localised } from "#app/domain/shared/localised.ts";
import { beijingTimeName, formatDateTime, formatDateWithWeekday, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import {
  CallAmounts,
  CallDocuments,
  CallGuideline,
  CallQuestions,
  CallScoring,
  CallSupport,
} from "./call-parts.tsx";
import { CallStateTag } from "./call-state-tag.tsx";
import { FiledWithPanel, type NamedCall, TakenCalls } from "./combined-filing.tsx";

export interface ShownCall {
  reference: string;
  code: string;
  year: number;
  title: Localised;
  content: CallContent;
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
  rubric: Pick<Rubric, "criteria"> | undefined;
  /** How many sections its form has. */
  sections: number;
  /** The last correction or extension after opening. */
  amended?: { version: string; at: string } | undefined;
  /** The call to file with instead, and those filed with this one. */
  filedWith?: NamedCall | undefined;
  takes?: readonly NamedCall[];
}

interface Props {
  call: ShownCall;
  now: Date;
  locale: Locale;
  /** Shown before it is published: what would lead on from the page stands on it instead. */
  preview?: boolean;
}

/** A call as the public reads it. */
export function CallPage({ call, now, locale, preview = false }: Props) {
  const t = publicMessages[locale];
  const { content } = call;
  return (
    <div className="grid gap-x-16 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
      <div className="max-lg:contents lg:row-span-2">
        <div className="max-lg:order-1">
          <p className="eyebrow">{t.call.eyebrow(call.code, call.year)}</p>
          <h1 className="mt-1">{call.title[locale]}</h1>
          <p className="measure mt-4 text-lg">{content.summary[locale]}</p>
          {call.amended && (
            <p className="hint mt-2">
              {t.call.amended(call.amended.version, formatDateTime(locale, call.amended.at))}
            </p>
          )}
        </div>
        <div className="max-lg:order-3">
          <Fit content={content} takes={call.takes ?? []} locale={locale} />
          {content.guideline && <CallGuideline sections={content.guideline} locale={locale} />}
          <CallSupport content={content} locale={locale} />
          {content.amounts && <CallAmounts amounts={content.amounts} locale={locale} />}
          {preview ? (
            <CallQuestions questions={content.eligibility} locale={locale} />
          ) : (
            <section id="check" className="panel mt-12">
              <h2>{t.call.check}</h2>
              <p className="muted mt-1">{t.call.checkText(content.eligibility.length)}</p>
              <p className="mt-4">
                <LinkButton href={`/calls/${call.reference}/eligibility`}>{t.call.checkStart}</LinkButton>
              </p>
            </section>
          )}
          <CallDocuments content={content} locale={locale} />
          {call.rubric && <CallScoring rubric={call.rubric} of={call.filedWith?.code} locale={locale} />}
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
        {call.filedWith ? (
          <FiledWithPanel taking={call.filedWith} locale={locale} />
        ) : (
          <ClosingPanel call={call} now={now} locale={locale} preview={preview} />
        )}
      </aside>
      {!call.filedWith && (
        <aside
          className="self-start max-lg:order-4 lg:col-start-2 lg:row-start-2"
          aria-labelledby="timetable"
        >
          <h2 id="timetable" className="mb-4 text-base">
            {t.call.timetable}
          </h2>
          <Timetable call={call} locale={locale} />
        </aside>
      )}
    </div>
  );
}

interface FitProps {
  content: CallContent;
  takes: readonly NamedCall[];
  locale: Locale;
}

function Fit({ content, takes, locale }: FitProps) {
  const t = publicMessages[locale];
  return (
    <section id="fit" className="mt-12">
      <h2>{t.call.fit}</h2>
      <ul className="measure mt-2 list-disc space-y-1 pl-6">
        {content.fit.map((point, index) => (
          <li key={index}>{point[locale]}</li>
        ))}
      </ul>
      {content.elsewhere && <p className="measure mt-3">{content.elsewhere[locale]}</p>}
      {takes.length > 0 && <TakenCalls calls={takes} locale={locale} />}
      <p className="hint measure mt-3">
        {t.call.measure}
        {locale === "zh" ? "：" : ": "}
        {content.measure[locale]}
      </p>
    </section>
  );
}

function ClosingPanel({ call, now, locale, preview }: Required<Props>) {
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
      {taking && !preview ? (
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
        !taking && (
          <p className="muted mt-3 text-sm">{call.state === "not_open" ? t.notOpenHint : t.closedHint}</p>
        )
      )}
    </Panel>
  );
}

function Timetable({ call, locale }: { call: ShownCall; locale: Locale }) {
  const t = publicMessages[locale].call;
  const unknown = publicMessages[locale].calls.notAnnounced;
  const at = (moment: string | null) => (moment ? formatDateTime(locale, moment) : unknown);
  const opened = call.state !== "not_open";
  const closed = ["closed", "in_review", "published"].includes(call.state);
  const { resultsOn } = call.content;
  const published = call.state === "published" ? "done" : "todo";
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
          state: call.state === "in_review" ? "now" : published,
        },
        { title: t.tCommittee, when: t.tCommitteeWhen, state: published },
        ...(resultsOn
          ? [
              {
                title: t.tResults,
                when: formatDateWithWeekday(locale, `${resultsOn}T12:00:00+08:00`),
                state: published,
              } as const,
            ]
          : []),
        { title: t.tNotice, when: t.tNoticeWhen, state: published },
      ]}
    />
  );
}
