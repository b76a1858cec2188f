import { data, redirect } from "react-router";
import { isActive } from "#app/domain/reviews/assignment-workflow.ts";
import { disciplines } from "#app/domain/reviews/coverage.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { addDays, beijingDay } from "#app/domain/shared/beijing-time.ts";
import { addWorkingDays } from "#app/domain/shared/working-days.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { readCursor } from "#app/features/keyset.ts";
import { assignReviewer } from "#app/features/reviews/office/assign-reviewer.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { listAssignments } from "#app/features/reviews/office/list-assignments.ts";
import { type CandidateFilter, listCandidates } from "#app/features/reviews/office/list-candidates.ts";
import { withdrawAssignment } from "#app/features/reviews/office/withdraw-assignment.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import type { RequestContext } from "#app/http/request-context.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/reviewers";
import { ApplicationTop } from "./application-top.tsx";
import { AssignedReviewers } from "./assigned-reviewers.tsx";
import { CandidateList } from "./candidate-list.tsx";
import { RecordConflict } from "./record-conflict.tsx";

/** Two weeks of work, unless the officer says otherwise. */
const usualWorkingDays = 10;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const head = found(await findApplication(ctx, params.id));
  const query = new URL(request.url).searchParams;
  const filter = readFilter(query);
  const [reviewing, candidates, calendar] = await Promise.all([
    listAssignments(ctx, head.id),
    listCandidates(ctx, head.id, filter, readCursor(query)),
    readCalendar(ctx.db.read),
  ]);
  const today = beijingDay(ctx.now);
  return {
    ...{ locale, now: ctx.now, head, filter, reviewing, candidates },
    mayAssign: mayReview(actor, "assign", { state: head.state }),
    mayWithdraw: mayReview(actor, "withdraw", { state: head.state }),
    tomorrow: addDays(today, 1),
    usualDue: addWorkingDays(today, usualWorkingDays, calendar),
  };
}

const readFilter = (query: URLSearchParams): CandidateFilter => ({
  text: (query.get("text") ?? "").trim().slice(0, 100),
  discipline: disciplines.find((each) => each === query.get("discipline")) ?? null,
  free: query.has("free"),
});

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const form = await readFormData(request);
  const intent = String(form.get("intent") ?? "");
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const result = await act(ctx, params.id, intent, typed);
  if (result.ok) return redirect(new URL(request.url).pathname + new URL(request.url).search, 303);
  if (result.reason === "not_found") throw notFound();
  return data({ refusal: result.reason, intent, typed }, { status: result.reason === "stale" ? 409 : 422 });
}

type Refusal = keyof (typeof assignMessages)["zh"]["refusals"];

function act(
  ctx: RequestContext["ctx"],
  applicationId: string,
  intent: string,
  typed: Readonly<Record<string, string>>,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const text = (name: string) => typed[name] ?? "";
  switch (intent) {
    case "assign":
      return assignReviewer(ctx, { applicationId, reviewerId: text("reviewer"), dueOn: text("dueOn") });
    case "withdraw":
      return withdrawAssignment(ctx, {
        ...{ assignmentId: text("assignment"), version: Number(text("version")), reason: text("reason") },
      });
    case "confirm":
    case "dismiss":
      return judgeConflict(ctx, {
        ...{ applicationId, personId: text("person"), kind: text("kind"), note: text("note") },
        verdict: intent === "confirm" ? "confirmed" : "dismissed",
        ...(typed["fact"] === undefined ? {} : { fact: typed["fact"] }),
        source: text("source") === "detected" ? "detected" : "office",
      });
    default:
      return Promise.resolve({ ok: false, reason: "wrong_state" });
  }
}

export default function Reviewers({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, head, reviewing, candidates, mayAssign } = loaderData;
  const t = assignMessages[locale];
  const people = [
    ...reviewing.assignments.map(({ reviewerId, reviewer }) => ({ id: reviewerId, name: reviewer })),
    ...candidates.rows.map(({ personId, name }) => ({ id: personId, name })),
  ].filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
  const active = reviewing.assignments.filter(({ state }) => isActive(state)).length;
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{`${t.page.title} ${head.number ?? ""}`}</PageTitle>
      <ApplicationTop application={head} tab="reviewers" />
      {actionData && (
        <ErrorSummary
          errors={[{ href: fieldOf(actionData.refusal), text: t.refusals[actionData.refusal] }]}
        />
      )}
      <AssignedReviewers {...loaderData} active={active} />
      {mayAssign ? (
        <CandidateList {...loaderData} typed={actionData?.typed} />
      ) : (
        <p className="muted">{t.page.closed}</p>
      )}
      {mayAssign && <RecordConflict people={people} locale={locale} typed={actionData?.typed} />}
      <BrowserScript name="staff-list" />
    </>
  );
}

const fieldOf = (refusal: Refusal): string =>
  (({ due: "#dueOn", kind: "#record-kind", note: "#record-note" }) as Partial<Record<Refusal, string>>)[
    refusal
  ] ?? "#main";
