import { data, redirect } from "react-router";
import { isOfficeMove } from "#app/domain/applications/office-moves.ts";
import { mayOffice } from "#app/domain/applications/office-policy.ts";
import { mostExtensionDays } from "#app/domain/applications/correction.ts";
import { can } from "#app/domain/applications/policy.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { addWorkingDays, unsettledYears, type WorkingCalendar } from "#app/domain/shared/working-days.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listStaleSubmitted } from "#app/features/applications/list-stale-pairs.ts";
import { listSubmissions } from "#app/features/applications/list-submissions.ts";
import { listTimeline } from "#app/features/applications/list-timeline.ts";
import { assignOfficer } from "#app/features/applications/office/assign-officer.ts";
import { extendCorrection } from "#app/features/applications/office/extend-correction.ts";
import { listOfficerChoices } from "#app/features/applications/office/list-choices.ts";
import { listFormalCheckRecords } from "#app/features/applications/office/list-formal-check-records.ts";
import { moveApplication } from "#app/features/applications/office/move-application.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { listAssignments } from "#app/features/reviews/office/list-assignments.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import type { RequestContext } from "#app/http/request-context.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PaperLinks } from "#app/ui/paper/paper-links.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/application";
import { AnswerContents } from "./answer-contents.tsx";
import { ApplicationActs } from "./application-acts.tsx";
import { ApplicationFacts } from "./application-facts.tsx";
import { ApplicationHistory } from "./application-history.tsx";
import { ApplicationTop } from "./application-top.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const head = found(await findApplication(ctx, params.id));
  const asked = Number(new URL(request.url).searchParams.get("version"));
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const [submission, versions, timeline, checks, reviewing, officers] = await Promise.all([
    findSubmission(ctx, { applicationId: head.id, ...(version === undefined ? {} : { version }) }),
    listSubmissions(ctx, head.id),
    listTimeline(ctx, head.id),
    listFormalCheckRecords(ctx, head.id),
    listAssignments(ctx, head.id),
    listOfficerChoices(ctx.db.read),
  ]);
  const unsettled = head.dueAt === null ? [] : unsettledAfter(head.dueAt, await readCalendar(ctx.db.read));
  if (version !== undefined && !submission) throw notFound();
  const stale = submission && (await listStaleSubmitted(ctx, submission));
  const mayAct = can(actor, "move", head, ctx.now);
  return {
    ...{
      locale,
      now: ctx.now,
      head,
      submission,
      stale,
      versions,
      timeline,
      checks,
      reviewing,
      officers,
      mayAct,
    },
    self: actor.personId,
    ...{ mayDealOut: mayOffice(actor, "deal_out"), unsettled },
  };
}

/** Years a longer correction could reach into without a final table. */
const unsettledAfter = (dueAt: string, calendar: WorkingCalendar) => {
  const day = beijingDay(dueAt);
  return unsettledYears(day, addWorkingDays(day, mostExtensionDays, calendar), calendar);
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor } = staffOnly(context);
  const form = await readFormData(request);
  const applicationId = params.id;
  const version = Number(form.get("version"));
  const reason = String(form.get("reason") ?? "");
  const intent = String(form.get("intent") ?? "");
  const result = await act(ctx, intent, { applicationId, version, reason, form, self: actor.personId });
  if (result.ok) return redirect(result.to ?? `/staff/applications/${applicationId}`, 303);
  if (result.reason === "not_found") throw notFound();
  const days = String(form.get("days") ?? "");
  return data(
    { refusal: result.reason, intent, reason, days },
    { status: result.reason === "stale" ? 409 : 422 },
  );
}

interface Act {
  applicationId: string;
  version: number;
  reason: string;
  form: FormData;
  self: string;
}

type Refusal = keyof (typeof staffApplicationMessages)["zh"]["refusals"];

async function act(
  ctx: RequestContext["ctx"],
  intent: string,
  { applicationId, version, reason, form, self }: Act,
): Promise<{ ok: true; to?: string } | { ok: false; reason: Refusal }> {
  const base = { applicationId, version };
  if (isOfficeMove(intent)) return moveApplication(ctx, { ...base, move: intent, reason });
  if (intent === "claim") return assignOfficer(ctx, { ...base, officerId: self });
  if (intent === "assign")
    return assignOfficer(ctx, { ...base, officerId: String(form.get("officer") ?? "") });
  if (intent === "extend")
    return extendCorrection(ctx, { ...base, days: Number(form.get("days") ?? ""), reason });
  if (intent !== "start") return { ok: false, reason: "wrong_state" };
  const started = await startFormalCheck(ctx, {
    ...base,
    evenThoughOpen: form.get("evenThoughOpen") === "on",
  });
  return started.ok ? { ok: true, to: `/staff/applications/${applicationId}/check` } : started;
}

export default function Application({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, head, submission, stale, versions } = loaderData;
  const t = staffApplicationMessages[locale];
  const standing = versions[0]?.version;
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{`${head.number ?? ""} ${head.titleZh}`}</PageTitle>
      <ApplicationTop application={head} tab="application" />
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="order-2 min-w-0 xl:order-1">
          {submission && !submission.isCurrent && (
            <Notice tone="warn" className="mb-3">
              {t.olderVersion(submission.version)}{" "}
              <a href={`/staff/applications/${head.id}`}>
                {t.toStanding}
                {standing !== undefined && ` (${t.version(standing)})`}
              </a>
            </Notice>
          )}
          {submission ? (
            <Answers submission={submission} stale={stale} locale={locale} />
          ) : (
            <p className="muted">{t.notReadable}</p>
          )}
        </div>
        <aside className="order-1 grid content-start gap-6 xl:order-2">
          <ApplicationActs {...loaderData} refused={actionData} />
          <ApplicationFacts {...loaderData} />
          <ApplicationHistory {...loaderData} />
        </aside>
      </div>
    </>
  );
}

interface AnswersProps {
  submission: NonNullable<Route.ComponentProps["loaderData"]["submission"]>;
  stale: ReadonlyMap<string, string> | undefined;
  locale: Locale;
}

/** The answers as they were signed, with a table of contents that works on paper and without a script. */
function Answers({ submission, stale = new Map(), locale }: AnswersProps) {
  const { definition, snapshot, env, mayReadRestricted } = submission;
  return (
    <div className="answers">
      <PaperLinks locale={locale} applicationId={submission.head.id} version={submission.version} />
      <AnswerContents submission={submission} />
      <AnswersView
        definition={definition}
        raw={snapshot.raw}
        env={env}
        showRestricted={mayReadRestricted}
        stale={stale}
        fileHref={({ id }) => `/files/${id}`}
        previewFiles
      />
      <BrowserScript name="file-previews" />
    </div>
  );
}
