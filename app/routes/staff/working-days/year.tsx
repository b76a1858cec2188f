import { data, redirect } from "react-router";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import {
  checkHolidayYear,
  emptyHoliday,
  type HolidayFault,
  mayTabulate,
  type TypedHolidayYear,
  typedOfYear,
} from "#app/domain/shared/holiday-year.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import {
  changeHolidays,
  type HolidayEffect,
  previewHolidays,
} from "#app/features/applications/office/change-holidays.ts";
import type { Context } from "#app/features/context.ts";
import { readHolidayYears } from "#app/features/working-calendar.ts";
import { notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/year";
import { EffectPanel } from "./effect-panel.tsx";
import { faultLinks } from "./fault-links.ts";
import { HolidayFields } from "./holiday-fields.tsx";
import { PasteOutcomeNotice, PasteFields } from "./paste-fields.tsx";
import {
  type HolidayForm,
  type PasteOutcome,
  readHolidayForm,
  withPasted,
  withRows,
} from "./read-holiday-form.ts";
import { RemoveTable } from "./remove-table.tsx";
import { HolidayFacts } from "./year-table.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const year = readYear(ctx, params.year);
  if (!mayOffice(actor, "change_working_days")) throw notFound();
  const years = await readHolidayYears(ctx.db.read);
  const stored = years.find((each) => each.year === year);
  return { locale, year, stored: stored ?? null, hasOthers: years.length > 0 };
}

function readYear(ctx: Context, param: string): number {
  const year = /^\d{4}$/.test(param) ? Number(param) : Number.NaN;
  if (!mayTabulate(year, beijingDay(ctx.now))) throw notFound();
  return year;
}

interface Answer {
  typed: TypedHolidayYear;
  version: number;
  pasted: string;
  reason: string;
  faults?: readonly HolidayFault[];
  paste?: PasteOutcome;
  /** What saving (or removing) would change. */
  effect?: HolidayEffect;
  removing?: boolean;
  problem?: "reason" | "stale" | "effect_changed" | "pasted";
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor } = staffOnly(context);
  const year = readYear(ctx, params.year);
  if (!mayOffice(actor, "change_working_days")) throw notFound();
  const form = readHolidayForm(await readFormData(request));
  const { typed, version, pasted, reason } = form;
  const answer: Answer = { typed, version, pasted, reason };
  const changed = withRows(form);
  if (changed) return data({ ...answer, typed: changed });
  if (form.intent === "read") {
    const { typed: filled, outcome } = withPasted(form, year);
    const nothing = outcome.holidays === 0 && outcome.worked === 0;
    if (nothing) return data({ ...answer, paste: outcome, problem: "pasted" as const }, { status: 422 });
    return data({ ...answer, typed: filled, paste: outcome, pasted: "" });
  }
  return await checkOrSave(ctx, year, form, answer);
}

/** Shows what a change does, and makes it when that has been seen. */
async function checkOrSave(ctx: Context, year: number, form: HolidayForm, answer: Answer) {
  const removing = form.intent === "check_remove" || form.intent === "remove_table";
  const checked = removing ? null : checkHolidayYear(year, form.typed);
  if (checked && !checked.ok) return data({ ...answer, faults: checked.faults }, { status: 422 });
  const change = { year, table: checked?.year ?? null };
  const preview = async (problem?: Answer["problem"], status = 200) => {
    const effect = await previewHolidays(ctx, change);
    return data({ ...answer, effect, removing, ...(problem ? { problem } : {}) }, { status });
  };
  if (form.intent !== "save" && form.intent !== "remove_table") return preview();
  const { version, reason, seen } = form;
  const result = await changeHolidays(ctx, { ...change, version, reason, seen });
  if (result.ok) {
    const moved = result.moved > 0 ? `&moved=${result.moved}` : "";
    return redirect(`/staff/working-days?saved=1${moved}${removing ? `&removed=${year}` : ""}`, 303);
  }
  if (result.reason === "not_allowed" || result.reason === "year") throw notFound();
  if (result.reason !== "stale") return preview(result.reason, result.reason === "reason" ? 422 : 409);
  const theirs = (await readHolidayYears(ctx.db.read)).find((each) => each.year === year);
  return data({ ...answer, version: theirs?.version ?? 0, problem: "stale" as const }, { status: 409 });
}

export default function HolidaysOfYear({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, year, stored } = loaderData;
  const t = workingDayMessages[locale];
  const answer = actionData as Answer | undefined;
  const typed = answer?.typed ?? initial(stored);
  const { effect, problem, removing = false } = answer ?? {};
  const faults = answer?.faults ?? [];
  const links = faultLinks(locale, faults);
  const version = answer?.version ?? stored?.version ?? 0;
  return (
    <>
      <PageTitle hasErrors={links.length > 0 || problem !== undefined}>{t.editTitle(year)}</PageTitle>
      <BackLink href="/staff/working-days">{t.back}</BackLink>
      <DeskHead title={t.editTitle(year)} />
      <ErrorSummary errors={[...links, ...problemLinks(answer, locale)]} />
      {(problem === "stale" || problem === "effect_changed") && (
        <Notice tone="bad" role="alert" className="measure my-4">
          {problem === "stale" ? t.errors.stale(year) : t.errors.effect_changed}
        </Notice>
      )}
      {problem === "stale" && (
        <section aria-labelledby="theirs" className="mb-6">
          <h2 id="theirs">{t.theirs}</h2>
          {stored ? <HolidayFacts year={stored} locale={locale} /> : <p>{t.theirsRemoved}</p>}
        </section>
      )}
      {answer?.paste && problem !== "pasted" && <PasteOutcomeNotice locale={locale} outcome={answer.paste} />}
      <form method="post" noValidate>
        {/* Enter in a field looks; it never saves. */}
        <button className="sr-only" name="intent" value="check" tabIndex={-1} aria-hidden="true">
          {t.check}
        </button>
        <input type="hidden" name="version" value={version} />
        {!effect && answer?.reason && <input type="hidden" name="reason" value={answer.reason} />}
        {effect && (
          <EffectPanel
            effect={effect}
            removing={removing}
            reason={answer?.reason ?? ""}
            reasonError={problem === "reason" ? t.errors.reason : undefined}
            locale={locale}
          />
        )}
        <PasteFields
          locale={locale}
          pasted={answer?.pasted ?? ""}
          error={problem === "pasted" ? t.nothingRead : undefined}
          open={stored === null || problem === "pasted"}
        />
        <HolidayFields locale={locale} typed={typed} faults={faults} />
        {stored && !removing && <RemoveTable locale={locale} />}
      </form>
    </>
  );
}

const initial = (stored: Parameters<typeof typedOfYear>[0] | null): TypedHolidayYear =>
  stored
    ? typedOfYear(stored)
    : {
        ...{ sourceZh: "", sourceEn: "", noticeOn: "", final: false, worked: "" },
        rows: Array.from({ length: 7 }, () => emptyHoliday),
      };

function problemLinks(answer: Answer | undefined, locale: "zh" | "en") {
  const t = workingDayMessages[locale];
  if (answer?.problem === "reason") return [{ href: "#reason", text: t.errors.reason }];
  return answer?.problem === "pasted" ? [{ href: "#pasted", text: t.nothingRead }] : [];
}
