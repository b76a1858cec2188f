import { data, redirect } from "react-router";
import { canDecide } from "#app/domain/decisions/policy.ts";
import { canWithMail } from "#app/domain/notifications/policy.ts";
import type { Context } from "#app/features/context.ts";
import { findDecision } from "#app/features/decisions/find-decision.ts";
import { type ReleaseRefusal, releaseDecision } from "#app/features/decisions/release-decision.ts";
import { previewLetter } from "#app/features/notifications/preview-letter.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { decisionMessages } from "#app/i18n/messages/decisions.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { shortNumber, titleOf } from "../applications/list-columns.tsx";
import type { Route } from "./+types/decision";
import { DecisionFacts } from "./decision-facts.tsx";
import { DecisionStateTag } from "./decision-tags.tsx";
import { LetterPreviews } from "./letter-previews.tsx";
import { ReleasePanel } from "./release-panel.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale, services } = staffOnly(context);
  const decision = found(await findDecision(ctx, params.id));
  const preview = decision.state === "recorded" ? await previewLetter(ctx, decision.id) : undefined;
  const subject = { state: decision.applicationState, recordedBy: decision.recordedById };
  return {
    ...{ locale, decision, done: new URL(request.url).searchParams.get("done") },
    demo: services.settings.demo,
    preview: preview?.ok
      ? {
          letters: preview.letters.map(({ html: _, ...letter }) => letter),
          disagreements: preview.disagreements,
          seal: preview.seal,
        }
      : undefined,
    mayRelease: canDecide(actor, "release", subject),
    isRecorder: actor.personId === decision.recordedById,
    mayChange: decision.state === "recorded" && canDecide(actor, "supersede", subject),
    mayReadMail: canWithMail(actor, "read"),
  };
}

type Refusal = Exclude<ReleaseRefusal, "not_found"> | "letter_changed";

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const decision = found(await findDecision(ctx, params.id));
  const form = await readFormData(request);
  if (form.get("intent") !== "release") throw data(null, { status: 400 });
  const answer = await release(ctx, decision.id, Number(form.get("version")), String(form.get("seal") ?? ""));
  if (answer.ok) return redirect(`/staff/decisions/${decision.id}?done=released`, 303);
  if (answer.reason === "not_found") throw notFound();
  const forbidden = answer.reason === "not_allowed" || answer.reason === "same_person";
  return data({ refusal: answer.reason satisfies Refusal as Refusal }, { status: forbidden ? 403 : 409 });
}

/** The letters are made again and must be those the page showed; the command holds them against the decision. */
async function release(ctx: Context, decisionId: string, version: number, seal: string) {
  const preview = await previewLetter(ctx, decisionId);
  if (!preview.ok) return { ok: false, reason: "not_found" } as const;
  const answer = await releaseDecision(ctx, {
    ...{ decisionId, version },
    letters: preview.seal === seal && preview.disagreements.length === 0 ? preview.claims : [],
  });
  if (answer.ok || answer.reason !== "no_letter") return answer;
  if (preview.disagreements.length > 0) return { ok: false, reason: "letter_disagrees" } as const;
  return preview.letters.length > 0 ? ({ ok: false, reason: "letter_changed" } as const) : answer;
}

export default function DecisionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, decision, preview } = loaderData;
  const t = decisionMessages[locale].page;
  const refusal: Refusal | undefined = actionData?.refusal;
  const title = t.title(shortNumber(decision.number));
  return (
    <>
      <title>{`${refusal ? shellMessages[locale].errorPrefix : ""}${title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/decisions?state=${decision.state === "superseded" ? "all" : decision.state}`}>
        {t.back}
      </BackLink>
      <DeskHead title={title} note={titleOf(decision, locale)}>
        <DecisionStateTag state={decision.state} />
        <LinkButton size="sm" href={`/staff/applications/${decision.applicationId}`}>
          {t.openApplication}
        </LinkButton>
      </DeskHead>
      {refusal && (
        <Notice tone="bad" role="alert" className="mb-4 max-w-3xl">
          {decisionMessages[locale].releaseRefusal[refusal]}
        </Notice>
      )}
      {!refusal && <Done {...loaderData} />}
      <DecisionFacts decision={decision} />
      {preview && <LetterPreviews decisionId={decision.id} letters={preview.letters} />}
      {decision.state === "recorded" && <ReleasePanel {...loaderData} preview={preview} />}
      {decision.state === "superseded" && (
        <p className="mt-4">
          {t.supersededNote}{" "}
          <a href={`/staff/applications/${decision.applicationId}/decision`}>{t.seeCurrent}</a>
        </p>
      )}
      {decision.state === "released" && loaderData.mayReadMail && (
        <p className="mt-4">
          <a href="/staff/mail">{t.mailLog}</a>
        </p>
      )}
    </>
  );
}

function Done({ locale, decision, done }: Route.ComponentProps["loaderData"]) {
  const t = decisionMessages[locale].page;
  const words =
    done === "released" && decision.state === "released"
      ? t.doneReleased
      : done === "recorded" && decision.state === "recorded"
        ? t.doneRecorded
        : null;
  return (
    words && (
      <Notice tone="ok" role="status" className="mb-4 max-w-3xl">
        {words}
      </Notice>
    )
  );
}
