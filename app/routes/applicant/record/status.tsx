import { data, redirect } from "react-router";
import { companyRole } from "#app/domain/accounts/actor.ts";
import { receiptNumber } from "#app/domain/applications/application-number.ts";
import { can } from "#app/domain/applications/policy.ts";
import { acceptsSubmissions } from "#app/domain/calls/call-state.ts";
import { transition } from "#app/domain/applications/workflow.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { listDraftFiles } from "#app/features/applications/find-draft.ts";
import { findOutcome } from "#app/features/applications/find-outcome.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { listSubmissions } from "#app/features/applications/list-submissions.ts";
import { listTimeline, type TimelineEvent } from "#app/features/applications/list-timeline.ts";
import { replyToFlag } from "#app/features/applications/reply-to-flag.ts";
import { listCompanyQuestions } from "#app/features/reviews/questions/list-company-questions.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatDateTime, formatRecent, formatShortDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import type { Route } from "./+types/status";
import { CorrectionList, flaggedPlaces } from "./correction-list.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { QuestionsNotice } from "./questions-notice.tsx";
import { statusSteps } from "./status-steps.ts";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const head = found(await findApplication(ctx, params.id, { tests: true }));
  const role = found(companyRole(actor, head.companyId));
  const correcting = head.state === "supplement_required";
  const [timeline, submissions, outcome, corrections, questions] = await Promise.all([
    listTimeline(ctx, head.id),
    listSubmissions(ctx, head.id),
    findOutcome(ctx, head.id),
    correcting ? listCorrectionItems(ctx.db.read, head.id, head.correctionRound) : [],
    listCompanyQuestions(ctx, head.id),
  ]);
  const files = correcting ? await listDraftFiles(ctx.db.read, head.id) : [];
  const definition = correcting ? await formOfVersion(ctx.db.read, head.formVersionId) : undefined;
  return {
    ...{ locale, now: ctx.now, head, timeline, submissions, outcome, questions },
    places: definition ? flaggedPlaces(definition, corrections, files, locale) : [],
    mayEdit: role !== "viewer",
    mayReply: can(actor, "edit", head, ctx.now),
    mayWithdraw: role === "owner" && transition(head.state, "withdraw", "owner") !== null,
    taking: acceptsSubmissions(head, ctx.now),
  };
}

