import { data, redirect } from "react-router";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import { addDays, beijingDay } from "#app/domain/shared/beijing-time.ts";
import { countRelease } from "#app/features/reviews/proposal/count-release.ts";
import { discardProposal } from "#app/features/reviews/proposal/end-run.ts";
import { findCall } from "#app/features/reviews/proposal/find-call.ts";
import { findRun } from "#app/features/reviews/proposal/find-run.ts";
import type { Obstacle } from "#app/features/reviews/proposal/obstacles.ts";
import { releaseProposal } from "#app/features/reviews/proposal/release-proposal.ts";
import { found } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/release";
import { AnewForm } from "./anew-form.tsx";
import { CallTop } from "./call-top.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const latest = await findRun(ctx, call.id);
  const run = latest?.state === "proposed" ? latest : undefined;
  const done = new URL(request.url).searchParams;
  const figure = (name: string) => Number(done.get(name) ?? 0) || 0;
  return {
    ...{ locale, call, reference: params.call, run, mayPropose: mayReview(actor, "propose") },
    tomorrow: addDays(beijingDay(ctx.now), 1),
    counts: run ? await countRelease(ctx, run) : null,
    released:
      latest?.state === "released" ? { pairs: figure("pairs"), reviewers: figure("reviewers") } : null,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const call = found(await findCall(ctx, params.call));
  const form = await readFormData(request);
  const [version, dueOn] = [Number(form.get("version")), String(form.get("dueOn") ?? "")];
  const here = `/staff/assignments/${params.call}`;
  if (form.get("intent") === "discard") {
    const result = await discardProposal(ctx, call.id, version);
    if (result.ok) return redirect(here, 303);
    return data({ ...result, dueOn }, { status: result.reason === "stale" ? 409 : 422 });
  }
  const result = await releaseProposal(ctx, call.id, version, dueOn);
  if (result.ok) return redirect(`${here}/release?pairs=${result.pairs}&reviewers=${result.reviewers}`, 303);
  return data({ ...result, dueOn }, { status: result.reason === "due" ? 422 : 409 });
}

export default function Release({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, run, counts, released, reference, mayPropose } = loaderData;
  const t = proposalMessages[locale];
  const refusal = actionData && actionData.reason !== "changed_since" ? actionData.reason : undefined;
  return (
    <>
      <CallTop
        {...loaderData}
        step="release"
        hasProposal={run !== undefined}
        hasErrors={actionData !== undefined}
      />
      {refusal && (
        <ErrorSummary
          errors={[{ href: refusal === "due" ? "#dueOn" : "#main", text: t.refusals[refusal] }]}
        />
      )}
      {actionData?.reason === "changed_since" && (
        <Obstacles obstacles={actionData.obstacles} more={actionData.more} locale={locale} />
      )}
      {released && released.pairs > 0 && (
        <Notice tone="ok" role="status" className="measure my-3">
          {t.release.done(released.pairs, released.reviewers)}
        </Notice>
      )}
      {!run && !released && (
        <EmptyState title={t.proposal.none}>
          <a href={`/staff/assignments/${reference}`}>{t.proposal.noneText}</a>
        </EmptyState>
      )}
      {run && counts && (
        <>
          <p className="measure mt-3 text-lg">
            {t.release.lead(counts.pairs, counts.applications, counts.reviewers)}
          </p>
          {counts.short > 0 && (
            <Notice tone="warn" className="measure my-3">
              {t.release.short(counts.short)}
            </Notice>
          )}
          <ul className="measure my-3 list-disc space-y-1 ps-5">
            {Object.values(t.release.effects).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          {mayPropose ? (
            <Forms {...loaderData} run={run} refused={actionData} />
          ) : (
            <p>{t.release.notYours}</p>
          )}
          {actionData?.reason === "changed_since" && mayPropose && (
            <AnewForm locale={locale} reference={reference} version={run.version} />
          )}
        </>
      )}
    </>
  );
}

type FormsProps = Pick<Route.ComponentProps["loaderData"], "locale" | "tomorrow"> & {
  run: NonNullable<Route.ComponentProps["loaderData"]["run"]>;
  refused: Route.ComponentProps["actionData"];
};

function Forms({ locale, run, tomorrow, refused }: FormsProps) {
  const t = proposalMessages[locale];
  return (
    <>
      <form method="post" noValidate className="measure [&_.field]:my-4">
        <input type="hidden" name="version" value={run.version} />
        <DateInput
          id="dueOn"
          name="dueOn"
          label={t.release.dueOn}
          hint={t.start.dueHint.split(/(?<=[。.])/u)[0]}
          min={tomorrow}
          defaultValue={refused?.dueOn || run.parameters.dueOn}
          errors={refused?.reason === "due" ? [t.refusals.due] : []}
        />
        <Button variant="primary" name="intent" value="release">
          {t.release.submit}
        </Button>
      </form>
      <form method="post" className="measure mt-8">
        <input type="hidden" name="version" value={run.version} />
        <p className="muted mb-2 text-sm">{t.release.discardText}</p>
        <Button name="intent" value="discard">
          {t.release.discard}
        </Button>
      </form>
    </>
  );
}

interface ObstaclesProps {
  obstacles: readonly Obstacle[];
  more: number;
  locale: "zh" | "en";
}

function Obstacles({ obstacles, more, locale }: ObstaclesProps) {
  const t = proposalMessages[locale].release;
  return (
    <Notice tone="bad" role="alert" className="measure my-3">
      {t.obstaclesTitle}
      <ul className="mt-1 list-disc ps-5">
        {obstacles.map(({ kind, number, reviewer }) => (
          <li key={`${kind} ${number} ${reviewer}`}>{t.obstacles[kind](number, reviewer)}</li>
        ))}
      </ul>
      {more > 0 && <p>{t.obstaclesMore(more)}</p>}
      <p className="mt-1">{t.obstaclesThen}</p>
    </Notice>
  );
}
