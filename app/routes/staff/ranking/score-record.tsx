import { data, redirect } from "react-router";
import { isOfficeMove } from "#app/domain/applications/office-moves.ts";
import { can } from "#app/domain/applications/policy.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { subjectOf } from "#app/features/applications/application-head.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { moveApplication } from "#app/features/applications/office/move-application.ts";
import type { Context } from "#app/features/context.ts";
import { findCalibratedSums } from "#app/features/reviews/office/find-calibrated-sums.ts";
import { findRankedCall } from "#app/features/reviews/office/find-ranked-call.ts";
import { findScoreRecord } from "#app/features/reviews/office/find-score-record.ts";
import { findStanding } from "#app/features/reviews/office/find-standing.ts";
import { orderTies } from "#app/features/reviews/office/order-ties.ts";
import { rubricOfVersion } from "#app/features/rubric-versions.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { scorePaperMessages } from "#app/i18n/messages/score-paper.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { companyOf, shortNumber, titleOf } from "../applications/list-columns.tsx";
import { StateName } from "../state-name.tsx";
import type { Route } from "./+types/score-record";
import { CalibratedSumsSection } from "./calibrated-sums.tsx";
import { MoveForm } from "./move-form.tsx";
import { floorsText } from "./floors-text.ts";
import { ScoreFacts } from "./score-facts.tsx";
import { ScoreSums } from "./score-sums.tsx";
import { scoreView } from "./score-view.ts";
import { SheetComments } from "./sheet-comments.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { TieForm } from "./tie-form.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const call = found(await findRankedCall(ctx, params.call));
  const application = found(await findApplication(ctx, params.applicationId));
  if (application.callId !== call.id) throw notFound();
  const [record, standing, calibrated] = await Promise.all([
    findScoreRecord(ctx, application.id),
    findStanding(ctx, call.id, application.id),
    findCalibratedSums(ctx, call.id, application.id),
  ]);
  const rubric = record?.rubric ?? (await rubricOfVersion(ctx.db.read, call.rubricVersionId));
  return {
    ...{ locale, reference: params.call, application, standing, calibrated },
    criteria: rubric.criteria.map(({ key, name, weight }) => ({ key, name: name[locale], weight })),
    tieBreak: rubric.tieBreak,
    floorsText: floorsText(rubric, locale),
    score: record && scoreView(record),
    done: new URL(request.url).searchParams.get("done"),
    mayMove: can(actor, "move", subjectOf(application), ctx.now),
    mayOrderTies: mayReview(actor, "order_ties"),
    namesReviewers: mayReview(actor, "read_reviewer_names"),
  };
}

type Problem = keyof (typeof rankingMessages)["zh"]["errors"];

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findRankedCall(ctx, params.call));
  const application = found(await findApplication(ctx, params.applicationId));
  if (application.callId !== call.id) throw notFound();
  const form = await readFormData(request);
  const intent = String(form.get("intent") ?? "");
  const answer = isOfficeMove(intent)
    ? await moveApplication(ctx, {
        ...{ applicationId: application.id, move: intent, version: Number(form.get("version")) },
        reason: String(form.get("reason") ?? ""),
      })
    : intent === "order_ties"
      ? await putInOrder(ctx, call.id, application.id, form)
      : undefined;
  if (!answer) throw data(null, { status: 400 });
  if (answer.ok) {
    const done = isOfficeMove(intent) ? "moved" : "ordered";
    return redirect(`/staff/ranking/${params.call}/${application.id}?done=${done}`, 303);
  }
  if (answer.reason === "not_found") throw notFound();
  const reason = String(form.get("reason") ?? "");
  const places = Object.fromEntries(placesOf(form));
  return data(
    { problem: answer.reason satisfies Problem, reason, places },
    { status: statusOf(answer.reason) },
  );
}

const statusOf = (problem: Problem): number =>
  problem === "not_allowed" ? 403 : problem === "reason" || problem === "order" ? 422 : 409;

const placesOf = (form: FormData): [id: string, place: string][] =>
  [...form].flatMap(([name, value]) =>
    name.startsWith("place-") ? [[name.slice("place-".length), String(value)]] : [],
  );

