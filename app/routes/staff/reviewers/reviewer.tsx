import { data, redirect } from "react-router";
import { changedQuestions } from "#app/domain/forms/changed-questions.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { confirmRegistry } from "#app/features/reviews/registry/confirm-registry.ts";
import { findReviewer } from "#app/features/reviews/registry/find-reviewer.ts";
import { registryForm } from "#app/features/reviews/registry/registry-form.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { registryMessages } from "#app/i18n/messages/registry.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { Route } from "./+types/reviewer";
import { RegistryChanges } from "./registry-changes.tsx";
import { reviewersAccess } from "./reviewers-access.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = reviewersAccess(context);
  const reviewer = found(await findReviewer(ctx, params.personId));
  const done = new URL(request.url).searchParams.has("done");
  return { locale, reviewer, done, today: beijingDay(ctx.now) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = reviewersAccess(context);
  const form = await readFormData(request);
  const version = Number(form.get("version"));
  const result = await confirmRegistry(ctx, { personId: params.personId, version });
  if (result.ok) return redirect(`/staff/reviewers/${params.personId}?done=1`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  return data({ refusal: result.reason }, { status: result.reason === "stale" ? 409 : 422 });
}

export default function Reviewer({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, reviewer, done, today } = loaderData;
  const t = registryMessages[locale].page;
  const { confirmed, version, raw } = reviewer;
  const given = version > 0;
  const isNew = given && confirmed?.version !== version;
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{reviewer.name}</PageTitle>
      <BackLink href="/staff/reviewers">{t.back}</BackLink>
      {actionData && <ErrorSummary errors={[{ href: "#changes", text: t.refusals[actionData.refusal] }]} />}
      <DeskHead title={reviewer.name} />
      {done && (
        <Notice tone="ok" role="status" className="mb-3">
          {t.done}
        </Notice>
      )}
      <SummaryList
        narrow
        className="max-w-2xl"
        rows={[
          { term: t.email, value: reviewer.email },
          ...(reviewer.maxLoad === null
            ? []
            : [{ term: t.load, value: t.loadOf({ load: reviewer.load, max: reviewer.maxLoad }) }]),
          ...(reviewer.updatedAt
            ? [{ term: t.updated, value: formatDateTime(locale, reviewer.updatedAt) }]
            : []),
          {
            term: t.confirmedAt,
            value: confirmed
              ? t.by({ by: confirmed.by, time: formatDateTime(locale, confirmed.at) })
              : t.notYet,
          },
        ]}
      />
      {!given && <p className="muted measure mt-4">{t.never}</p>}
      {isNew && (
        <RegistryChanges
          locale={locale}
          reviewer={reviewer}
          changes={changedQuestions(registryForm, confirmed?.raw ?? {}, raw)}
        />
      )}
      <AnswersView definition={registryForm} raw={raw} env={{ today, files: {} }} showRestricted />
    </>
  );
}
