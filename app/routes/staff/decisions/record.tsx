import { data, redirect } from "react-router";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import type { DecisionRecord } from "#app/features/decisions/decision-record.ts";
import { callBudget } from "#app/features/call-budget.ts";
import { listDecisionsOf } from "#app/features/decisions/list-decisions-of.ts";
import { recordDecision } from "#app/features/decisions/record-decision.ts";
import { findStanding } from "#app/features/reviews/office/find-standing.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { rankingMessages } from "#app/i18n/messages/ranking.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { companyOf, shortNumber, titleOf } from "../applications/list-columns.tsx";
import { outcomeLook, points } from "../ranking/ranking-columns.tsx";
import { budgetRows } from "../budget-rows.tsx";
import type { Route } from "./+types/record";
import { DecisionForm } from "./decision-form.tsx";
import {
  checkTyped,
  type FormProblem,
  problemText,
  readTyped,
  type TypedDecision,
} from "./decision-form-data.ts";
import { DecisionHistory } from "./decision-history.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const application = found(await findApplication(ctx, params.id));
  const [decisions, standing, budget] = await Promise.all([
    listDecisionsOf(ctx, application.id),
    findStanding(ctx, application.callId, application.id),
    callBudget(ctx.db.read, application.callId, application.id),
  ]);
  return {
    ...{ locale, application, decisions, standing, budget },
    recorded: decisions.find(({ state }) => state === "recorded"),
    mayRecord: canDecide(actor, "record", { state: "ic_review" }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const application = found(await findApplication(ctx, params.id));
  const form = await readFormData(request);
  const typed = readTyped(form);
  const budget = await callBudget(ctx.db.read, application.callId, application.id);
  const { input, problems } = checkTyped(typed, { ...application, budget, today: beijingDay(ctx.now) });
  const unreadable = problems.filter((problem) => "money" in problem);
  const replacesId = String(form.get("replacesId") ?? "");
  const replaces = replacesId ? { id: replacesId, version: Number(form.get("replacesVersion")) } : null;
  const answer =
    unreadable.length === 0
      ? await recordDecision(ctx, { ...input, applicationId: application.id, replaces })
      : ({ ok: false, reason: "problems", problems: [] } as const);
  if (answer.ok) return redirect(`/staff/decisions/${answer.decisionId}?done=recorded`, 303);
  if (answer.reason === "not_found") throw notFound();
  if (answer.reason === "problems") {
    // Another approval may have come in between: the command saw it, this page did not.
    const shown: FormProblem[] = problems.length > 0 ? problems : [...answer.problems];
    return data({ typed, problems: shown, refusal: null }, { status: 422 });
  }
  const status = answer.reason === "not_allowed" ? 403 : 409;
  return data({ typed, problems: [] as FormProblem[], refusal: answer.reason }, { status });
}

export default function RecordDecisionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, application, decisions, recorded, mayRecord, budget } = loaderData;
  const t = decisionMessages[locale];
  const problems: readonly FormProblem[] = actionData?.problems ?? [];
  const failed = problems.length > 0 || actionData?.refusal;
  const title = mayRecord ? (recorded ? t.record.supersedeTitle : t.record.title) : t.title;
  const inCommittee = application.state === "ic_review";
  return (
    <>
      <title>{`${failed ? shellMessages[locale].errorPrefix : ""}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/applications/${application.id}`}>{t.record.back}</BackLink>
      <DeskHead
        title={title}
        note={
          <>
            <span className="num-id">{shortNumber(application.number)}</span> {titleOf(application, locale)}
          </>
        }
      />
      <ErrorSummary
        errors={problems.map((problem) => ({
          href: `#${problem.field}`,
          text: problemText(locale, problem),
        }))}
      />
      {actionData?.refusal && (
        <Notice tone="bad" role="alert" className="mb-4 max-w-3xl">
          {t.refusal[actionData.refusal]}
        </Notice>
      )}
      <Facts {...loaderData} />
      {!inCommittee && (
        <Notice tone="warn" className="my-4 max-w-3xl">
          {t.record.wrongState(applicationStateMessages[locale].name[application.state])}
        </Notice>
      )}
      {inCommittee && !mayRecord && <Notice className="my-4 max-w-3xl">{t.record.notYours}</Notice>}
      {mayRecord && (inCommittee || actionData) && (
        <DecisionForm
          recorded={recorded}
          amountRequestedFen={application.amountRequestedFen}
          budget={budget}
          typed={actionData?.typed ?? typedOf(recorded)}
          problems={problems}
          open={inCommittee}
        />
      )}
      <DecisionHistory decisions={decisions} />
    </>
  );
}

type Shown = Route.ComponentProps["loaderData"];

function Facts({ locale, application, standing, budget }: Shown) {
  const t = decisionMessages[locale].record;
  const { amountRequestedFen, maximumFen, callCode, callYear, id } = application;
  const company = { companyZh: application.companyNameZh, companyEn: application.companyNameEn };
  return (
    <SummaryList
      narrow
      className="max-w-3xl"
      rows={[
        { term: t.company, value: companyOf(company, locale) },
        {
          term: t.requested,
          value: amountRequestedFen === null ? "–" : formatMoney(locale, amountRequestedFen),
        },
        ...(maximumFen === null
          ? []
          : [{ term: t.callLimits, value: t.atMost(formatMoney(locale, maximumFen)) }]),
        ...budgetRows(budget, locale),
        {
          term: t.score,
          value: (
            <>
              {standing ? t.place(points(standing.scoreX100), standing.rank, standing.of) : "–"}{" "}
              {standing?.outcome && (
                <Tag {...outcomeLook[standing.outcome]}>
                  {rankingMessages[locale].outcome[standing.outcome]}
                </Tag>
              )}{" "}
              {standing && <a href={`/staff/ranking/${callCode}-${callYear}/${id}`}>{t.sums}</a>}
            </>
          ),
        },
      ]}
    />
  );
}

/** What stands recorded, as it would be typed; the form begins with it. */
const typedOf = (recorded: DecisionRecord | undefined): TypedDecision => ({
  kind: recorded?.kind ?? "",
  amount: recorded?.amountFen != null ? formatWan(recorded.amountFen) : "",
  conditions: recorded?.conditions ?? "",
  reasonCode: recorded?.reasonCode ?? "",
  reasonText: recorded?.reasonText ?? "",
  meetingOn: recorded?.meetingOn ?? "",
  overBudget: recorded?.overBudgetReason ? "1" : "",
  overBudgetReason: recorded?.overBudgetReason ?? "",
});
