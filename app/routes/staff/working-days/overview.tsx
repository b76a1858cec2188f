import { data, redirect } from "react-router";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { mayTabulate } from "#app/domain/shared/holiday-year.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { changeReminderDays } from "#app/features/notifications/change-reminder-days.ts";
import { findReminderDays } from "#app/features/reminder-days.ts";
import { readHolidayYears } from "#app/features/working-calendar.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/overview";
import { ReminderForm } from "./reminder-form.tsx";
import { YearTable } from "./year-table.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  if (!mayOffice(actor, "read_working_days")) throw notFound();
  const db = ctx.db.read;
  const [years, reminders] = [await readHolidayYears(db), await findReminderDays(db)];
  const today = beijingDay(ctx.now);
  const thisYear = Number(today.slice(0, 4));
  const has = (year: number) => years.some((each) => each.year === year);
  const done = new URL(request.url).searchParams;
  return {
    ...{ locale, reminders, mayChange: mayOffice(actor, "change_working_days") },
    mayAudit: mayOffice(actor, "read_audit"),
    years: years.toReversed(),
    missing: [thisYear, thisYear + 1].filter((year) => !has(year)),
    addable: [thisYear, thisYear + 1, thisYear + 2].find((year) => !has(year) && mayTabulate(year, today)),
    saved: done.has("saved"),
    moved: Number(done.get("moved") ?? 0) || 0,
    removed: Number(done.get("removed") ?? 0) || 0,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const form = await readFormData(request);
  const days = String(form.get("days") ?? "");
  const result = await changeReminderDays(ctx, { days, version: Number(form.get("version")) });
  if (result.ok) return redirect("/staff/working-days?saved=1", 303);
  if (result.reason === "not_allowed") throw notFound();
  return data({ problem: result.reason, days }, { status: result.reason === "stale" ? 409 : 422 });
}

export default function WorkingDays({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, years, missing, addable, mayChange, mayAudit, reminders } = loaderData;
  const t = workingDayMessages[locale];
  const problem = actionData?.problem;
  return (
    <>
      <PageTitle hasErrors={problem !== undefined}>{t.title}</PageTitle>
      <DeskHead title={t.title}>
        {mayChange && addable !== undefined && (
          <LinkButton size="sm" href={`/staff/working-days/${addable}`}>
            {t.add(addable)}
          </LinkButton>
        )}
      </DeskHead>
      <ErrorSummary errors={problem ? [{ href: "#days", text: t.reminderErrors[problem] }] : []} />
      <Outcome {...loaderData} hidden={problem !== undefined} />
      <p className="measure">{t.lead}</p>
      {missing.map((year) => (
        <Notice key={year} tone="warn" className="measure mt-4">
          {t.missing(year)}{" "}
          {mayChange ? <a href={`/staff/working-days/${year}`}>{t.add(year)}</a> : t.askAdministrator}
        </Notice>
      ))}
      <section aria-labelledby="reminders" className="mt-6">
        <h2 id="reminders">{t.reminders}</h2>
        <p className="measure mt-1">{t.remindersLead}</p>
        <ReminderForm
          locale={locale}
          days={reminders.days}
          version={reminders.version}
          mayChange={mayChange}
          {...(problem ? { refused: { text: t.reminderErrors[problem], days: actionData!.days } } : {})}
        />
      </section>
      {years.map((year) => (
        <YearTable key={year.year} year={year} years={years} locale={locale} mayChange={mayChange} />
      ))}
      {mayAudit && (
        <p className="mt-6">
          <a href="/staff/audit?type=setting.changed">{t.record}</a>
        </p>
      )}
    </>
  );
}

type Done = Pick<Route.ComponentProps["loaderData"], "locale" | "saved" | "moved" | "removed">;

function Outcome({ locale, saved, moved, removed, hidden }: Done & { hidden: boolean }) {
  const t = workingDayMessages[locale];
  if (hidden || !saved) return null;
  return (
    <Notice tone="ok" role="status" className="measure my-3">
      {removed > 0 && `${t.removed(removed)} `}
      {moved > 0 ? t.savedMoved(moved) : removed > 0 ? null : t.saved}
    </Notice>
  );
}
