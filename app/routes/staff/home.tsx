import { stuckKinds, type StuckKind } from "#app/domain/applications/stuck.ts";
import { workingDaysTaken } from "#app/domain/applications/check-deadline.ts";
import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import type { WorkingCalendar } from "#app/domain/shared/working-days.ts";
import { type CallChoice, listCallChoices } from "#app/features/applications/office/list-choices.ts";
import { listStuck, type StuckItem } from "#app/features/applications/office/list-stuck.ts";
import { listUpcoming, type Upcoming } from "#app/features/applications/office/list-upcoming.ts";
import { readFunnel } from "#app/features/applications/office/read-funnel.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatShortDate, formatTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { Route } from "./+types/home";
import { FunnelTable } from "./funnel-table.tsx";
import { StuckTable, type StuckRow } from "./stuck-table.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const [calls, stuck, upcoming, funnel, calendar] = await Promise.all([
    listCallChoices(ctx.db.read),
    listStuck(ctx),
    listUpcoming(ctx),
    readFunnel(ctx),
    readCalendar(ctx.db.read),
  ]);
  return { locale, now: ctx.now, calls, upcoming, funnel, stuck: stuckRows(stuck, calls, ctx.now, calendar) };
}

/** One row a kind, the gravest first, with its count by call and the one that has waited longest. */
function stuckRows(
  items: readonly StuckItem[],
  calls: readonly CallChoice[],
  now: Date,
  calendar: WorkingCalendar,
): StuckRow[] {
  return stuckKinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    const [oldest] = own.map((item) => item.oldest).sort((a, b) => a.at.localeCompare(b.at));
    if (!oldest) return [];
    const byCall = calls.flatMap(({ id, code }) => {
      const count = own.find(({ callId }) => callId === id)?.count ?? 0;
      return count > 0 ? [{ code, count }] : [];
    });
    return [
      {
        kind,
        byCall,
        count: byCall.reduce((sum, { count }) => sum + count, 0),
        oldest,
        waited: waited(kind, oldest.at, now, calendar),
      },
    ];
  });
}

const waited = (kind: StuckKind, at: string, now: Date, calendar: WorkingCalendar): number =>
  kind === "check_overdue"
    ? workingDaysTaken(at, now, calendar)
    : daysBetween(beijingDay(at), beijingDay(now));

export default function Home({ loaderData }: Route.ComponentProps) {
  const { locale, now, calls, stuck, upcoming, funnel } = loaderData;
  const t = staffMessages[locale].home;
  const total = stuck.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <DeskHead title={t.title} note={t.note}>
        <LinkButton size="sm" href="/staff/applications">
          {t.allApplications}
        </LinkButton>
      </DeskHead>
      <div className="grid gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="stuck">
          <SectionHead id="stuck" title={t.stuck} note={total > 0 ? t.stuckNote(total) : undefined} />
          {stuck.length === 0 ? (
            <p className="muted">{t.nothingStuck}</p>
          ) : (
            <StuckTable rows={stuck} locale={locale} />
          )}
        </section>
        <section aria-labelledby="upcoming">
          <SectionHead id="upcoming" title={t.upcoming} note={t.upcomingNote} />
          <UpcomingList items={upcoming} calls={calls} locale={locale} now={now} />
        </section>
        <section className="xl:col-span-2" aria-labelledby="funnel">
          <SectionHead id="funnel" title={t.funnel} note={t.funnelNote} />
          <FunnelTable steps={funnel} locale={locale} now={now} />
        </section>
      </div>
    </>
  );
}

function SectionHead({ id, title, note }: { id: string; title: string; note: string | undefined }) {
  return (
    <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
      <h2 id={id}>{title}</h2>
      {note && <span className="muted">{note}</span>}
    </div>
  );
}

interface UpcomingProps {
  items: readonly Upcoming[];
  calls: readonly CallChoice[];
  locale: Locale;
  now: Date;
}

function UpcomingList({ items, calls, locale, now }: UpcomingProps) {
  const t = staffMessages[locale].home;
  if (items.length === 0) return <p className="muted">{t.nothingUpcoming}</p>;
  const words = ({ kind, callId, count }: Upcoming) => {
    if (kind === "corrections_due") return t.correctionsDue(count);
    if (kind === "reviews_due") return t.reviewsDue(count);
    return t.callCloses(calls.find(({ id }) => id === callId)?.code ?? "");
  };
  return (
    <ul className="rule">
      {items.map((item) => (
        <li
          key={`${item.kind}${item.at}${item.callId ?? ""}`}
          className="grid grid-cols-[8.75rem_minmax(0,1fr)] gap-3 border-b border-base-300 py-1.5"
        >
          <span className="muted">{shortMoment(locale, item.at, now)}</span>
          <span>{words(item)}</span>
        </li>
      ))}
    </ul>
  );
}

function shortMoment(locale: Locale, at: string, now: Date): string {
  const days = daysBetween(beijingDay(now), beijingDay(at));
  const time = formatTime(at);
  if (days === 0) return locale === "zh" ? `今天 ${time}` : `today ${time}`;
  if (days === 1) return locale === "zh" ? `明天 ${time}` : `tomorrow ${time}`;
  return `${formatShortDate(locale, at)} ${time}`;
}