/** The order as it was posted, against the group as it stands now. */
async function putInOrder(ctx: Context, callId: string, applicationId: string, form: FormData) {
  const places = placesOf(form).map(([id, place]) => ({ id, place: Number(place) }));
  const isOrder = places
    .map(({ place }) => place)
    .toSorted((a, b) => a - b)
    .every((place, index) => place === index + 1);
  if (!places.some(({ id }) => id === applicationId)) return { ok: false, reason: "not_a_tie" } as const;
  if (!isOrder && mayReview(ctx.actor, "order_ties")) return { ok: false, reason: "order" } as const;
  return orderTies(ctx, {
    callId,
    applicationIds: places.toSorted((a, b) => a.place - b.place).map(({ id }) => id),
  });
}

export default function ScoreRecordPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, application, standing, score, criteria, reference } = loaderData;
  const t = rankingMessages[locale];
  const problem: Problem | undefined = actionData?.problem;
  const title = `${shortNumber(application.number)} ${titleOf(application, locale)}`;
  const company = { companyZh: application.companyNameZh, companyEn: application.companyNameEn };
  return (
    <>
      <title>{`${problem ? shellMessages[locale].errorPrefix : ""}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/ranking/${reference}`}>{t.record.back}</BackLink>
      <DeskHead title={title} note={companyOf(company, locale)}>
        <StateName state={application.state} />
        <LinkButton size="sm" href={`/staff/applications/${application.id}`}>
          {t.record.open}
        </LinkButton>
        {score && (
          <LinkButton
            size="sm"
            href={`/staff/ranking/${reference}/${application.id}/pdf?language=${locale}`}
            download
          >
            {scorePaperMessages[locale].download}
          </LinkButton>
        )}
      </DeskHead>
      <Outcome {...loaderData} problem={problem} />
      {!score && <EmptyState title={t.record.none}>{t.record.noneText}</EmptyState>}
      {score && (
        <>
          <ScoreFacts score={score} standing={standing} floorsText={loaderData.floorsText} />
          <SheetTable
            {...{ score, criteria, named: loaderData.namesReviewers }}
            seenHref={
              loaderData.namesReviewers
                ? (reviewId) => `/staff/ranking/${reference}/${application.id}/seen/${reviewId}`
                : undefined
            }
          />
          <ScoreSums score={score} />
          {loaderData.calibrated && (
            <CalibratedSumsSection sums={loaderData.calibrated} sheets={score.sheets.length} />
          )}
        </>
      )}
      {standing && standing.ties.length > 0 && (
        <TieForm
          standing={standing}
          tieBreak={loaderData.tieBreak}
          mayOrder={loaderData.mayOrderTies}
          typed={actionData?.places ?? {}}
          error={problem === "order" ? t.errors.order : undefined}
        />
      )}
      {loaderData.mayMove && (
        <MoveForm
          application={application}
          reviews={score?.sheets.length ?? 0}
          moderated={(score?.moderation.length ?? 0) > 0}
          reason={actionData?.reason ?? ""}
          error={problem === "reason" ? t.errors.reason : undefined}
        />
      )}
      {score && <SheetComments score={score} criteria={criteria} />}
    </>
  );
}

type Shown = Route.ComponentProps["loaderData"] & { problem: Problem | undefined };

function Outcome({ locale, application, done, problem }: Shown) {
  const t = rankingMessages[locale];
  if (problem === "reason") return <ErrorSummary errors={[{ href: "#reason", text: t.errors.reason }]} />;
  if (problem === "order") return <ErrorSummary errors={[{ href: "#ties", text: t.errors.order }]} />;
  if (problem)
    return (
      <Notice tone="bad" role="alert" className="mb-4">
        {t.errors[problem]}
      </Notice>
    );
  if (done !== "moved" && done !== "ordered") return null;
  return (
    <Notice tone="ok" role="status" className="mb-4">
      {done === "ordered"
        ? t.record.tieDone
        : t.record.moveDone(applicationStateMessages[locale].name[application.state])}
    </Notice>
  );
}
