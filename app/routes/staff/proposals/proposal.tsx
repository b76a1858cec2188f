import { data, redirect } from "react-router";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { findCall } from "#app/features/reviews/proposal/find-call.ts";
import { findRun } from "#app/features/reviews/proposal/find-run.ts";
import {
  listProposedApplications,
  listProposedReviewers,
  listReviewersPairs,
} from "#app/features/reviews/proposal/list-proposed.ts";
import { findReviewerName } from "#app/features/reviews/proposal/find-reviewer-name.ts";
import { workOutAnew } from "#app/features/reviews/proposal/start-run.ts";
import { readCursor } from "#app/features/keyset.ts";
import { found } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { KeysLegend } from "#app/ui/keys-legend.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/proposal";
import { AnewForm } from "./anew-form.tsx";
import { CallTop } from "./call-top.tsx";
import { Certificate } from "./certificate.tsx";
import { ApplicationTable, ReviewersPairTable, ReviewerTable } from "./proposal-tables.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const latest = await findRun(ctx, call.id);
  const run = latest?.state === "proposed" ? latest : undefined;
  const query = new URL(request.url).searchParams;
  const cursor = readCursor(query);
  const reviewerId = query.get("reviewer") ?? "";
  const view = reviewerId ? "reviewer" : query.get("by") === "reviewer" ? "reviewers" : "applications";
  return {
    ...{ locale, call, reference: params.call, run, view, mayPropose: mayReview(actor, "propose") },
    reviewer:
      run && reviewerId ? { id: reviewerId, name: found(await findReviewerName(ctx, reviewerId)) } : null,
    applications: run && view === "applications" ? await listProposedApplications(ctx, run.id, cursor) : null,
    reviewers: run && view === "reviewers" ? await listProposedReviewers(ctx, run.id, cursor) : null,
    pairs: run && view === "reviewer" ? await listReviewersPairs(ctx, run.id, reviewerId, cursor) : null,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const form = await readFormData(request);
  const result = await workOutAnew(ctx, call.id, Number(form.get("version")));
  if (result.ok) return redirect(`/staff/assignments/${params.call}`, 303);
  return data({ refusal: result.reason }, { status: result.reason === "stale" ? 409 : 422 });
}

export default function Proposal({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, run, reference, view, mayPropose } = loaderData;
  const t = proposalMessages[locale];
  const { keys } = staffListMessages[locale];
  const base = `/staff/assignments/${reference}/proposal`;
  if (!run)
    return (
      <>
        <CallTop {...loaderData} step="proposal" hasProposal={false} />
        <EmptyState title={t.proposal.none}>
          <a href={`/staff/assignments/${reference}`}>{t.proposal.noneText}</a>
        </EmptyState>
      </>
    );
  const page = loaderData.applications ?? loaderData.reviewers ?? loaderData.pairs;
  const turn = (direction: "after" | "before", cursor: string) =>
    `?${new URLSearchParams({
      ...(view === "reviewers" ? { by: "reviewer" } : {}),
      ...(loaderData.reviewer ? { reviewer: loaderData.reviewer.id } : {}),
      [direction]: cursor,
    })}`;
  return (
    <>
      <CallTop {...loaderData} step="proposal" hasProposal hasErrors={actionData !== undefined} />
      {actionData && <ErrorSummary errors={[{ href: "#main", text: t.refusals[actionData.refusal] }]} />}
      <Certificate run={run} locale={locale} />
      {mayPropose && <AnewForm locale={locale} reference={reference} version={run.version} />}
      <Tabs
        label={t.proposal.views}
        items={[
          { href: base, label: t.proposal.byApplication, current: view === "applications" },
          { href: `${base}?by=reviewer`, label: t.proposal.byReviewer, current: view === "reviewers" },
        ]}
      />
      <Shown {...loaderData} run={run} />
      <Pagination
        {...(page?.previous ? { previous: turn("before", page.previous) } : {})}
        {...(page?.next ? { next: turn("after", page.next) } : {})}
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

type ShownProps = Route.ComponentProps["loaderData"] & {
  run: NonNullable<Route.ComponentProps["loaderData"]["run"]>;
};

function Shown({ locale, reference, run, applications, reviewers, pairs, reviewer, mayPropose }: ShownProps) {
  const t = proposalMessages[locale].proposal;
  const own = { locale, reference, wanted: run.parameters.total, mayPropose };
  if (applications && applications.rows.length === 0) return <EmptyState title={t.hidden} />;
  if (applications) return <ApplicationTable {...own} rows={applications.rows} />;
  if (reviewers) return <ReviewerTable {...own} rows={reviewers.rows} />;
  if (!pairs || !reviewer) return null;
  return (
    <>
      <h2 className="mt-2">{t.captionReviewer(reviewer.name)}</h2>
      <p className="my-1">
        <a href={`/staff/assignments/${reference}/proposal?by=reviewer`}>{t.back}</a>
      </p>
      <ReviewersPairTable {...own} rows={pairs.rows} name={reviewer.name} />
    </>
  );
}
