import { callBudget } from "#app/features/call-budget.ts";
import { data, redirect } from "react-router";
import { mayCall } from "#app/domain/calls/policy.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { beijingInstant, toBeijingIso } from "#app/domain/shared/beijing-time.ts";
import type { CallRefusal } from "#app/features/calls/office/change-call.ts";
import { closeCall } from "#app/features/calls/office/close-call.ts";
import { extendCall } from "#app/features/calls/office/extend-call.ts";
import { listCallsForOffice, type OfficeCall } from "#app/features/calls/office/list-calls-for-office.ts";
import { publishCall } from "#app/features/calls/office/publish-call.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { startCallReview } from "#app/features/calls/office/start-call-review.ts";
import type { Context } from "#app/features/context.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { callTestMessages } from "#app/i18n/messages/call-tests.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { officeCallMessages } from "#app/i18n/messages/office-calls.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { budgetRows } from "../budget-rows.tsx";
import type { Route } from "./+types/call";
import { CallForms } from "./call-forms.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  const call = found((await listCallsForOffice(ctx)).find(({ id }) => id === params.callId));
  const saved = new URL(request.url).searchParams.has("saved");
  return {
    budget: await callBudget(ctx.db.read, call.id),
    ...{ locale, call, saved, mayRun: mayOffice(actor, "run_calls") },
    mayReadDraft: mayCall(actor, "read"),
    mayTest: mayCall(actor, "test") && call.state === "not_open",
    mayWithdraw: mayCall(actor, "withdraw") && call.state === "not_open" && call.withdrawnAt === null,
  };
}

type Problem = CallRefusal | "format";
type Values = Record<string, string>;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const values: Values = Object.fromEntries(
    [...(await readFormData(request))].map(([name, value]) => [name, String(value)]),
  );
  const result = await carryOut(ctx, params.callId, values);
  if (result === undefined) throw notFound();
  if (result.ok) return redirect(`/staff/calls/${params.callId}?saved=1`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  return data({ problem: result.reason, values }, { status: result.reason === "stale" ? 409 : 422 });
}

type Result = { ok: true } | { ok: false; reason: Problem };

async function carryOut(ctx: Context, callId: string, values: Values): Promise<Result | undefined> {
  const input = { callId, version: Number(values["version"]) };
  const opensAt = instantOf(values["opensAt"]);
  const closesAt = instantOf(values["closesAt"]);
  const format = { ok: false, reason: "format" } as const;
  switch (values["intent"]) {
    case "schedule":
      if (!opensAt || (values["closesAt"] && !closesAt)) return format;
      return scheduleCall(ctx, { ...input, opensAt, closesAt: closesAt ?? null });
    case "extend":
      return closesAt
        ? extendCall(ctx, { ...input, closesAt, reason: values["reason"] ?? "", notice: noticeOf(values) })
        : format;
    case "close":
      return closeCall(ctx, { ...input, reason: values["reason"] ?? "" });
    case "start_review":
      return startCallReview(ctx, input);
    case "publish":
      return publishCall(ctx, input);
    default:
      return undefined;
  }
}

const noticeOf = (values: Values) => ({
  titleZh: values["titleZh"] ?? "",
  titleEn: values["titleEn"] ?? "",
  bodyZh: values["bodyZh"] ?? "",
  bodyEn: values["bodyEn"] ?? "",
});

/** `2027-01-15T17:00` of a date-and-time field, read as Beijing time. */
function instantOf(typed: string | undefined): Date | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(typed ?? "") ?? [];
  if (!day || !time) return undefined;
  const at = beijingInstant(day, time);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

const fieldOf: Record<Problem, string> = {
  times: "closesAt",
  format: "closesAt",
  reason: "reason",
  notice: "titleZh",
  wrong_state: "forms",
  not_ready: "forms",
  not_allowed: "forms",
  not_found: "forms",
  stale: "forms",
};

/** Two forms ask for a reason, each under an id of its own. */
const controlOf = (problem: Problem, values: Values | undefined): string =>
  problem === "reason" && values?.["intent"] === "close" ? "closeReason" : fieldOf[problem];

export default function ManageCall({
  loaderData: { locale, call, saved, mayRun, mayReadDraft, mayTest, mayWithdraw, budget },
  actionData,
}: Route.ComponentProps) {
  const t = officeCallMessages[locale];
  const title = `${call.code} ${locale === "en" ? call.titleEn : call.titleZh}`;
  const problem = actionData?.problem as Problem | undefined;
  const sentences: Partial<Record<Problem, string>> = t.errors;
  const prefix = problem ? shellMessages[locale].errorPrefix : "";
  return (
    <>
      <title>{`${prefix}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/staff/calls">{t.title}</BackLink>
      <h1 className="mt-2">
        {title} <span className="muted">{call.year}</span>
      </h1>
      {mayReadDraft && (
        <p className="mt-2 flex flex-wrap gap-3">
          <LinkButton href={`/staff/calls/${call.id}/edit`}>{callWritingMessages[locale].edit}</LinkButton>
          {mayTest && (
            <LinkButton href={`/staff/calls/${call.id}/tests`}>{callTestMessages[locale].tests}</LinkButton>
          )}
          {mayWithdraw && (
            <LinkButton href={`/staff/calls/${call.id}/withdraw`} variant="quiet">
              {callWritingMessages[locale].withdraw}
            </LinkButton>
          )}
        </p>
      )}
      {!call.listed && (
        <Notice tone="warn" className="measure mt-3">
          {call.withdrawnAt
            ? callWritingMessages[locale].withdrawn(formatDateTime(locale, call.withdrawnAt))
            : callWritingMessages[locale].unlisted}
        </Notice>
      )}
      {saved && !problem && (
        <Notice tone="ok" className="mt-3">
          {t.done}
        </Notice>
      )}
      <ErrorSummary
        errors={
          problem
            ? [
                {
                  href: `#${controlOf(problem, actionData?.values)}`,
                  text: sentences[problem] ?? t.errors.wrong_state,
                },
              ]
            : []
        }
      />
      <h2 className="mt-4">{t.moments}</h2>
      <SummaryList
        narrow
        className="measure"
        rows={[...momentRows(call, locale), ...budgetRows(budget, locale)]}
      />
      {call.listed && !call.ready && (
        <Notice tone="warn" className="measure mt-4">
          {t.notReady}
        </Notice>
      )}
      {mayRun && (
        <div id="forms">
          <CallForms
            call={call}
            initial={defaults(call)}
            refused={
              actionData && {
                values: actionData.values,
                error: problem && { field: fieldOf[problem], text: sentences[problem] ?? "" },
              }
            }
            locale={locale}
          />
        </div>
      )}
    </>
  );
}

function momentRows(call: OfficeCall, locale: "zh" | "en") {
  const t = officeCallMessages[locale];
  const moment = (at: string | null) => (at ? formatDateTime(locale, at) : t.noTime);
  return [
    { term: t.opens, value: moment(call.opensAt) },
    { term: t.closes, value: moment(call.closesAt) },
    { term: t.reviewStarted, value: moment(call.reviewStartedAt) },
    { term: t.published, value: moment(call.publishedAt) },
  ];
}

const defaults = (call: OfficeCall): Values => ({
  opensAt: call.opensAt ? toBeijingIso(call.opensAt).slice(0, 16) : "",
  closesAt: call.closesAt ? toBeijingIso(call.closesAt).slice(0, 16) : "",
});
