import { data, redirect } from "react-router";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { meantCall } from "#app/domain/calls/call-reference.ts";
import { readListFilter } from "#app/domain/applications/list-filter.ts";
import { listApplications } from "#app/features/applications/office/list-applications.ts";
import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { listCallChoices } from "#app/features/applications/office/list-choices.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { readCursor } from "#app/features/keyset.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { listConflicts } from "#app/features/reviews/office/list-conflicts.ts";
import { listLateReviews } from "#app/features/reviews/office/list-late-reviews.ts";
import { listCallsToPropose } from "#app/features/reviews/proposal/list-calls-to-propose.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/assignments";
import { LateTable, ShortTable } from "./assignment-tables.tsx";
import { ConflictTable } from "./conflict-table.tsx";

const views = ["short", "conflicts", "judged", "late"] as const;
type View = (typeof views)[number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const query = new URL(request.url).searchParams;
  const view = views.find((each) => each === query.get("view")) ?? "short";
  const calls = await listCallChoices(ctx.db.read);
  const call = meantCall(calls, query.get("call") ?? "");
  const filter = await resolveFilter(ctx, { ...readListFilter(query), need: "short_of_reviewers" }, calls);
  const cursor = readCursor(query);
  const narrowed = call ? { callId: call.id } : {};
  return {
    ...{ locale, now: ctx.now, view, call: call?.code ?? null, counts: found(await countForRail(ctx)) },
    short: view === "short" ? await listApplications(ctx, filter, cursor) : null,
    conflicts:
      view === "conflicts" || view === "judged"
        ? await listConflicts(ctx, cursor, { ...narrowed, judged: view === "judged" })
        : null,
    late: view === "late" ? await listLateReviews(ctx, cursor, narrowed) : null,
    toPropose: await listCallsToPropose(ctx, calls),
    mayJudge: mayReview(actor, "judge_conflict", { state: "expert_review" }),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const form = await readFormData(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const result = await judgeConflict(ctx, {
    ...{
      applicationId: text("application"),
      personId: text("person"),
      kind: text("kind"),
      fact: text("fact"),
      note: text("note"),
    },
    verdict: text("intent") === "confirm" ? "confirmed" : "dismissed",
    source: text("source") === "detected" ? "detected" : "office",
  });
  const { pathname, search } = new URL(request.url);
  if (result.ok) return redirect(`${pathname}${search}`, 303);
  if (result.reason === "not_found") throw notFound();
  return data(
    { refusal: result.reason, typed: { conflict: text("conflict"), note: text("note") } },
    { status: 422 },
  );
}

export default function Assignments({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, view, call, counts } = loaderData;
  const t = assignMessages[locale];
  const { keys } = staffListMessages[locale];
  const page = loaderData.short ?? loaderData.conflicts ?? loaderData.late;
  const count: Record<View, number | undefined> = {
    short: counts.shortOfReviewers,
    conflicts: counts.openConflicts,
    judged: undefined,
    late: undefined,
  };
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{t.desk.title}</PageTitle>
      <DeskHead title={t.desk.title} note={call ? t.desk.callNote(call) : undefined}>
        {call && <a href={`/staff/assignments?view=${view}`}>{t.desk.allCalls}</a>}
      </DeskHead>
      {loaderData.toPropose.length > 0 && (
        <p className="mb-3">
          {proposalMessages[locale].entry}
          {locale === "zh" ? "：" : ": "}
          {loaderData.toPropose.map((each, index) => (
            <span key={each}>
              {index > 0 && proposalMessages[locale].comma}
              <a href={`/staff/assignments/${each}`}>{each}</a>
            </span>
          ))}
        </p>
      )}
      {actionData && (
        <ErrorSummary
          errors={[
            {
              href: actionData.refusal === "note" ? `#note-${actionData.typed.conflict}` : "#main",
              text: t.refusals[actionData.refusal],
            },
          ]}
        />
      )}
      <Tabs
        label={t.desk.views}
        items={views.map((each) => ({
          href: `/staff/assignments?view=${each}${call ? `&call=${call}` : ""}`,
          label: t.desk[each],
          current: each === view,
          ...(count[each] === undefined ? {} : { count: count[each] }),
        }))}
      />
      {loaderData.short && <ShortTable rows={loaderData.short.rows} locale={locale} />}
      {loaderData.conflicts && (
        <ConflictTable {...loaderData} rows={loaderData.conflicts.rows} typed={actionData?.typed} />
      )}
      {loaderData.late && <LateTable {...loaderData} rows={loaderData.late.rows} />}
      <Pagination
        {...(page?.previous ? { previous: pageHref(view, call, "before", page.previous) } : {})}
        {...(page?.next ? { next: pageHref(view, call, "after", page.next) } : {})}
      />
      <KeysLegend
        keys={[
          { keys: ["J", "K"], label: keys.move },
          { keys: ["Enter"], label: keys.open },
        ]}
      />
      <BrowserScript name="staff-list" />
    </>
  );
}

const pageHref = (view: View, call: string | null, direction: "after" | "before", cursor: string): string =>
  `?${new URLSearchParams({ view, ...(call ? { call } : {}), [direction]: cursor })}`;
