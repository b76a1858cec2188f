import { data, redirect } from "react-router";
import { type Concession, concessions, mostFairPairs, readMix } from "#app/domain/reviews/assignment-run.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { addDays, beijingDay } from "#app/domain/shared/beijing-time.ts";
import { addWorkingDays } from "#app/domain/shared/working-days.ts";
import { assignmentMix } from "#app/features/reviews/proposal/assignment-mix.ts";
import { changeMix } from "#app/features/reviews/proposal/change-mix.ts";
import { cancelRun } from "#app/features/reviews/proposal/end-run.ts";
import { type CallToAssign, findCall } from "#app/features/reviews/proposal/find-call.ts";
import { findPreparation, previewMix } from "#app/features/reviews/proposal/find-preparation.ts";
import { findRun } from "#app/features/reviews/proposal/find-run.ts";
import { loadReviewers } from "#app/features/reviews/proposal/load-reviewers.ts";
import { nameOutcome } from "#app/features/reviews/proposal/name-outcome.ts";
import { startAgain, startRun } from "#app/features/reviews/proposal/start-run.ts";
import { readCalendar } from "#app/features/working-calendar.ts";
import { found } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import type { RequestContext } from "#app/http/request-context.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/prepare";
import { CallTop } from "./call-top.tsx";
import { MixForm } from "./mix-form.tsx";
import { PreparationFacts } from "./preparation-facts.tsx";
import type { Refusal, Typed } from "./refusal.ts";
import { RunState } from "./run-state.tsx";
import { StartForm } from "./start-form.tsx";

/** Two weeks of work, unless the officer says otherwise. */
const usualWorkingDays = 10;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const query = new URL(request.url).searchParams;
  const today = beijingDay(ctx.now);
  const calendar = await readCalendar(ctx.db.read);
  const usualDue = addWorkingDays(today, usualWorkingDays, calendar);
  const [run, mix, reviewers] = [
    await findRun(ctx, call.id),
    await assignmentMix(ctx.db.read, call.id),
    await loadReviewers(ctx.db.read),
  ];
  const typed = Object.fromEntries(
    (["declared", "text", "wish"] as const).map((part) => [part, query.get(part) ?? ""]),
  ) as Record<"declared" | "text" | "wish", string>;
  const tried = query.has("preview") ? readMix(typed) : null;
  const preparation = await findPreparation(ctx, call, reviewers, usualDue);
  return {
    ...{ locale, now: ctx.now, call, reference: params.call, run, mix, preparation, usualDue },
    ...{ tomorrow: addDays(today, 1), tried, typed: query.has("preview") ? typed : null },
    names: await nameOutcome(ctx, run?.outcome ?? null),
    preview: await previewMix(ctx, call.id, reviewers, tried ?? mix.weights),
    mayPropose: mayReview(actor, "propose"),
    mayBeFair: preparation.applications * reviewers.length <= mostFairPairs,
    saved: query.has("saved"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const form = await readFormData(request);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const intent = typed["intent"] ?? "";
  const result = await act(ctx, call, intent, typed);
  const base = `/staff/assignments/${params.call}`;
  if (result.ok) return redirect(intent === "mix" ? `${base}?saved=1#mix` : base, 303);
  return data(
    { refusal: result.reason, intent, typed },
    { status: result.reason === "stale" || result.reason === "busy" ? 409 : 422 },
  );
}

function act(
  ctx: RequestContext["ctx"],
  call: CallToAssign,
  intent: string,
  typed: Typed,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const text = (name: string) => typed[name] ?? "";
  switch (intent) {
    case "mix":
      return changeMix(ctx, {
        ...{ callId: call.id, declared: text("declared"), text: text("text"), wish: text("wish") },
        ...{ wishesOpen: text("wishesOpen") === "on", version: Number(text("version")) },
      });
    case "start":
      return startRun(ctx, call, {
        ...{ kind: text("kind"), seed: text("seed"), least: text("least"), dueOn: text("dueOn") },
        withoutAbsent: text("withoutAbsent") === "on",
      });
    case "cancel":
      return cancelRun(ctx, call.id);
    default:
      return isConcession(intent)
        ? startAgain(ctx, call.id, Number(text("version")), intent)
        : Promise.resolve({ ok: false, reason: "not_found" });
  }
}

const isConcession = (text: string): text is Concession => (concessions as readonly string[]).includes(text);

export default function Prepare({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, run, mayPropose, preparation } = loaderData;
  const t = proposalMessages[locale];
  const isBusy = run !== undefined && ["queued", "running", "proposed"].includes(run.state);
  const refused = (intent: string) => (actionData?.intent === intent ? actionData : undefined);
  return (
    <>
      <CallTop
        {...loaderData}
        step="prepare"
        hasProposal={run?.state === "proposed"}
        hasErrors={actionData !== undefined}
      />
      {actionData && (
        <ErrorSummary
          errors={[{ href: fieldOf(actionData.refusal), text: t.refusals[actionData.refusal] }]}
        />
      )}
      {loaderData.saved && !actionData && (
        <Notice tone="ok" role="status" className="measure my-3">
          {t.mix.saved}
        </Notice>
      )}
      <p className="measure my-4">{t.entryLead}</p>
      {run && <RunState {...loaderData} run={run} />}
      <PreparationFacts {...loaderData} />
      <MixForm {...loaderData} refused={refused("mix")} />
      {mayPropose && !isBusy && preparation.applications > 0 && (
        <StartForm {...loaderData} refused={refused("start")} />
      )}
      {preparation.applications === 0 && <p className="muted mt-6">{t.start.none}</p>}
      <BrowserScript name="live-progress" />
    </>
  );
}

const fields: Partial<Record<Refusal, string>> = {
  weights: "#declared",
  kind: "#kind",
  too_many_for_fair: "#kind",
  seed: "#seed",
  least: "#least",
  due: "#dueOn",
};

const fieldOf = (refusal: Refusal): string => fields[refusal] ?? "#main";
