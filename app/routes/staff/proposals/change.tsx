import { data, redirect } from "react-router";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { changeProposal, type ProposalChange } from "#app/features/reviews/proposal/change-proposal.ts";
import { findCall } from "#app/features/reviews/proposal/find-call.ts";
import { findProposed } from "#app/features/reviews/proposal/find-proposed.ts";
import { findRun } from "#app/features/reviews/proposal/find-run.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/change";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import { AlternativeTable } from "./alternative-table.tsx";
import { AnewForm } from "./anew-form.tsx";
import { costText } from "./figures.ts";
import { ProposedTable } from "./proposed-table.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const run = found(await findRun(ctx, call.id));
  if (run.state !== "proposed") throw notFound();
  const { application, alternatives } = found(await findProposed(ctx, run, params.applicationId));
  const query = new URL(request.url).searchParams;
  const movable = application.pairs.filter(({ mark }) => mark === "" || mark === "pinned");
  const chosen = movable.find(({ reviewerId }) => reviewerId === query.get("out"));
  // Whoever fits least is the likeliest to be exchanged; pairs come with the best first.
  const out = application.assigned < run.parameters.total && !chosen ? undefined : (chosen ?? movable.at(-1));
  const cost = query.get("cost");
  return {
    ...{ locale, call, reference: params.call, run, application, alternatives, movable, out },
    mayPropose: mayReview(actor, "propose"),
    changed: cost !== null && /^-?\d{1,12}$/.test(cost) ? Number(cost) : null,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const form = await readFormData(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const change = readChange(text, params.applicationId);
  if (!change) throw notFound();
  const result = await changeProposal(ctx, call.id, Number(text("version")), change);
  const here = `/staff/assignments/${params.call}/proposal/${params.applicationId}`;
  if (result.ok) return redirect(`${here}?cost=${result.cost}`, 303);
  if (result.reason === "not_found") throw notFound();
  return data({ refusal: result.reason }, { status: result.reason === "stale" ? 409 : 422 });
}

function readChange(text: (name: string) => string, applicationId: string): ProposalChange | undefined {
  const [intent, reviewerId] = [text("intent"), text("reviewer")];
  switch (intent) {
    case "pin":
    case "unpin":
    case "ban":
    case "unban":
    case "add":
      return { kind: intent, applicationId, reviewerId };
    case "swap":
      return { kind: "swap", applicationId, reviewerId, insteadOf: text("insteadOf") };
    default:
      return undefined;
  }
}

export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, application, reference, run, mayPropose, changed } = loaderData;
  const t = proposalMessages[locale];
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>
        {`${t.change.title} ${shortNumber(application.number)}`}
      </PageTitle>
      <BackLink href={`/staff/assignments/${reference}/proposal`}>{t.change.back}</BackLink>
      <DeskHead title={titleOf(application, locale)} note={application.number ?? ""} />
      {actionData && <ErrorSummary errors={[{ href: "#main", text: t.refusals[actionData.refusal] }]} />}
      {changed !== null && !actionData && (
        <Notice tone="ok" role="status" className="measure my-3">
          {changed === 0
            ? t.change.done
            : changed > 0
              ? t.change.doneCost(costText(changed))
              : t.change.doneGain(costText(-changed))}
        </Notice>
      )}
      <p className="muted measure text-sm">{t.change.unit}</p>
      <ProposedTable {...loaderData} />
      {(loaderData.movable.length > 0 || application.assigned < run.parameters.total) && (
        <AlternativeTable {...loaderData} />
      )}
      {mayPropose && <AnewForm locale={locale} reference={reference} version={run.version} />}
    </>
  );
}