/** The company's words on one flag. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const form = await readFormData(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const [itemId, reply] = [text("item"), text("reply")];
  const result = await replyToFlag(ctx, { applicationId: params.id, itemId, reply, seen: text("seen") });
  if (result.ok) return redirect(`/applications/${params.id}/status#flag-${itemId}`, 303);
  if (result.reason === "not_found") throw notFound();
  return data(
    { unsaved: { itemId, reply, problem: result.reason } },
    { status: result.reason === "too_long" ? 422 : 409 },
  );
}

export default function Status({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, now, head, timeline, submissions, outcome, places, mayEdit, mayWithdraw, taking } =
    loaderData;
  const t = recordMessages[locale];
  const title = (locale === "en" && head.titleEn) || head.titleZh || t.status.untitled;
  const latest = submissions[0];
  return (
    <div className="wrap pt-5">
      <title>{`${t.status.title[head.state]} – ${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href="/workspace">{siteMessages[locale].workspace}</BackLink>
      <div className="grid gap-x-16 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div>
          <p className="eyebrow">
            {head.number && `${head.number} · `}
            {head.callCode} {locale === "en" ? head.callTitleEn : head.callTitleZh}
          </p>
          <h1 className="mt-1">{title}</h1>
          <QuestionsNotice applicationId={head.id} questions={loaderData.questions} locale={locale} />
          <StateNotice {...{ loaderData, mayEdit, taking }} count={places.length} />
          <OutcomePanel outcome={outcome} locale={locale} />
          {places.length > 0 && (
            <CorrectionList
              {...{ head, places, locale }}
              mayReply={loaderData.mayReply}
              unsaved={actionData?.unsaved}
            />
          )}
          <section className="mt-10">
            <h2>{t.status.events}</h2>
            <ul className="rule mt-2">
              {timeline.toReversed().map((event) => (
                <li
                  key={event.seq}
                  className="border-base-300 flex flex-wrap justify-between gap-x-4 border-b py-2"
                >
                  <span>
                    {eventWords(event, locale)}
                    {event.actorName && <span className="muted ms-2 text-sm">{event.actorName}</span>}
                  </span>
                  <time className="muted nowrap text-sm" dateTime={event.at}>
                    {formatRecent(locale, event.at, now)}
                  </time>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <aside className="self-start">
          <h2 className="mb-4 text-base">{t.status.next}</h2>
          <Timeline steps={statusSteps(head, timeline, locale)} />
          <p className="links mt-2 flex flex-wrap gap-x-5 text-sm">
            {latest && head.number && (
              <>
                <a href={`/applications/${head.id}/receipt/${latest.version}`}>
                  {t.status.receipt(receiptNumber(head.number, latest.version))}
                </a>
                <a href={`/applications/${head.id}/print`}>{t.status.view}</a>
              </>
            )}
            {mayWithdraw && <a href={`/applications/${head.id}/withdraw`}>{t.status.withdraw}</a>}
          </p>
          <h2 className="mt-8 text-base">{t.status.ask}</h2>
          <p className="mt-1 text-sm">{t.status.askText("0351-000-0000")}</p>
        </aside>
      </div>
    </div>
  );
}

function eventWords({ type, data }: TimelineEvent, locale: Locale): string {
  const words: Partial<Record<TimelineEvent["type"], string>> = recordMessages[locale].event;
  const states: Record<string, string | undefined> = applicationStateMessages[locale].name;
  const to = states[String(data["to"])];
  return type === "application.stage_changed" && to
    ? recordMessages[locale].movedTo(to)
    : (words[type] ?? type);
}

interface StateNoticeProps {
  loaderData: Route.ComponentProps["loaderData"];
  mayEdit: boolean;
  taking: boolean;
  count: number;
}

/** First what is wanted and by when, then why, then the button. */
function StateNotice({
  loaderData: { locale, now, head, timeline, questions },
  mayEdit,
  taking,
  count,
}: StateNoticeProps) {
  const t = recordMessages[locale].status;
  const yours = head.state === "supplement_required";
  const lapsed = head.state === "not_accepted" && timeline.some(({ type }) => type === "application.lapsed");
  const due = head.dueAt && formatShortDateTime(locale, head.dueAt);
  const late = yours && head.dueAt !== null && now.toISOString() >= head.dueAt;
  const tone = yours ? "warn" : head.state === "public_notice" ? "ok" : "info";
  // “You need do nothing now” would not be true.
  const asked = questions.some(({ standing }) => standing === "forwarded");
  const button =
    yours && !late
      ? t.startCorrection
      : head.state === "draft"
        ? t.resume
        : head.state === "submitted" && taking
          ? t.edit
          : undefined;
  return (
    <Notice tone={tone} glyph={false} className="mt-6">
      <p className="text-sm">
        <ApplicationStateTag state={head.state}>
          {applicationStateMessages[locale].name[head.state]}
        </ApplicationStateTag>
      </p>
      <p className="mt-2 text-xl font-semibold">
        {yours && due ? (late ? t.overdue(due) : t.dueBefore(due, count)) : t.title[head.state]}
      </p>
      <p className="mt-1" hidden={asked}>
        {head.state === "submitted" && !taking
          ? t.awaitingCheck
          : lapsed
            ? t.lapsed
            : t.next_step[head.state]}
      </p>
      {(head.state === "submitted" || head.state === "draft") && head.closesAt && taking && (
        <p className="muted mt-1 text-sm">{t.closes(formatDateTime(locale, head.closesAt))}</p>
      )}
      {button && mayEdit && (
        <p className="mt-4">
          <LinkButton
            href={`/applications/${head.id}`}
            variant={head.state === "submitted" ? undefined : "primary"}
          >
            {button}
          </LinkButton>
        </p>
      )}
    </Notice>
  );
}
